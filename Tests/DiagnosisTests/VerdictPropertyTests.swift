import DNS
import Testing

@testable import Diagnosis

/// What holds of every verdict, tried on worlds that chance makes; the same ones each time.
@Suite struct VerdictPropertyTests {
  /// SplitMix64 (Steele, Lea, Flood 2014).
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }

    mutating func label() -> String {
      let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
      return "x" + String((0..<Int.random(in: 3...20, using: &self)).map { _ in pick(letters) })
    }

    mutating func pick<Value>(_ values: [Value]) -> Value {
      values[Int.random(in: 0..<values.count, using: &self)]
    }
  }

  /// Records that many domains have and that are no reason for alarm (findings catalogue, 2.10).
  private func harmless(_ dice: inout Dice) -> String {
    let label = dice.label()
    let address = "198.51.100.\(Int.random(in: 1...254, using: &dice))"
    return dice.pick([
      "@ A \(address)", "www CNAME example.com.", "\(label) A \(address)",
      "\(label) AAAA 2001:db8::1", "@ CAA 0 issue \"letsencrypt.org\"",
      "@ TXT \"\(label)-site-verification=\(label)\"", "@ TXT \"MS=\(label)\"",
      "@ TXT \"\(label)\" \" in \" \"parts\"", "\(label) TXT \"v=spf1 -all\"",
      "\(label)._domainkey TXT \"v=DKIM1; p=\(Example.key)\"",
      "\(label)._domainkey CNAME \(label).dkim.mail.example.net.",
      "_sip._tcp SRV 10 60 5060 \(label)", "* A \(address)", "*.\(label) TXT \"anything\"",
      "@ TXT \"\\195\\169t\\195\\169 \(label)\"", "\(label) MX 10 mxbiz1.qq.com.",
      "_dmarc.\(label) TXT \"v=DMARC1; p=reject\"", "\(label) NS ns1.example.net.",
    ])
  }

  /// The right records in other words: more senders, stricter policies, other spellings.
  private func reworded(_ line: String, _ dice: inout Dice) -> String {
    switch line {
    case _ where line.contains("v=spf1"):
      let senders = (0..<Int.random(in: 0...4, using: &dice)).map { _ in
        " ip4:203.0.113.\(Int.random(in: 1...254, using: &dice))"
      }.joined()
      let end = dice.pick(["~all", "-all"])
      return "@ TXT \"v=spf1\(senders) include:\(dice.pick(["qcloudmail.com", "QCloudMail.com"]))"
        + " \(end)\""
    case _ where line.contains("v=DMARC1"):
      let policy = dice.pick(["none", "quarantine", "reject"])
      return "_dmarc TXT \"v=DMARC1; p=\(policy)\(dice.pick(["", "; adkim=r", ";aspf=r;"]))\""
    case _ where line.contains("v=DKIM1"):
      let cut = Int.random(in: 1...Example.key.count - 1, using: &dice)
      return "qcloud._domainkey TXT \"v=DKIM1; k=rsa; p=\(Example.key.prefix(cut))\" "
        + "\"\(Example.key.dropFirst(cut))\""
    default: return line
    }
  }

  @Test func aHealthyDomainHasNoErrorAndNoWarning() throws {
    var dice = Dice(state: 2026)
    for round in 0..<150 {
      var example = Example()
      let own = Example.healthyZone.split(separator: "\n").map { reworded(String($0), &dice) }
      let more = (0..<Int.random(in: 0...12, using: &dice)).map { _ in harmless(&dice) }
      example.zone = (own + more).joined(separator: "\n")
      let verdict = Verdict(try example.evidence())
      let alarms = verdict.findings.filter { $0.severity != .info || $0.isUnknown }
      #expect(alarms.map(\.id) == [], "round \(round):\n\(example.zone)")
      #expect(verdict.status == .verified, "round \(round):\n\(example.zone)")
    }
  }

  /// Three faults of different layers at once: the earliest of them is never told as a consequence.
  @Test func laterFaultsNeverHideAnEarlierCause() throws {
    var dice = Dice(state: 178)
    var tried = 0
    let faults = Rule.all.filter { !VerdictTests.ofThisNetwork.contains($0.id) }
    for _ in 0..<900 {
      let rules = (0..<3).map { _ in dice.pick(faults) }.sorted { $0.layer < $1.layer }
      guard Set(rules.map(\.layer)).count == 3,
        let both = rules[0].broken.joined(with: rules[1].broken),
        let all = both.joined(with: rules[2].broken)
      else { continue }
      let evidence = try all.evidence()
      // One that takes the evidence away, such as silence, hides nothing: nobody knows.
      guard !rules[0].findings(in: evidence).isEmpty else { continue }
      tried += 1
      let verdict = Verdict(evidence)
      let causes = verdict.findings.filter { !$0.isConsequence }.map(\.id)
      #expect(causes.contains(rules[0].id), "\(rules.map(\.id.rawValue)): \(causes)")
      // Whatever is a consequence is explained by something that is found itself.
      let ids = Set(verdict.findings.map(\.id))
      #expect(verdict.findings.allSatisfy { ids.isSuperset(of: $0.causes) })
    }
    #expect(tried > 80, "\(tried)")
  }

  /// Two faults of different records, neither of which is about the whole domain.
  @Test func independentFaultsAreTwoCauses() throws {
    var dice = Dice(state: 40)
    var tried = 0
    let faults = Rule.all.filter { rule in
      (Layer.records...Layer.mailAuth).contains(rule.layer)
        && !RuleCatalogueTests.explainedByDamage.contains(rule.id)
    }
    for _ in 0..<250 {
      let (one, other) = (dice.pick(faults), dice.pick(faults))
      guard let both = one.broken.joined(with: other.broken) else { continue }
      let evidence = try both.evidence()
      let (first, second) = (one.findings(in: evidence), other.findings(in: evidence))
      let records = (Set(first.map(\.record)), Set(second.map(\.record)))
      guard !first.isEmpty, !second.isEmpty, records.0.isDisjoint(with: records.1),
        !records.0.contains(nil), !records.1.contains(nil)
      else { continue }
      tried += 1
      let causes = Set(Verdict(evidence).findings.filter { !$0.isConsequence }.map(\.id))
      #expect(causes.isSuperset(of: [one.id, other.id]), "\(one.id) \(other.id): \(causes)")
    }
    #expect(tried > 60, "\(tried)")
  }

  /// The order in which answers arrive decides nothing.
  @Test(arguments: Rule.all.map(\.id)) func theOrderOfAnswersIsNoEvidence(id: FindingID) throws {
    let rule = try #require(Rule.named(id))
    var evidence = try rule.broken.evidence()
    let first = Verdict(evidence)
    var dice = Dice(state: 7)
    for _ in 0..<5 {
      evidence.observations.shuffle(using: &dice)
      let verdict = Verdict(evidence)
      #expect(verdict.findings.map(\.id) == first.findings.map(\.id))
      #expect(verdict.findings.map(\.causes) == first.findings.map(\.causes))
      #expect(verdict.status == first.status && verdict.waitSeconds == first.waitSeconds)
    }
  }
}
