import DNS
import Foundation
import MailAuth

/// Sender domains as they are met in the field, held in memory; the same for both programs.
struct MailWorld: LookupSource {
  /// The texts of names.
  let texts: [String: String]
  /// The mail servers of names, by preference.
  let exchangers: [String: [String]]
  /// The IPv4 addresses of names.
  let addresses: [String: [String]]
  /// Senders that are asked about: a domain and an address.
  let senders: [(domain: String, address: String)]
  private let answers: [Question: LookupAnswer]

  func answer(to question: Question) -> LookupAnswer? {
    answers[question] ?? .nxDomain
  }

  init() throws {
    var texts = [
      "_spf.google.test":
        "v=spf1 include:_n1.google.test include:_n2.google.test include:_n3.google.test ~all",
      "_n1.google.test": Self.networks(11, count: 9),
      "_n2.google.test": Self.networks(12, count: 8),
      "_n3.google.test": Self.networks(13, count: 7),
      "spf.protection.outlook.test": Self.networks(14, count: 6),
      "amazonses.test": Self.networks(15, count: 8),
      "qcloudmail.test": "v=spf1 include:spf1.qcloudmail.test include:spf2.qcloudmail.test -all",
      "spf1.qcloudmail.test": Self.networks(16, count: 12),
      "spf2.qcloudmail.test": Self.networks(17, count: 12),
      "sendgrid.test": "v=spf1 ip4:18.0.0.0/16 ~all",
    ]
    var exchangers: [String: [String]] = [:]
    var addresses: [String: [String]] = [:]
    var senders: [(String, String)] = []
    for number in 0..<20 {
      let shapes = [
        "v=spf1 include:_spf.google.test ~all", "v=spf1 include:spf.protection.outlook.test -all",
        "v=spf1 include:qcloudmail.test ~all",
        "v=spf1 a mx include:_spf.google.test include:amazonses.test include:sendgrid.test ~all",
        "v=spf1 ip4:192.0.2.\(number) ip4:198.51.100.0/24 mx -all",
        "v=spf1 exists:%{ir}.allow.test a:host%{d1}.test redirect=amazonses.test",
      ]
      for (shape, text) in shapes.enumerated() {
        let domain = "d\(number)-\(shape).test"
        texts[domain] = text
        exchangers[domain] = ["mx1.\(domain)", "mx2.\(domain)"]
        addresses["mx1.\(domain)"] = ["203.0.113.\(number)"]
        addresses["mx2.\(domain)"] = ["203.0.113.\(100 + number)"]
        addresses[domain] = ["203.0.113.\(200 + number)"]
        senders += [
          (domain, "13.0.\(number % 7).9"), (domain, "203.0.113.\(100 + number)"),
          (domain, "127.0.0.9"),
        ]
      }
    }
    self.texts = texts
    self.exchangers = exchangers
    self.addresses = addresses
    self.senders = senders
    answers = try Self.answers(texts, exchangers, addresses)
  }

  private static func networks(_ first: Int, count: Int) -> String {
    let terms = (0..<count).map { "ip4:\(first).0.\($0).0/24" }
    return "v=spf1 \(terms.joined(separator: " ")) ~all"
  }

  private static func answers(
    _ texts: [String: String], _ exchangers: [String: [String]], _ addresses: [String: [String]]
  ) throws -> [Question: LookupAnswer] {
    var answers: [Question: LookupAnswer] = [:]
    func add(_ name: String, _ type: RecordType, _ data: [RecordData]) throws {
      let name = try DNSName(name)
      answers[Question(name, type)] = .records(
        data.map { ResourceRecord(name: name, type: type, ttl: 60, data: $0) })
    }
    for (name, text) in texts { try add(name, .txt, [.txt([Array(text.utf8)])]) }
    for (name, hosts) in exchangers {
      try add(
        name, .mx,
        hosts.enumerated().map {
          .mx(preference: UInt16(10 + $0.offset), exchange: try DNSName($0.element))
        })
    }
    for (name, list) in addresses {
      try add(name, .a, list.compactMap { IPAddress($0).map(RecordData.address) })
    }
    return answers
  }

  /// The world for the program that it is compared with.
  func json() throws -> Data {
    try JSONSerialization.data(withJSONObject: [
      "texts": texts, "exchangers": exchangers, "addresses": addresses,
      "senders": senders.map { [$0.domain, $0.address] },
    ])
  }
}
