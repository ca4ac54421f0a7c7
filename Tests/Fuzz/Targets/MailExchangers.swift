import DNS
import MailAuth

extension FuzzTarget {
  /// The mail servers of a domain: two octets of preference and a name on each line.
  static let mailExchanger = FuzzTarget("mail-exchanger") { octets in
    let domain = try DNSName("example.com")
    var records: [ResourceRecord] = []
    for line in octets.split(separator: 0x0A).prefix(40) {
      guard line.count > 2,
        let name = try? DNSName(String(decoding: line.dropFirst(2), as: UTF8.self))
      else { continue }
      let preference = line.prefix(2).reduce(0) { $0 << 8 | UInt16($1) }
      records.append(
        ResourceRecord(
          name: domain, type: .mx, ttl: 60, data: .mx(preference: preference, exchange: name)))
    }
    var source = FuzzedAnswers()
    source.records[Question(domain, .mx)] = records
    let expected = MailExchanger(preference: 10, exchange: try DNSName("h.ex"))
    let verdict = try source.outcome { MXVerdict.judge(domain, expected: [expected], in: $0) }
    try hold(verdict.exchangers.count == records.count, "servers were lost")
    _ = MailboxProvider.of(verdict.exchangers)
    return !records.isEmpty
  }
}
