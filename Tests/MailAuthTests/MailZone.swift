import DNS
import MailAuth

/// A zone written down, as a source of answers.
struct MailZone: LookupSource {
  private var answers: [Question: LookupAnswer] = [:]
  /// What questions get that the zone has nothing about; nil leaves them to be asked.
  var otherwise: LookupAnswer?

  init(otherwise: LookupAnswer? = .nxDomain) { self.otherwise = otherwise }

  func answer(to question: Question) -> LookupAnswer? { answers[question] ?? otherwise }

  /// Adds an answer of TXT records.
  mutating func txt(_ name: String, _ texts: String...) throws {
    let name = try DNSName(name)
    answers[Question(name, .txt)] = .records(
      texts.map { text in
        let octets = Array(text.utf8)
        let strings = stride(from: 0, to: octets.count, by: 255).map {
          Array(octets[$0..<min($0 + 255, octets.count)])
        }
        return ResourceRecord(name: name, type: .txt, ttl: 600, data: .txt(strings))
      })
  }

  /// Adds an answer of MX records.
  mutating func mx(_ name: String, _ exchangers: (UInt16, String)...) throws {
    let name = try DNSName(name)
    answers[Question(name, .mx)] = .records(
      try exchangers.map { preference, host in
        ResourceRecord(
          name: name, type: .mx, ttl: 600,
          data: .mx(preference: preference, exchange: try DNSName(host)))
      })
  }

  /// Adds the addresses of a host: the types without one get an empty answer.
  mutating func host(_ name: String, _ addresses: String...) throws {
    let name = try DNSName(name)
    for type in [RecordType.a, .aaaa] {
      answers[Question(name, type)] = .records(
        addresses.compactMap(IPAddress.init).filter { $0.isIPv6 == (type == .aaaa) }.map {
          ResourceRecord(name: name, type: type, ttl: 600, data: .address($0))
        })
    }
  }

  /// Adds an alias, for one type of question.
  mutating func alias(_ name: String, _ type: RecordType, to target: String) throws {
    let name = try DNSName(name)
    answers[Question(name, type)] = .records(
      [
        ResourceRecord(name: name, type: .cname, ttl: 600, data: .name(try DNSName(target)))
      ])
  }

  /// Sets what one question gets.
  mutating func set(_ name: String, _ type: RecordType, _ answer: LookupAnswer?) throws {
    answers[Question(try DNSName(name), type)] = answer
  }
}

extension Gathering {
  /// The outcome, when nothing is missing.
  var outcome: Outcome? {
    if case .done(let outcome) = self { outcome } else { nil }
  }

  /// What must be asked, in the form `example.com. MX`.
  var questions: [String] {
    if case .needs(let questions) = self { questions.map(\.description) } else { [] }
  }
}
