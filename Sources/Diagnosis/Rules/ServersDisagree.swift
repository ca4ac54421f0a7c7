import DNS

extension Rule {
  /// Servers of one delegation give different answers, so what a receiver sees is a matter of luck.
  static let serversDisagree = Rule(
    "servers-disagree", layer: .servers, severity: .error,
    references: ["RFC 1034 4.3.5"],
    arguments: [
      "name", "type", "zone", "servers", "otherServers", "missingOn", "answers", "serials",
    ],
    explains: .sameRecord([
      "record-mismatch", "spf-multiple", "target-missing-dot", "answer-stale-cached",
    ]),
    broken: Example(second: "@ TXT \"v=spf1 -all\""), fixed: Example()
  ) { evidence in
    evidence.expected.compactMap { record in
      let heard = evidence.authoritativeStates(of: record).filter { $0.state != .unknown }
      let best: RecordState = heard.contains { $0.state == .match } ? .match : .mismatch
      let right = heard.filter { $0.state == best }.map(\.observation)
      let wrong = heard.filter { $0.state != best }.map(\.observation)
      let without = heard.filter { $0.state == .missing }.map(\.observation)
      guard !right.isEmpty, !wrong.isEmpty else { return nil }
      let zone = evidence.zone(of: record.name)?.name ?? evidence.zone
      return Draft(
        record: record,
        arguments: [
          "name": .name(record.name), "type": .text(record.type.name),
          "zone": .name(zone),
          "missingOn": .servers(without.map(\.serverAsked)),
          "servers": .servers(right.map(\.serverAsked)),
          "otherServers": .servers(wrong.map(\.serverAsked)),
          "answers": .texts(
            (right + wrong).map { "\($0.serverAsked.description): \($0.valuesText)" }),
          "serials": .texts(evidence.serials(of: zone)),
        ], evidence: right + wrong)
    }
  }
}

extension Evidence {
  /// Each server of a zone with the serial number that it gives (RFC 1035 §3.3.13): a server that
  /// lags behind has a lower one.
  fileprivate func serials(of zone: DNSName) -> [String] {
    observations(.authoritative, Question(zone, .soa)).compactMap { observation in
      let serials = observation.ownRecords.compactMap { record -> UInt32? in
        guard case .soa(let soa) = record.data else { return nil }
        return soa.serial
      }
      return serials.first.map { "\(observation.serverAsked.description): \($0)" }
    }
  }
}
