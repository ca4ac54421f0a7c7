import DNS
import MailAuth
import Testing

/// Zones written down as text, which answer every question at once.
struct Zone: LookupSource {
  private var records: [DNSName: [ResourceRecord]] = [:]
  private var names: Set<DNSName> = []
  private var failing: Set<Question> = []

  init(_ text: String, origin: String = "example.com") throws {
    try add(ZoneText.records(text, origin: DNSName(origin)))
  }

  init(_ records: [ResourceRecord]) { add(records) }

  private mutating func add(_ list: [ResourceRecord]) {
    for record in list {
      records[record.name, default: []].append(record)
      var name = Optional(record.name)
      while let current = name, names.insert(current).inserted { name = current.parent }
    }
  }

  /// The same zone with SPF records added, one text a domain and in one TXT string of any length.
  func adding(_ texts: [(String, String)]) throws -> Zone {
    var zone = self
    zone.add(
      try texts.map { name, text in
        ResourceRecord(
          name: try DNSName(name), type: .txt, ttl: 60, data: .txt([Array(text.utf8)]))
      })
    return zone
  }

  /// The same zone with questions that get no answer that counts.
  func failing(_ name: String, _ type: RecordType) throws -> Zone {
    var zone = self
    zone.failing.insert(Question(try DNSName(name), type))
    return zone
  }

  func answer(to question: Question) -> LookupAnswer? {
    if failing.contains(question) { return .failed }
    guard names.contains(question.name) else { return .nxDomain }
    let here = records[question.name] ?? []
    let found = here.filter { $0.type == question.type }
    return .records(found.isEmpty ? here.filter { $0.type == .cname } : found)
  }
}

/// Answers as a caller has them: only what was asked for, round by round.
struct Rounds: LookupSource {
  let zone: Zone
  private var answers: [Question: LookupAnswer] = [:]
  private(set) var rounds: [[Question]] = []

  init(_ zone: Zone) { self.zone = zone }

  var asked: [Question] { rounds.flatMap { $0 } }

  func answer(to question: Question) -> LookupAnswer? { answers[question] }

  /// Asks until the judgement is made.
  mutating func gather<Outcome>(
    _ judge: (Rounds) -> Gathering<Outcome>
  ) throws -> Outcome {
    while true {
      switch judge(self) {
      case .done(let outcome): return outcome
      case .needs(let questions):
        // Nothing twice, nothing that is known, and always something: so this ends.
        try #require(!questions.isEmpty && Set(questions).count == questions.count)
        try #require(questions.allSatisfy { answers[$0] == nil })
        try #require(rounds.count < 200)
        rounds.append(questions)
        for question in questions { answers[question] = zone.answer(to: question) }
      }
    }
  }
}

extension Zone {
  /// `check_host()` for an address, gathered round by round.
  func check(
    _ domain: String? = "example.com", _ address: String, sender: String? = nil,
    helo: String? = nil
  ) throws -> SPFEvaluation {
    let address = try #require(IPAddress(address))
    let query = SPFQuery(
      domain: domain, address: address, sender: sender, helo: helo,
      receiver: "receiver.example.net", time: 1_764_000_000)
    var rounds = Rounds(self)
    return try rounds.gather { query.evaluate(in: $0) }
  }

  /// The tree of a domain, gathered round by round.
  func tree(_ domain: String = "example.com") throws -> SPFTree {
    let name = try DNSName(domain)
    var rounds = Rounds(self)
    return try rounds.gather { SPFTree.walk(from: name, in: $0) }
  }
}
