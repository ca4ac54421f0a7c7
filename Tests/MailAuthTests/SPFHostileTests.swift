import DNS
import MailAuth
import Testing

@Suite("Hostile SPF records")
struct SPFHostileTests {
  @Test func tenThousandMechanisms() throws {
    let list = (0..<10_000).map { "a:x\($0 % 1000).ex" }.prefix(6000).joined(separator: " ")
    let zone = try Zone("").adding([("example.com", "v=spf1 \(list) -all")])
    let query = SPFQuery(
      domain: "example.com", address: try #require(IPAddress("192.0.2.1")), time: 0)
    var rounds = Rounds(zone)
    let evaluation = try rounds.gather { query.evaluate(in: $0) }
    #expect(evaluation.problem?.reason == .tooManyVoidLookups)
    // Ten terms at most are asked for, whatever the record holds.
    #expect(rounds.asked.count == 11)
    var walk = Rounds(zone)
    let name = try DNSName("example.com")
    let tree = try walk.gather { SPFTree.walk(from: name, in: $0) }
    #expect(tree.lookups == 6000 && tree.branches.count == SPFTree.mostTerms)
    #expect(walk.asked.count <= SPFTree.mostQuestions && tree.deadTerms.count == SPFTree.mostTerms)
  }

  @Test func tenThousandNetworks() throws {
    let list = (0..<4000).map { "ip4:10.\($0 / 250).\($0 % 250).1" }.joined(separator: " ")
    let zone = try Zone("").adding([("example.com", "v=spf1 \(list) -all")])
    let evaluation = try zone.check("example.com", "192.0.2.1")
    #expect(evaluation.result == .fail && evaluation.lookups == 0)
    #expect(evaluation.trace.steps.count == 101 && evaluation.trace.unlistedSteps == 3900)
    #expect(evaluation.match?.term == "-all")
    let last = try zone.check("example.com", "10.15.249.1")
    #expect(last.match?.term == "ip4:10.15.249.1")
    // What a new record loses is found without comparing each term with each.
    let record = try SPFRecord(parsing: "v=spf1 \(list) -all")
    #expect(record.losses(in: try SPFRecord(parsing: "v=spf1 ip4:10.0.0.0/9 -all")).isEmpty)
    #expect(record.losses(in: try SPFRecord(parsing: "v=spf1 -all")).count == 4000)
  }

  @Test func recordsBeyondTheirSize() throws {
    let long = "v=spf1 " + String(repeating: "a ", count: 40_000)
    let zone = try Zone("").adding([("example.com", long)])
    let evaluation = try zone.check("example.com", "192.0.2.1")
    #expect(evaluation.problem?.syntax?.reason == .tooLong && evaluation.result == .permError)
  }

  @Test func deepIncludes() throws {
    let records = (0..<300).map {
      ("d\($0).example.com", "v=spf1 include:d\($0 + 1).example.com -all")
    }
    let zone = try Zone("").adding(records)
    let evaluation = try zone.check("d0.example.com", "192.0.2.1")
    #expect(evaluation.problem?.reason == .tooManyLookups && evaluation.lookups == 11)
    let tree = try zone.tree("d0.example.com")
    #expect(!tree.isComplete && tree.lookups == SPFTree.mostLevels)
    #expect(tree.places.count == SPFTree.mostLevels)
    #expect(tree.places.last?.branch.tree?.status == .unexplored)
  }

  /// Each record includes the next ten times: a receiver that counts would come to 10^15.
  @Test func includesThatMultiply() throws {
    let records = (0..<15).map { index in
      let target = "include:m\(index + 1).example.com "
      return ("m\(index).example.com", "v=spf1 " + String(repeating: target, count: 10) + "-all")
    }
    let zone = try Zone("m15 TXT \"v=spf1 -all\"\n").adding(records)
    let tree = try zone.tree("m0.example.com")
    #expect(tree.lookups == SPFTree.highestCount && tree.isComplete)
    #expect(tree.places.count == 150 && tree.repeatedTargets.count == 15)
    #expect(try zone.check("m0.example.com", "192.0.2.1").problem?.reason == .tooManyLookups)
  }

  @Test func wideTrees() throws {
    var records: [(String, String)] = []
    for outer in 0..<100 {
      let terms = (0..<100).map { "include:w\(outer)-\($0).example.com" }.joined(separator: " ")
      records.append(("w\(outer).example.com", "v=spf1 \(terms) -all"))
    }
    let all = (0..<100).map { "include:w\($0).example.com" }.joined(separator: " ")
    let zone = try Zone("").adding(records + [("example.com", "v=spf1 \(all) -all")])
    var rounds = Rounds(zone)
    let name = try DNSName("example.com")
    let tree = try rounds.gather { SPFTree.walk(from: name, in: $0) }
    #expect(rounds.asked.count == SPFTree.mostQuestions && !tree.isComplete)
    #expect(tree.places.count <= SPFTree.mostRecords * SPFTree.mostTerms)
  }

  @Test func macroBombs() throws {
    let local = String(repeating: "x.", count: 5000)
    for bomb in ["%{s}", "%{S}", "%{sr.+-/_=,}", "%{i}", "%{l127r}", "%%"] {
      let room = 60_000 / bomb.utf8.count
      let text = String(repeating: bomb, count: room)
      let zone = try Zone("").adding([
        ("example.com", "v=spf1 exists:\(text)%{d} -all exp=why.example.com"),
        ("why.example.com", text),
      ])
      let evaluation = try zone.check(nil, "2001:db8::1", sender: local + "@example.com")
      #expect(evaluation.result == .fail)
      #expect(evaluation.trace.steps.first?.target?.utf8.count ?? 0 <= 253)
      #expect(evaluation.explanation?.utf8.count ?? 0 <= SPFLimits.explanation)
    }
  }

  @Test func sendersBeyondTheirSize() throws {
    let long = String(repeating: "a", count: 100_000)
    let query = SPFQuery(
      domain: long, address: try #require(IPAddress("192.0.2.1")), sender: long + "@" + long,
      helo: long, receiver: long, time: .max)
    #expect(query.sender.utf8.count <= 2100 && query.helo.utf8.count <= 1024)
    guard case .done(let evaluation) = query.evaluate(in: try Zone("")) else {
      Issue.record("nothing to ask for")
      return
    }
    #expect(evaluation.result == .none)
  }

  /// Any octets as a record: always a result, never a trap, within the rounds that the limits allow.
  @Test func damagedRecords() throws {
    var random = SeededGenerator(seed: 29)
    var results: Set<SPFResult> = []
    for _ in 0..<500 {
      var octets = Array(SPFText.record(using: &random).utf8)
      for _ in 0..<Int.random(in: 0..<3, using: &random) {
        let place = Int.random(in: 7..<max(octets.count, 8), using: &random)
        guard place < octets.count else { continue }
        octets[place] = random.pick(Array("%{}.:/=+-~?4iasp\u{0}\u{FF}".utf8))
      }
      let zone = Zone([
        ResourceRecord(
          name: try DNSName("example.com"), type: .txt, ttl: 60, data: .txt([octets])),
        ResourceRecord(
          name: try DNSName("a.b-c.example"), type: .a, ttl: 60,
          data: .address(try #require(IPAddress("192.0.2.1")))),
      ])
      let address = random.pick(["192.0.2.1", "203.0.113.1", "2001:db8::1"])
      let evaluation = try zone.check(nil, address, sender: "s-p.f@example.com", helo: "h.example")
      results.insert(evaluation.result)
      #expect(evaluation.lookups <= 11)
      #expect(
        (evaluation.problem == nil)
          == [.pass, .fail, .softFail, .neutral].contains(evaluation.result))
      _ = try zone.tree()
    }
    #expect(results.isSuperset(of: [.pass, .fail, .softFail, .neutral, .permError]))
  }
}
