import Lab
import Practice
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension ProgramTests {
  @Suite("annai practice serve") struct PracticeServeTests {}
}

extension ProgramTests.PracticeServeTests {
  /// The world in a process of its own, and where its servers are.
  private func serve(
    _ words: Words, _ arguments: [String] = [], in place: Place
  ) throws -> (terminal: PseudoTerminal, servers: [(role: String, address: String)], port: String) {
    let terminal = try Annai.start(
      ["practice", "serve"] + arguments + ["--lang", words.code], in: place)
    let table = try terminal.expect(try words("practice.serving"))
    let rows = table.matches(of: /([a-z-]+) +\S+ +([0-9.]+)#([0-9]+)\r\n/)
    let port = try #require(rows.first).3
    #expect(rows.allSatisfy { $0.3 == port })
    return (terminal, rows.map { (String($0.1), String($0.2)) }, String(port))
  }

  @Test("dig asks the addresses that are shown; Ctrl-C ends it", arguments: Words.codes)
  func dig(_ code: String) async throws {
    let place = try Place()
    let world = try serve(Words(code), in: place)
    let roles = Set(world.servers.map { $0.role })
    #expect(roles == Set(World.Role.allCases.map { $0.rawValue }))
    for (role, address) in world.servers {
      let question =
        switch role {
        case "root": (".", "NS", "a.root-servers.net.")
        case "registry": ("com.", "SOA", "")
        case "old-host", "stand-in": ("mail.example.com.", "MX", nil as String?)
        default: ("mail.example.com.", "MX", "10 mxbiz1.qq.com.")
        }
      let output = try await Dig().run([
        "@\(address)", "-p", world.port, "+tries=1", "+time=5", question.0, question.1,
      ])
      let wanted = question.2.map { $0.isEmpty ? "status: NOERROR" : $0 } ?? "status: REFUSED"
      #expect(output.contains(wanted), "\(role): \(output)")
    }
    try world.terminal.send("\u{3}")
    #expect(try world.terminal.waitForExit() == .exited(130))
  }

  @Test("The shown dig command works as it is")
  func example() async throws {
    let place = try Place()
    let terminal = try Annai.start(["practice", "serve"], in: place)
    let command = try terminal.expect(/\r\ndig ([^\r]+)\r\n/).1
    let output = try await Dig().run(command.split(separator: " ").map(String.init))
    #expect(output.contains("mxbiz1.qq.com."))
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForExit() == .exited(143))
  }

  @Test("annai itself can look at a served world, which tells its story")
  func check() throws {
    let place = try Place()
    let world = try serve(Words("en"), ["registry-hold"], in: place)
    func address(_ role: String) throws -> String {
      try #require(world.servers.first { $0.role == role }).address
    }
    let hints = try place.write(
      "hints",
      ". 3600 NS a.root-servers.net.\na.root-servers.net. 3600 A \(address("root"))\n")
    let run = try Annai.run(
      [
        "check", "mail.example.com", "--format", "json", "--root-hints", hints, "--dns-port",
        world.port, "--server", "\(address("resolver"))#\(world.port)",
      ], in: place)
    #expect(run.status == 1, "\(run)")
    #expect(try CheckDocument(run.output).findingIDs == ["domain-not-delegated"])
  }

  @Test("A port of one's own choice")
  func port() throws {
    let place = try Place()
    let hole = try SilentPort()
    let number = hole.number
    // Taken on one address only, so free on those of the world.
    let world = try serve(Words("en"), ["--dns-port", "\(number)"], in: place)
    #expect(world.port == "\(number)")
    // A second world cannot have it.
    let run = try Annai.run(["practice", "serve", "--dns-port", "\(number)"], in: place)
    #expect(run.status == 4, "\(run)")
    world.terminal.signal(SIGHUP)
    #expect(try world.terminal.waitForExit() == .exited(129))
  }
}
