import DNS
import Testing

@testable import Practice

/// Limits, EDNS and octets that are no honest query.
@Suite struct ResponderTests {
  let world: World

  init() throws { world = try PracticeTests.world("healthy") }

  private func query(
    _ question: String, _ type: RecordType, change: (inout [UInt8]) -> Void = { _ in }
  ) throws -> [UInt8] {
    var octets = Message(
      query: Question(try name(question), type), id: 0x1234, recursionDesired: false
    ).encoded()
    change(&octets)
    return octets
  }

  @Test func ednsIsEchoedOnlyWhenAsked() throws {
    let with = try world.dig("127.53.0.3", "example.com", "SOA", "+norecurse", "+bufsize=4096")
    #expect(with.text.contains("EDNS: version: 0, flags:; udp: 1232"))
    let without = try world.dig("127.53.0.3", "example.com", "SOA", "+norecurse", "+noedns")
    #expect(!without.text.contains("EDNS"))
  }

  @Test func otherVersionsOfEDNSAreBad() throws {
    let dig = try world.dig(
      "127.53.0.3", "example.com", "SOA", "+norecurse", "+edns=1", "+noednsnegotiation")
    #expect(dig.status == "BADVERS")
    #expect(dig.answer.isEmpty)
  }

  @Test func bigAnswersAreCutOffAndComeWholeOverTCP() throws {
    let big = try name("big.example.com")
    let records = (0..<20).map { number in
      ResourceRecord(
        name: big, type: .txt, ttl: 600,
        data: .txt([Array("\(number) ".utf8) + [UInt8](repeating: 120, count: 200)]))
    }
    #expect(world.addRecords(records).isEmpty)
    for server in ["127.53.0.3", "127.53.0.53"] {
      let cut = try world.dig(server, "big.example.com", "TXT", "+ignore")
      #expect(cut.flags.contains("tc"))
      #expect(cut.answer.isEmpty)
      let whole = try world.dig(server, "big.example.com", "TXT")
      #expect(whole.text.contains("Truncated, retrying in TCP mode"))
      #expect(whole.answer.count == 20)
      #expect(try world.ask(server, "big.example.com", .txt)?.answer.count == 20)
    }
  }

  @Test func sizeOfTheClientDecides() throws {
    let record = ResourceRecord(
      name: try name("t.example.com"), type: .txt, ttl: 600,
      data: .txt([[UInt8](repeating: 116, count: 700)]))
    #expect(world.addRecords([record]).isEmpty)
    for (option, cut) in [("+noedns", true), ("+bufsize=100", true), ("+bufsize=1232", false)] {
      let dig = try world.dig("127.53.0.3", "t.example.com", "TXT", "+ignore", option)
      #expect(dig.flags.contains("tc") == cut)
      #expect(dig.answer.count == (cut ? 0 : 1))
    }
    // Under 512 octets every client gets the whole.
    let dig = try world.dig("127.53.0.3", dkimName, "TXT", "+ignore", "+noedns")
    #expect(dig.answer.count == 1)
  }

  @Test func longStringsAreSplitNotCut() throws {
    let long = [UInt8](repeating: 121, count: 700)
    let record = ResourceRecord(
      name: try name("long.example.com"), type: .txt, ttl: 600, data: .txt([long]))
    #expect(world.addRecords([record]).isEmpty)
    #expect(try world.ask("127.53.0.3", "long.example.com", .txt)?.answer.first?.text == long)
  }

  @Test func otherOpcodesAreNotImplemented() throws {
    let status = try query("example.com", .soa) { $0[2] |= 2 << 3 }
    let response = try #require(try world.send(status))
    #expect(response == [0x12, 0x34, 0x90, 4, 0, 0, 0, 0, 0, 0, 0, 0])
    let dig = try world.dig("127.53.0.53", "example.com", "SOA", "+opcode=notify")
    #expect(dig.status == "NOTIMP")
  }

  @Test func otherClassesAreRefusedWithTheirQuestion() throws {
    let dig = try world.dig("127.53.0.3", "version.bind", "TXT", "CH")
    #expect(dig.status == "REFUSED")
    #expect(!dig.text.contains("mismatch"))
  }

  @Test(
    arguments: [
      // Header only, no question.
      [0x12, 0x34, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      // A question announced that is not there.
      [0x12, 0x34, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0],
      // Two questions.
      [0x12, 0x34, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0, 1],
      // A name that points to itself.
      [0x12, 0x34, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0xC0, 12, 0, 1, 0, 1],
      // An answer inside a query.
      [0x12, 0x34, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1] + [
        0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 1, 2, 3, 4,
      ],
      // Type 0 and type OPT.
      [0x12, 0x34, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
      [0x12, 0x34, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 41, 0, 1],
    ] as [[UInt8]])
  func unreadableQueriesAreFormatErrors(octets: [UInt8]) throws {
    let response = try #require(try world.send(octets))
    #expect(response == [0x12, 0x34, 0x80, 1, 0, 0, 0, 0, 0, 0, 0, 0])
  }

  @Test(
    arguments: [
      [], [0x12], [UInt8](repeating: 0, count: 11),
      // A response.
      [0x12, 0x34, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ] as [[UInt8]])
  func someOctetsDeserveNoAnswer(octets: [UInt8]) throws {
    let response = Responder.response(to: octets, overTCP: false, recursive: false) { _ in
      Issue.record("must not be looked up")
      return Answer()
    }
    #expect(response == nil)
  }

  @Test func mutatedQueriesNeverStopTheServer() throws {
    var random = SeededGenerator(state: 53)
    let whole = try query(dkimName, .txt)
    for _ in 0..<20_000 {
      var octets = whole
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        octets[Int.random(in: octets.indices, using: &random)] = .random(
          in: .min ... .max, using: &random)
      }
      octets = Array(octets.prefix(Int.random(in: 0...(2 * octets.count), using: &random)))
      for recursive in [true, false] {
        let response = Responder.response(to: octets, overTCP: false, recursive: recursive) { _ in
          Answer()
        }
        guard let response else { continue }
        #expect(response.count >= 12)
        #expect(response[2] & 0x80 != 0)
        #expect(response[0..<2] == octets[0..<2])
      }
    }
    for count in [1, 13, 600, 9000] {
      let socket = try LoopbackSocket(.datagram)
      #expect(socket.connect(try address("127.53.0.53"), port: world.port) == nil)
      _ = socket.send([UInt8](repeating: 0xFF, count: count)[...])
    }
    #expect(try world.ask("127.53.0.53", "mail.example.com", .mx)?.answer.count == 1)
  }
}

/// SplitMix64: the same octets in every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
