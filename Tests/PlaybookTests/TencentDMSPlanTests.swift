import DNS
import Testing

@testable import Playbook

@Suite struct TencentDMSPlanTests {
  private let id = "tencent-dms"
  private let answers: Answers = [
    "domain": "notify.example.com", "mailType": "batch",
    "spfValue": "\"v=spf1 include:spf.dms.example ~all\"",
    "dkimHost": "dms._domainkey.notify.example.com.", "dkimValue": "v=DKIM1; k=rsa; p=AAAA",
    "dmarcValue": " v=DMARC1; p=none ", "mailServer": "mx.dms.example",
  ]

  @Test func allFourValuesArePasted() throws {
    #expect(
      try Shipped.rows(id, answers, zone: "example.com") == [
        "spf notify TXT v=spf1 include:spf.dms.example ~all",
        "dkim dms._domainkey.notify TXT v=DKIM1; k=rsa; p=AAAA",
        "dmarc _dmarc.notify TXT v=DMARC1; p=none", "mx notify MX 10 mx.dms.example.",
      ])
  }

  /// No public document has a value, so none is printed.
  @Test func noValueIsInvented() throws {
    let playbook = try Shipped.playbook(id)
    #expect(playbook.records.allSatisfy { $0.value.literals.isEmpty })
    #expect(playbook.inputs.allSatisfy { $0.default == nil && $0.isRequired })
  }

  @Test func theTypeIsTriggeredOrBatchAndChangesNoRecord() throws {
    let playbook = try Shipped.playbook(id)
    #expect(playbook.input("mailType")?.options == ["triggered", "batch"])
    var triggered = answers
    triggered["mailType"] = "1"
    #expect(
      try Shipped.rows(id, triggered, zone: "example.com")
        == Shipped.rows(id, answers, zone: "example.com"))
    triggered["mailType"] = "bulk"
    #expect(
      throws: PlanError.invalid([
        "mailType": .notAnOption("bulk", options: ["triggered", "batch"])
      ])
    ) { try Shipped.rows(id, triggered, zone: "example.com") }
  }

  /// The usual slip: the value of another record of the same page.
  @Test func aValueOfAnotherRecordIsRefused() throws {
    let playbook = try Shipped.playbook(id)
    #expect(throws: InputFault.wrongStart("v=spf1")) {
      try playbook.input("spfValue")?.answer("v=DMARC1; p=none")
    }
    #expect(throws: InputFault.wrongStart("v=DMARC1")) {
      try playbook.input("dmarcValue")?.answer("v=spf1 ~all")
    }
    #expect(try playbook.input("spfValue")?.answer("\"V=SPF1 ~all\"") == "V=SPF1 ~all")
  }

  @Test func withoutValuesOnlySoundnessIsJudged() throws {
    let few: Answers = ["domain": "notify.example.com", "dkimHost": "dms._domainkey"]
    let plan = try Shipped.playbook(id).plan(few, zone: DNSName("example.com"))
    #expect(plan.map(\.isSoundnessOnly) == [true, true, true, true])
    #expect(throws: PlanError.missing(["dkimHost"])) {
      try Shipped.rows(id, ["domain": "notify.example.com"], zone: "example.com")
    }
  }

  @Test func limitsAreThoseOfTheGuide() throws {
    let playbook = try Shipped.playbook(id)
    #expect(playbook.limits.verification == 60...600)
    #expect(playbook.limits.statuses == ["pending", "verified"])
    let notes = playbook.steps.flatMap(\.parts).compactMap(\.key)
    // What cannot be undone is said before the verification, not after it.
    let submit = playbook.steps[3].parts.compactMap(\.key)
    #expect(submit.first == "note.deletion")
    for key in ["note.name", "note.fresh", "note.two", "note.limit", "note.account"] {
      #expect(notes.contains(key))
    }
  }
}
