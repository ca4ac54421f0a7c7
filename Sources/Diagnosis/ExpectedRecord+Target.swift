import DNS

extension ExpectedRecord {
  /// The host that the record points to, when its type points to one.
  var target: DNSName? { pointsToHost ? try? DNSName(value) : nil }

  /// The hosts that an answer's records of this type point to.
  func targets(in observation: Observation) -> [DNSName] {
    let records = observation.records ?? []
    return type == .mx ? records.mailExchanges : records.compactMap(\.target)
  }

  private var pointsToHost: Bool { type == .mx || type == .cname }
}
