import DNS
import MailAuth
import Testing

@Suite("The DMARC record to publish is never weaker than the one in force")
struct DMARCPlanTests {
  private func plan(
    _ existing: [String], _ proposed: String, inherited: DMARCEffect? = nil
  ) throws -> DMARCPlan {
    DMARCPlan(
      existing: existing.map { Array($0.utf8) }, proposed: try DMARCRecord(parsing: proposed),
      inherited: inherited)
  }

  private func text(_ plan: DMARCPlan) -> String { String(decoding: plan.text, as: UTF8.self) }

  private static let proposal = "v=DMARC1; p=none; rua=mailto:r@s.example"

  @Test func addsWhatIsAskedFor() throws {
    for texts in [[], ["v=spf1 -all"]] {
      let plan = try plan(texts, Self.proposal)
      #expect(plan.action == .add && text(plan) == Self.proposal && plan.reasons.isEmpty)
    }
  }

  @Test func keepsWhatIsStronger() throws {
    let existing = "v=DMARC1;p=reject;  pct=50; rua=mailto:own@x.example; x=y"
    let plan = try plan([existing], Self.proposal)
    #expect(plan.action == .keep && text(plan) == existing)
    #expect(
      plan.reasons == [
        .policyKept(.domain, existing: .reject, proposed: .none),
        .reportsNotAdded(["mailto:r@s.example"]),
      ])
    let same = try self.plan([Self.proposal], Self.proposal)
    #expect(same.action == .keep && same.reasons.isEmpty)
  }

  @Test func replacesWhatIsWeakerAndKeepsItsReports() throws {
    let plan = try plan(
      ["v=DMARC1; p=none; rua=mailto:own@x.example; ruf=mailto:f@x.example; fo=1; pct=20; z=1"],
      "v=DMARC1; p=quarantine; rua=mailto:r@s.example")
    #expect(plan.action == .replace)
    #expect(
      text(plan)
        == "v=DMARC1; p=quarantine; fo=1; rua=mailto:own@x.example,mailto:r@s.example; "
        + "ruf=mailto:f@x.example")
    #expect(
      plan.reasons == [
        .reportsKept(["mailto:own@x.example", "mailto:f@x.example"]), .tagsDropped(["pct", "z"]),
      ])
  }

  @Test func takesTheStrongestOfEach() throws {
    let mixed = try plan(
      ["v=DMARC1; p=none; sp=reject; adkim=s"], "v=DMARC1; p=quarantine; aspf=s")
    #expect(text(mixed) == "v=DMARC1; p=quarantine; sp=reject; adkim=s; aspf=s")
    #expect(
      mixed.reasons == [
        .policyKept(.subdomain, existing: .reject, proposed: .quarantine),
        .alignmentKept(tag: "adkim"),
      ])
    let several = try plan(
      ["v=DMARC1; p=none; np=reject", "v=DMARC1; p=reject; sp=none"], "v=DMARC1; p=none")
    #expect(several.action == .replace && several.reasons.first == .recordsMerged(count: 2))
    #expect(several.record.policy == .reject && several.record.subdomainPolicy == DMARCPolicy.none)
    #expect(several.record.nonexistentPolicy == .reject)
  }

  @Test func repairsWhatIsBroken() throws {
    let plan = try plan(
      ["v=DMARC1; p=monitor; rua=mailto:own@x.example,oops"], "v=DMARC1; p=none")
    #expect(plan.action == .replace)
    #expect(text(plan) == "v=DMARC1; p=none; rua=mailto:own@x.example")
  }

  @Test func keepsTesting() throws {
    // Under test the subdomains would be left below what is asked for: it ends, at what is applied.
    let changed = try plan(["v=DMARC1; p=reject; t=y; sp=none"], "v=DMARC1; p=quarantine")
    #expect(text(changed) == "v=DMARC1; p=quarantine")
    let kept = try plan(["v=DMARC1; p=reject; t=y"], "v=DMARC1; p=quarantine; adkim=s")
    #expect(text(kept) == "v=DMARC1; p=reject; adkim=s; t=y" && kept.reasons.contains(.testKept))
    let ended = try plan(["v=DMARC1; p=quarantine; t=y"], "v=DMARC1; p=quarantine")
    #expect(text(ended) == "v=DMARC1; p=quarantine")
  }

  @Test func regardsWhatIsInherited() throws {
    var zone = MailZone()
    try zone.txt("_dmarc.example.com", "v=DMARC1; p=none; sp=reject; aspf=s")
    let today = try #require(
      DMARCDiscovery.judge(try DNSName("mail.example.com"), in: zone).outcome)
    let plan = try plan([], "v=DMARC1; p=none", inherited: today.effect)
    #expect(text(plan) == "v=DMARC1; p=reject; aspf=s" && plan.action == .add)
    #expect(
      plan.reasons == [
        .policyInherited(existing: .reject, proposed: .none), .alignmentKept(tag: "aspf"),
      ])
    // A record of its own is what applies, whatever stands above.
    let own = try self.plan(
      ["v=DMARC1; p=none"], "v=DMARC1; p=none", inherited: today.effect)
    #expect(own.action == .keep)
  }

  /// Whatever stands and whatever is asked for: the plan is as strong as both, and a second look
  /// changes nothing.
  @Test func isNeverWeaker() throws {
    var random = SeededGenerator(seed: 37)
    for _ in 0..<1000 {
      let existing = DMARCText.sound(using: &random)
      let proposed = DMARCText.sound(using: &random)
      let wanted = try DMARCRecord(parsing: proposed)
      let plan = try plan([existing], proposed)
      #expect(plan.record.satisfies(wanted), "\(existing) | \(proposed) | \(text(plan))")
      #expect(
        plan.record.satisfies(try DMARCRecord(parsing: existing)),
        "\(existing) | \(proposed) | \(text(plan))")
      #expect(try self.plan([text(plan)], proposed).action == .keep)
      #expect(try DMARCRecord(parsing: plan.text).description == plan.record.description)
    }
  }
}
