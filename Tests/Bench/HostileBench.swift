import DNS
import Foundation
import MailAuth

/// Records made to cost much, each judged in a process of its own: time and peak memory.
enum HostileBench {
  /// One case: what it is called, and what is done.
  private typealias Case = (name: String, work: @Sendable () throws -> Void)

  private static let cases: [Case] = [
    ("nothing, for comparison", {}),
    ("SPF with 10,000 mechanisms", { try judge(["a.test": spf(10_000, "mx")]) }),
    ("SPF of 64 KB: 65,535 octets", { try judge(["a.test": long("ip4:192.0.2.1")]) }),
    ("SPF with 300 includes in a row", { try judge(chain(300)) }),
    ("SPF whose includes multiply to 10^15", { try judge(multiplying(15)) }),
    ("SPF with 100 x 100 includes", { try judge(wide()) }),
    ("SPF macro bomb of 60 KB", { try judge(bomb()) }),
    ("SPF slips in 64 KB", { _ = SPFMisspelling.find(in: Array(long("ipv4:192.0.2.1").utf8)) }),
    ("DKIM key of 64 KB", { _ = try? DKIMKeyRecord(parsing: "p=" + repeated("A", 65_532)) }),
    (
      "DMARC with 30,000 tags",
      { _ = try? DMARCRecord(parsing: "v=DMARC1" + repeated(";a", 32_000)) }
    ),
  ]

  static func run() throws {
    print("hostile records, a process each (the work alone, and peak memory of the process):")
    for (place, name) in cases.map(\.name).enumerated() {
      let runs = try (0..<5).compactMap { _ in try own(case: place) }
      let time = Spread(runs.map(\.milliseconds)).text(unit: "ms")
      let memory = Spread(runs.map(\.mebibytes)).text(unit: "MiB")
      print("  \(name): \(runs.count == 5 ? "\(time), \(memory)" : "DID NOT END WELL")")
    }
  }

  /// Does one case, in a process that was started for it, and prints what it took.
  static func run(case number: String) throws {
    guard let place = Int(number), cases.indices.contains(place) else { return }
    let start = ContinuousClock.now
    try cases[place].work()
    print("\(start.duration(to: .now) / .milliseconds(1)) \(peakMebibytes)")
  }

  /// Starts a process for one case; nil when it did not say how it went.
  private static func own(case place: Int) throws -> (milliseconds: Double, mebibytes: Double)? {
    let process = Process()
    process.executableURL = URL(filePath: CommandLine.arguments[0])
    process.arguments = ["--hostile", String(place)]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let words = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    let numbers = words.compactMap { Double($0) }
    return process.terminationStatus == 0 && numbers.count == 2 ? (numbers[0], numbers[1]) : nil
  }

  /// The most memory that this process has held.
  ///
  /// `ru_maxrss` of a process that was started by a big one is that of the big one.
  private static var peakMebibytes: Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let words = line?.split(whereSeparator: \.isWhitespace) ?? []
    return (words.count > 1 ? Double(words[1]) ?? 0 : 0) / 1024
  }

  /// What is asked for, round by round, as from resolvers.
  private struct Answers: LookupSource {
    let texts: [DNSName: [UInt8]]
    var asked: Set<Question> = []

    func answer(to question: Question) -> LookupAnswer? {
      guard asked.contains(question) else { return nil }
      guard question.type == .txt, let text = texts[question.name] else { return .nxDomain }
      return .records([
        ResourceRecord(name: question.name, type: .txt, ttl: 60, data: .txt([text]))
      ])
    }
  }

  /// The evaluation and the tree of `a.test`.
  private static func judge(_ texts: [String: String]) throws {
    var named: [DNSName: [UInt8]] = [:]
    for (name, text) in texts { named[try DNSName(name)] = Array(text.utf8) }
    var answers = Answers(texts: named)
    guard let address = IPAddress("192.0.2.77") else { return }
    let query = SPFQuery(
      domain: "a.test", address: address, sender: repeated("x.", 500) + "@a.test", time: 0)
    while case .needs(let questions) = query.evaluate(in: answers) {
      answers.asked.formUnion(questions)
    }
    let domain = try DNSName("a.test")
    while case .needs(let questions) = SPFTree.walk(from: domain, in: answers) {
      answers.asked.formUnion(questions)
    }
  }

  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  private static func spf(_ count: Int, _ term: String) -> String {
    "v=spf1" + repeated(" " + term, count) + " -all"
  }

  /// As many terms as fit into the data of one record.
  private static func long(_ term: String) -> String {
    spf((65_535 - "v=spf1 -all".utf8.count) / (term.utf8.count + 1), term)
  }

  private static func name(_ number: Int) -> String { number == 0 ? "a.test" : "n\(number).test" }

  private static func chain(_ count: Int) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: (0..<count).map { (name($0), "v=spf1 include:\(name($0 + 1)) -all") })
  }

  private static func multiplying(_ levels: Int) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: (0..<levels).map { (name($0), spf(10, "include:" + name($0 + 1))) })
  }

  private static func wide() -> [String: String] {
    var texts = ["a.test": "v=spf1"]
    for outer in 0..<100 {
      texts["a.test", default: ""] += " include:w\(outer).test"
      texts["w\(outer).test"] =
        "v=spf1 " + (0..<100).map { "include:w\(outer)-\($0).test" }.joined(separator: " ")
    }
    return texts
  }

  private static func bomb() -> [String: String] {
    ["a.test": "v=spf1 exists:\(repeated("%{Sr.+-/_=,}", 4_600))%{d} -all"]
  }
}
