import DNS
import MailAuth
import Testing

@Suite("SPF trees: all records, without a sender")
struct SPFTreeTests {
  private static let world = """
    @ TXT "v=spf1 a mx include:p.example.net include:small.example.net ip4:192.0.2.1 ~all"
    @ A 192.0.2.10
    @ MX 10 mail
    mail AAAA 2001:db8::1
    p.example.net. TXT "v=spf1 include:p1.example.net include:p2.example.net exists:%{i}.x.org -all"
    p1.example.net. TXT "v=spf1 ip4:198.51.100.1 a:a.example.net -all"
    p2.example.net. TXT "v=spf1 include:p1.example.net -all"
    a.example.net. A 198.51.100.9
    small.example.net. TXT "v=spf1 ip4:198.51.100.3 -all"

    """

  @Test func countsEveryTerm() throws {
    let tree = try Zone(Self.world).tree()
    // a, mx, include:p (p1 with a, p2 with p1 with a, exists), include:small.
    #expect(tree.status == .sound && tree.isComplete)
    #expect(tree.lookups == 1 + 1 + (1 + 2 + 3 + 1) + 1 && tree.voidLookups == 0)
    #expect(
      tree.costs.map(\.term.description) == [
        "include:p.example.net", "a", "mx", "include:small.example.net",
      ])
    #expect(tree.costs.map(\.lookups) == [7, 1, 1, 1])
    #expect(tree.branches.map(\.offset) == [7, 9, 12, 34])
    #expect(tree.places.count == 9)
    #expect(
      tree.places.first { $0.path.count == 3 }?.path.map(\.withoutFinalDot) == [
        "example.com", "p.example.net", "p1.example.net",
      ])
    #expect(tree.repeatedTargets.map(\.domain) == [try DNSName("p1.example.net")])
    #expect(tree.repeatedTargets.map(\.count) == [2])
    #expect(tree.broken.isEmpty && tree.loops.isEmpty && tree.deadTerms.isEmpty)
    #expect(tree.unresolved.isEmpty && tree.withoutAddress.isEmpty && tree.crowded.isEmpty)
  }

  /// The count is what a receiver reaches when nothing matches.
  @Test func countsWhatAnEvaluationCounts() throws {
    let zone = try Zone(Self.world)
    let evaluation = try zone.check("example.com", "203.0.113.1")
    #expect(evaluation.result == .softFail && evaluation.lookups == 10)
    #expect(try zone.tree().lookups == evaluation.lookups)
  }

  @Test func asksALevelAtATime() throws {
    var rounds = Rounds(try Zone(Self.world))
    let name = try DNSName("example.com")
    _ = try rounds.gather { SPFTree.walk(from: name, in: $0) }
    #expect(rounds.rounds.count == 4)
    #expect(rounds.asked.count == 1 + 5 + 4 + 2)
  }

  @Test func findsWhatIsBroken() throws {
    let tree = try Zone(
      """
      @ TXT "v=spf1 include:none.example.com include:gone.example.com include:two.example.com include:bad.example.com include:x..example.com include:%{d1} -all"
      none TXT token
      two TXT "v=spf1 a -all"
      two TXT "v=spf1 -all"
      bad TXT "v=spf1 -all moo"
      """
    ).tree()
    try #require(tree.broken.count == 6)
    #expect(
      tree.broken.compactMap(\.branch.tree?.status).prefix(3) == [.missing, .missing, .several])
    guard case .syntax(let error)? = tree.broken[3].branch.tree?.status else {
      Issue.record("no syntax fault")
      return
    }
    #expect(error.offset == 12 && error.reason == .unknownMechanism)
    #expect(tree.broken.suffix(2).map(\.branch.target) == [.malformed, .malformed])
    #expect(
      tree.voidLookups == 1
        && tree.voids.map(\.branch.term.description) == [
          "include:gone.example.com"
        ])
    #expect(tree.lookups == 6)
  }

  @Test func findsLoops() throws {
    let tree = try Zone(
      """
      @ TXT "v=spf1 include:a.example.com -all"
      a TXT "v=spf1 redirect=b.example.com"
      b TXT "v=spf1 include:a.example.com include:b.example.com -all"
      """
    ).tree()
    #expect(
      tree.loops.map { $0.map(\.withoutFinalDot) } == [
        ["example.com", "a.example.com", "b.example.com", "a.example.com"],
        ["example.com", "a.example.com", "b.example.com", "b.example.com"],
      ])
    #expect(tree.lookups == 4)
    let own = try Zone("@ TXT \"v=spf1 redirect=example.com\"\n").tree()
    #expect(own.loops.map { $0.map(\.withoutFinalDot) } == [["example.com", "example.com"]])
  }

  @Test func findsHostsWithoutAddress() throws {
    let tree = try Zone(
      """
      @ TXT "v=spf1 a:gone.example.com a:six.example.com mx mx:none.example.com mx:dead.example.com exists:gone.example.com -all"
      six AAAA 2001:db8::1
      @ MX 1 here
      @ MX 2 away
      here A 192.0.2.1
      none TXT x
      dead MX 1 away
      """
    ).tree()
    #expect(
      tree.withoutAddress.map(\.branch.term.description) == [
        "a:gone.example.com", "mx", "mx:dead.example.com",
      ])
    #expect(tree.withoutAddress[1].branch.hostsWithoutAddress == [try DNSName("away.example.com")])
    #expect(
      tree.voids.map(\.branch.term.description) == [
        "a:gone.example.com", "mx:none.example.com", "exists:gone.example.com",
      ])
    #expect(tree.voidLookups == 5)
    #expect(
      tree.deadTerms.map(\.term.description) == [
        "a:gone.example.com", "mx:none.example.com", "mx:dead.example.com",
        "exists:gone.example.com",
      ])
    #expect(tree.deadTerms.allSatisfy { $0.reason == .findsNothing })
  }

  @Test func findsDeadTerms() throws {
    let tree = try Zone(
      "@ TXT \"v=spf1 a ip4:192.0.2.1 ~a -all mx include:x.example.com redirect=y.example.com\"\n@ A 192.0.2.1\n"
    ).tree()
    #expect(
      tree.deadTerms.map(\.reason) == [
        .repeated, .behindAll, .behindAll, .redirectBesideAll,
      ])
    #expect(tree.deadTerms.map(\.offset) == [23, 31, 34, 56])
    // The repeated term is asked for all the same; what is behind `all` is not.
    #expect(tree.lookups == 2 && tree.branches.count == 2)
  }

  @Test func seesReverseNamesAndCrowds() throws {
    for (count, isCrowded) in [(10, false), (11, true)] {
      let servers = (0..<count).map { "@ MX \($0) m\($0)\nm\($0) A 192.0.2.1\n" }.joined()
      let tree = try Zone("@ TXT \"v=spf1 ptr mx exists:%{p}.example.com -all\"\n" + servers).tree()
      #expect(tree.crowded.isEmpty != isCrowded)
      #expect(tree.branches[1].mailServers == count)
      #expect(
        tree.reverseTerms.map(\.branch.term.description) == ["ptr", "exists:%{p}.example.com"])
      #expect(tree.branches[2].target == .dependsOnMessage)
      #expect(tree.lookups == 3)
    }
  }

  @Test func keepsApartWhatFailed() throws {
    let zone = try Zone(
      """
      @ TXT "v=spf1 a:h.example.com mx include:x.example.com include:y.example.com -all"
      h A 192.0.2.1
      @ MX 1 h
      x TXT "v=spf1 a:z.example.com -all"
      y TXT "v=spf1 -all"
      """
    ).failing("z.example.com", .aaaa).failing("y.example.com", .txt).failing("h.example.com", .aaaa)
    let tree = try zone.tree()
    #expect(!tree.isComplete)
    #expect(
      tree.unresolved.map(\.branch.term.description) == [
        "a:z.example.com", "include:y.example.com",
      ])
    #expect(tree.broken.isEmpty && tree.voidLookups == 0)
    #expect(try zone.failing("example.com", .txt).tree().status == .failed)
    #expect(try zone.tree("nothing.example.com").status == .missing)
  }

  @Test func followsMacrosOfTheDomainOnly() throws {
    let tree = try Zone(
      """
      @ TXT "v=spf1 include:_spf.%{d} include:%{l}.example.com -all"
      _spf TXT "v=spf1 a:%{d2}.example.net -all"
      example.com.example.net. A 192.0.2.1
      """
    ).tree()
    #expect(
      tree.branches.map(\.target) == [
        .name(try DNSName("_spf.example.com")), .dependsOnMessage,
      ])
    #expect(tree.lookups == 3 && tree.isComplete)
  }

  @Test func showsAllTermsOfSeveralRecords() throws {
    let tree = try Zone("@ TXT \"v=spf1 a -all\"\n@ TXT \"v=spf1 mx -all\"\n@ A 192.0.2.1\n").tree()
    #expect(tree.status == .several && tree.texts.count == 2 && tree.branches.count == 2)
  }

  /// For a sender that nothing lists, the tree and the evaluation count alike.
  @Test func countsLikeEvaluations() throws {
    var random = SeededGenerator(seed: 17)
    var compared = 0
    for _ in 0..<300 {
      var records: [(String, String)] = []
      for index in 0..<6 {
        var terms = (0..<Int.random(in: 0..<3, using: &random)).map { _ in
          random.pick([
            "a", "mx", "a:h.example.com", "ip4:203.0.113.1", "a:none.example.com", "ptr",
            index < 5
              ? "include:d\(Int.random(in: index + 1..<6, using: &random)).example.com" : "a",
          ])
        }
        terms.append(
          index < 5 && random.oneIn(4)
            ? "redirect=d\(Int.random(in: index + 1..<6, using: &random)).example.com" : "~all")
        records.append(("d\(index).example.com", "v=spf1 " + terms.joined(separator: " ")))
      }
      let zone = try Zone(
        (0..<6).map { "d\($0) A 192.0.2.9\nd\($0) MX 1 h\n" }.joined() + "h A 192.0.2.8\n"
      ).adding(records)
      let tree = try zone.tree("d0.example.com")
      let evaluation = try zone.check("d0.example.com", "192.0.2.1")
      #expect(tree.isComplete && tree.loops.isEmpty)
      if tree.lookups <= 10, tree.voidLookups <= 2 {
        compared += 1
        #expect(evaluation.result == .softFail, "\(records)")
        #expect(evaluation.lookups == tree.lookups, "\(records)")
        #expect(evaluation.voidLookups == tree.voidLookups, "\(records)")
      } else {
        #expect(evaluation.result == .permError)
      }
    }
    #expect(compared > 100)
  }
}
