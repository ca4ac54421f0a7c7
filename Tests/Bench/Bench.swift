import Foundation
import Lab

/// Prints how long annai takes beside the `dig` commands of the service's document.
///
/// Rounds alternate, so that both see the same machine; ratios are taken round by round.
@main
struct Bench {
  static let rounds = 25
  static let domain = "healthy.com"
  /// What each server of the second lab waits before it answers, in milliseconds.
  static let delay = 30

  static func main() async throws {
    let arguments = CommandLine.arguments
    if arguments.count == 3, arguments[1] == "--hostile" {
      return try HostileBench.run(case: arguments[2])
    }
    if arguments.dropFirst() == ["--mail"] { return try compareMailRecords() }
    let program = CommandLine.arguments.dropFirst().first ?? ".build/release/annai"
    try await Lab.run { @Sendable lab in
      try compare(program, lab)
      let (resolver, port) = lab.resolver
      try compareLookups(program, "the lab's resolver", resolver, port)
      try compareLookups(program, "the zone's own server", lab.authoritative1, lab.port)
      try measureStart(program)
    }
    let delayed = try await Lab(faults: LabFault.everywhere(.delay(milliseconds: delay)))
    defer { delayed.stop() }
    try measureDelayed(program, delayed)
    try compareMailRecords()
  }

  /// The records of mail alone: `annai-bench --mail`.
  private static func compareMailRecords() throws {
    try SPFBench.run()
    try HostileBench.run()
  }

  /// One `annai check` against the four commands, all asking the lab's resolver.
  private static func compare(_ program: String, _ lab: Lab) throws {
    let (address, port) = lab.resolver
    let check = check(program, domain, lab)
    let digs = names.map {
      ["/usr/bin/dig", "@\(address)", "-p", "\(port)", $0[0], "+short", $0[1]]
    }
    _ = try Measurement.of(check)
    for dig in digs { _ = try Measurement.of(dig) }
    var annai: [Measurement] = []
    var four: [Double] = []
    for _ in 0..<rounds {
      annai.append(try Measurement.of(check))
      four.append(try digs.map { try Measurement.of($0).milliseconds }.reduce(0, +))
    }
    guard annai.allSatisfy({ $0.status == 0 }) else {
      print("annai check did not end with 0; the numbers would mean nothing")
      exit(1)
    }
    let ratios = zip(four, annai).map { $0 / $1.milliseconds }
    print("machine: \(Machine.description)")
    print("rounds: \(rounds), one domain, against the lab's resolver, whole processes")
    print("four dig commands / annai check, wall time: \(Spread(ratios).text(unit: "x"))")
    print(
      "annai check (all servers and resolvers): \(Spread(annai.map(\.milliseconds)).text(unit: "ms"))"
    )
    print("four dig commands (the resolver only):   \(Spread(four).text(unit: "ms"))")
    print("annai check, peak memory: \(Spread(annai.map(\.mebibytes)).text(unit: "MiB"))")
  }

  /// The four lookups of the service's document.
  private static var names: [[String]] {
    [
      ["mx", domain], ["txt", domain], ["txt", "_dmarc.\(domain)"],
      ["txt", "qcloud._domainkey.\(domain)"],
    ]
  }

  private static func check(_ program: String, _ domain: String, _ lab: Lab) -> [String] {
    let (address, port) = lab.resolver
    return [
      program, "check", domain, "--lang", "en", "--server", "\(address)#\(port)",
      "--root-hints", lab.rootHints, "--dns-port", "\(port)",
      "--set", "dkimValue=" + LabZone.dkim.joined(),
    ]
  }

  /// The four lookups as one `annai dig` against four `dig` processes, put to the same server.
  private static func compareLookups(
    _ program: String, _ name: String, _ address: String, _ port: UInt16
  ) throws {
    let server = ["@\(address)", "-p", "\(port)", "+short"]
    let one = [program, "dig"] + server + names.flatMap { [$0[1], $0[0]] }
    let four = names.map { ["/usr/bin/dig"] + server + [$0[1], $0[0]] }
    var annai: [Measurement] = []
    var digs: [Double] = []
    for _ in 0..<rounds {
      annai.append(try Measurement.of(one))
      digs.append(try four.map { try Measurement.of($0).milliseconds }.reduce(0, +))
    }
    guard annai.allSatisfy({ $0.status == 0 }) else {
      print("annai dig did not end with 0; the numbers would mean nothing")
      exit(1)
    }
    let ratios = zip(digs, annai).map { $0 / $1.milliseconds }
    print("asking \(name):")
    print("  four dig commands / one annai dig, wall time: \(Spread(ratios).text(unit: "x"))")
    print("  one annai dig: \(Spread(annai.map(\.milliseconds)).text(unit: "ms"))")
    print("  four dig commands: \(Spread(digs).text(unit: "ms"))")
    print("  one annai dig, peak memory: \(Spread(annai.map(\.mebibytes)).text(unit: "MiB"))")
  }

  /// A check with a delay in front of every server: how many delays one after the other it takes.
  private static func measureDelayed(_ program: String, _ lab: Lab) throws {
    print("check with \(delay) ms at each server:")
    for (name, domain) in [("its addresses in the delegation", "glued.com"), ("none", domain)] {
      let command = check(program, domain, lab)
      // The resolver's own way to the answer is not part of the check.
      for _ in 0..<2 { _ = try Measurement.of(command) }
      let runs = try (0..<rounds).map { _ in try Measurement.of(command) }
      guard runs.allSatisfy({ $0.status == 0 }) else {
        print("annai check did not end with 0; the numbers would mean nothing")
        exit(1)
      }
      let inside = Spread(try (0..<rounds).map { _ in try CheckTime.milliseconds(of: command) })
      let whole = Spread(runs.map(\.milliseconds))
      print("  \(name): the check \(inside.text(unit: "ms")),")
      print("    the whole process \(whole.text(unit: "ms"))")
    }
  }

  private static func measureStart(_ program: String) throws {
    let starts = try (0..<rounds).map { _ in try Measurement.of([program, "--version"]) }
    print("start-up (--version): \(Spread(starts.map(\.milliseconds)).text(unit: "ms"))")
    print("start-up, peak memory: \(Spread(starts.map(\.mebibytes)).text(unit: "MiB"))")
  }
}
