import DNS
import Foundation
import MailAuth

/// SPF records parsed and senders evaluated per second, beside pyspf on the same records.
enum SPFBench {
  private static let rounds = 5
  /// How long each rate is measured in each round.
  private static let seconds = 0.5

  static func run() throws {
    let world = try MailWorld()
    let texts = world.texts.values.sorted().map { Array($0.utf8) }
    let queries = try world.senders.map { sender in
      guard let address = IPAddress(sender.address) else { throw Unreadable() }
      return SPFQuery(
        domain: sender.domain, address: address, sender: "postmaster@" + sender.domain, time: 0)
    }
    let results = queries.map { result(of: $0, in: world) }
    var parsed: [Double] = []
    var evaluated: [Double] = []
    var ratios: (parsed: [Double], evaluated: [Double]) = ([], [])
    var other: Rounds?
    for _ in 0..<rounds {
      let own = (
        rate(texts) { (try? SPFRecord(parsing: $0)) != nil },
        rate(queries) { result(of: $0, in: world) != "" }
      )
      parsed.append(own.0)
      evaluated.append(own.1)
      guard let round = try pyspf(world) else { continue }
      ratios.parsed.append(own.0 / round.parsed)
      ratios.evaluated.append(own.1 / round.evaluated)
      other = round
    }
    print("SPF records parsed a second: \(Spread(parsed).text(unit: "records/s"))")
    print("SPF evaluations a second, zone in memory: \(Spread(evaluated).text(unit: "/s"))")
    guard let other else {
      print("pyspf: not measured, because /usr/bin/python3 has no module spf (python3-spf)")
      return
    }
    let same = zip(results, other.results).count { $0 == $1 }
    print("pyspf \(other.version), same records: the results of \(same) of \(results.count) agree")
    print("annai / pyspf, parsed a second: \(Spread(ratios.parsed).text(unit: "x"))")
    print("annai / pyspf, evaluated a second: \(Spread(ratios.evaluated).text(unit: "x"))")
  }

  private struct Unreadable: Error {}

  private static func result(of query: SPFQuery, in world: MailWorld) -> String {
    guard case .done(let evaluation) = query.evaluate(in: world) else { return "" }
    return evaluation.result.rawValue
  }

  /// Items a second: whole passes until the time is over.
  private static func rate<Item>(_ items: [Item], _ work: (Item) -> Bool) -> Double {
    let start = ContinuousClock.now
    var count = 0
    while start.duration(to: .now) < .seconds(seconds) {
      for item in items where work(item) { count += 1 }
    }
    return Double(count) / (start.duration(to: .now) / .seconds(1))
  }

  /// What the other program says of itself.
  private struct Rounds: Decodable {
    let version: String
    let results: [String]
    let parsed: Double
    let evaluated: Double
  }

  /// One round of pyspf; nil when it is not there.
  private static func pyspf(_ world: MailWorld) throws -> Rounds? {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "annai-bench-\(ProcessInfo.processInfo.processIdentifier).json")
    try world.json().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "pyspf_rounds.py")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [script.path, file.path, String(seconds)]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try? JSONDecoder().decode(Rounds.self, from: data)
  }
}
