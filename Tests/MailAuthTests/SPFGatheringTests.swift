import DNS
import Foundation
import MailAuth
import Testing

@Suite("SPF evaluation over answers that come in rounds")
struct SPFGatheringTests {
  /// The evaluation and the rounds that it took.
  private func gather(
    _ zone: Zone, _ address: String = "192.0.2.1", sender: String = "amy@example.com"
  ) throws -> (SPFEvaluation, Rounds) {
    let query = SPFQuery(
      address: try #require(IPAddress(address)), sender: sender, helo: nil, time: 0)
    var rounds = Rounds(zone)
    let evaluation = try rounds.gather { query.evaluate(in: $0) }
    #expect(rounds.rounds.first == [Question(try DNSName("example.com"), .txt)])
    // All answers at once lead to the same evaluation.
    guard case .done(let direct) = query.evaluate(in: zone) else {
      Issue.record("a zone has every answer")
      return (evaluation, rounds)
    }
    #expect(direct == evaluation)
    return (evaluation, rounds)
  }

  @Test func roundsAreTheDepthAndNotTheTerms() throws {
    let zone = try Zone(
      """
      @ TXT "v=spf1 a mx include:p.example.net include:q.example.net exists:%{l}.x.example.com -all"
      @ A 192.0.2.200
      @ MX 1 m1
      @ MX 2 m2
      m1 A 192.0.2.201
      m2 A 192.0.2.202
      amy.x AAAA ::1
      p.example.net. TXT "v=spf1 include:p1.example.net include:p2.example.net -all"
      p1.example.net. TXT "v=spf1 ip4:198.51.100.1 -all"
      p2.example.net. TXT "v=spf1 ip4:198.51.100.2 -all"
      q.example.net. TXT "v=spf1 include:q1.example.net -all"
      q1.example.net. TXT "v=spf1 ip4:198.51.100.3 -all"
      """)
    let (evaluation, rounds) = try gather(zone)
    #expect(evaluation.result == .fail && evaluation.lookups == 8)
    #expect(rounds.rounds.map(\.count) == [1, 5, 5])
  }

  @Test func stopsAskingBehindAMatch() throws {
    let zone = try Zone(
      "@ TXT \"v=spf1 ip4:192.0.2.0/24 a:n1.example.com include:x.example.com ~all\"\n")
    #expect(try gather(zone).1.asked.count == 1)
    #expect(try gather(zone, "203.0.113.1").1.asked.count == 3)
    let all = try Zone("@ TXT \"v=spf1 ~all a mx redirect=x.example.com\"\n")
    #expect(try gather(all).1.asked.count == 1)
  }

  @Test func foreseesExplanationsAndReverseNames() throws {
    let zone = try Zone(
      """
      @ TXT "v=spf1 ptr:example.net redirect=x.example.com exp=unused.example.com"
      x TXT "v=spf1 -all exp=why.example.com"
      why TXT "%{p}"
      1.2.0.192.in-addr.arpa. PTR a.example.org.
                              PTR b.example.org.
      a.example.org. A 192.0.2.9
      b.example.org. A 192.0.2.1
      """)
    let (evaluation, rounds) = try gather(zone)
    #expect(evaluation.explanation == "b.example.org")
    #expect(rounds.rounds.count == 3)
  }

  @Test func followsAliasesFromZoneToZone() throws {
    let zone = try Zone(
      """
      @ CNAME spf.example.net.
      spf.example.net. CNAME deep.example.org.
      deep.example.org. TXT "v=spf1 a:www.example.org mx:mx.example.org -all"
      www.example.org. CNAME host.example.net.
      host.example.net. A 192.0.2.77
      mx.example.org. MX 1 m.example.org.
      m.example.org. CNAME m.example.net.
      m.example.net. A 192.0.2.1
      """)
    let (evaluation, rounds) = try gather(zone)
    #expect(evaluation.result == .pass && evaluation.lookups == 2)
    #expect(
      evaluation.trace.lookup?.aliases.map(\.description) == [
        "spf.example.net.", "deep.example.org.",
      ])
    #expect(evaluation.trace.steps.last?.asked.last?.aliases == [try DNSName("m.example.net")])
    #expect(rounds.rounds.count == 6)
  }

  /// Two servers that are aliases of one host: its address is asked for once.
  @Test func asksNothingTwice() throws {
    let zone = try Zone(
      """
      @ TXT "v=spf1 mx -all"
      @ MX 1 m1
      @ MX 2 m2
      m1 CNAME host.example.net.
      m2 CNAME host.example.net.
      host.example.net. A 192.0.2.1
      """)
    #expect(try gather(zone).1.rounds.map(\.count) == [1, 1, 2, 1])
  }

  @Test func aliasesWithoutEndFail() throws {
    let loop = try Zone("@ TXT \"v=spf1 a:x.example.com -all\"\nx CNAME y\ny CNAME x\n")
    let (evaluation, _) = try gather(loop)
    #expect(evaluation.result == .tempError && evaluation.problem?.reason == .lookupFailed)
    let dangling = try Zone("@ TXT \"v=spf1 a:x.example.com -all\"\nx CNAME gone\n")
    let (other, _) = try gather(dangling)
    #expect(other.result == .fail && other.voidLookups == 1)
  }

  @Test func failuresBehindTheDecisionDoNotMatter() throws {
    let zone = try Zone(
      """
      @ TXT "v=spf1 a include:x.example.com -all"
      @ A 192.0.2.1
      x TXT "v=spf1 -all"
      """
    ).failing("x.example.com", .txt)
    #expect(try gather(zone).0.result == .pass)
    #expect(try gather(zone, "192.0.2.2").0.result == .tempError)
  }

  @Test func boundsWhatItForesees() throws {
    // Each of ten includes has ten mx with ten servers: 1 + 10 + 100 + 1000 questions in all.
    var records: [(String, String)] = []
    var text = ""
    let include = (0..<10).map { "include:i\($0).example.com" }.joined(separator: " ")
    records.append(("example.com", "v=spf1 \(include) -all"))
    for outer in 0..<10 {
      let terms = (0..<10).map { "mx:m\(outer)-\($0).example.com" }.joined(separator: " ")
      records.append(("i\(outer).example.com", "v=spf1 \(terms) -all"))
      for inner in 0..<10 {
        for host in 0..<10 {
          text += "m\(outer)-\(inner) MX \(host) h\(outer)-\(inner)-\(host)\n"
          text += "h\(outer)-\(inner)-\(host) A 192.0.2.77\n"
        }
      }
    }
    let (evaluation, rounds) = try gather(try Zone(text).adding(records))
    #expect(evaluation.problem?.reason == .tooManyLookups)
    // Nine mx terms with their servers are needed; the rest was foreseen.
    #expect(rounds.asked.count <= 9 * 11 + SPFLimits.foreseenQuestions)
    #expect(rounds.asked.count > 9 * 11)
  }

  @Test func tracesTheTree() throws {
    let zone = try Zone(
      """
      @ TXT "v=spf1 ip4:203.0.113.0/24 a:gone.example.com include:x.example.com redirect=y.example.com"
      x TXT "v=spf1 mx:x.example.com ?all"
      x MX 10 mail.x
      mail.x A 192.0.2.2
      y TXT "v=spf1 ~all"
      """)
    let (evaluation, _) = try gather(zone)
    let steps = evaluation.trace.steps
    #expect(
      steps.map(\.term) == [
        "ip4:203.0.113.0/24", "a:gone.example.com", "include:x.example.com",
        "redirect=y.example.com",
      ])
    #expect(steps.map(\.outcome) == [.noMatch, .noMatch, .noMatch, .redirected])
    #expect(steps.map(\.lookups) == [0, 1, 3, 4])
    #expect(steps.map(\.voidLookups) == [0, 1, 1, 1])
    #expect(steps[1].asked.map(\.status) == [.nxDomain] && steps[0].asked.isEmpty)
    #expect(steps[2].check?.record == "v=spf1 mx:x.example.com ?all")
    #expect(steps[2].check?.steps.map(\.lookups) == [3, 3])
    #expect(steps[2].check?.steps.first?.asked.map(\.question.type) == [.mx, .a])
    #expect(steps[3].check?.match == SPFMatch(term: "~all", domain: "y.example.com"))
    #expect(evaluation.match == steps[3].check?.match)
  }

  @Test func canBeWrittenAsJSON() throws {
    let zone = try Zone(
      "@ TXT \"v=spf1 include:x.example.com -all\"\nx TXT \"v=spf1 moo -all\"\n")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let trace = try zone.check("example.com", "192.0.2.1").trace
    let json = String(decoding: try encoder.encode(trace), as: UTF8.self)
    let inner =
      #"{"domain":"x.example.com","lookup":{"aliases":[],"question":{"name":"x.example.com.","#
      + #""type":"TXT"},"status":"records"},"problem":{"domain":"x.example.com","#
      + #""reason":"syntax","syntax":{"offset":7,"reason":"unknownMechanism","term":"moo"}},"#
      + #""record":"v=spf1 moo -all","result":"permerror","steps":[],"unlistedSteps":0}"#
    #expect(json.contains(#""steps":[{"asked":[],"check":"# + inner + #","lookups":1,"#))
    #expect(json.contains(#""outcome":"problem","target":"x.example.com","#))
  }
}
