import DNS
import Testing

@testable import Playbook

@Suite struct TencentSESPlanTests {
  let playbook: Playbook

  init() throws { playbook = try Shipped.playbook("tencent-ses") }

  private func rows(
    _ answers: Answers, zone: String
  ) throws -> [String] {
    try playbook.plan(answers, zone: DNSName(zone)).map {
      "\($0.id) \($0.hostLabel) \($0.type) \($0.priority.map { "\($0) " } ?? "")\($0.value)"
    }
  }

  @Test func apex() throws {
    let answers: Answers = ["domain": "example.com", "dkimValue": "v=DKIM1; k=rsa; p=AAAA"]
    #expect(
      try rows(answers, zone: "example.com") == [
        "mx @ MX 10 mxbiz1.qq.com.", "spf @ TXT v=spf1 include:qcloudmail.com ~all",
        "dkim qcloud._domainkey TXT v=DKIM1; k=rsa; p=AAAA", "dmarc _dmarc TXT v=DMARC1; p=none",
      ])
  }

  @Test(arguments: [
    ("abc.example.com", "example.com", "abc", ".abc"),
    ("abc.example.com", "abc.example.com", "@", ""),
    ("example.co.id", "example.co.id", "@", ""),
    ("Mail.Example.co.id.", "example.co.id", "mail", ".mail"),
    ("x.abc.example.co.kr", "example.co.kr", "x.abc", ".x.abc"),
  ])
  func hostLabelsFollowTheZone(domain: String, zone: String, own: String, below: String) throws {
    let plan = try playbook.plan(["domain": domain], zone: DNSName(zone))
    #expect(
      plan.map(\.hostLabel) == [own, own, "qcloud._domainkey" + below, "_dmarc" + below])
    let name = try DNSName(domain)
    #expect(plan.map(\.name).allSatisfy { $0.isSubdomain(of: name) })
    #expect(plan.map(\.purpose) == [.mx, .spf, .dkim, .dmarc])
  }

  @Test func withoutAKeyTheKeyIsJudgedForSoundness() throws {
    let plan = try playbook.plan(["domain": "example.com"], zone: DNSName("example.com"))
    #expect(plan.map(\.isSoundnessOnly) == [false, false, true, false])
    #expect(plan[2].value == "")
    let blank = try playbook.plan(
      ["domain": "example.com", "dkimValue": " "], zone: DNSName("example.com"))
    #expect(blank == plan)
  }

  @Test func everyAnswerIsUsed() throws {
    let answers: Answers = [
      "domain": "abc.example.com", "dkimHost": "mail._domainkey.abc.example.com.",
      "dkimValue": "\"v=DKIM1; k=rsa; \" \"p=AAAA\"", "mailServer": "mx.example.net",
      "reportAddress": "dmarc@example.com",
    ]
    #expect(
      try rows(answers, zone: "example.com") == [
        "mx abc MX 10 mx.example.net.", "spf abc TXT v=spf1 include:qcloudmail.com ~all",
        "dkim mail._domainkey.abc TXT v=DKIM1; k=rsa; p=AAAA",
        "dmarc _dmarc.abc TXT v=DMARC1; p=none; rua=mailto:dmarc@example.com",
      ])
  }

  @Test func whatIsWrongIsSaidAtOnce() {
    let answers: Answers = [
      "domain": "example.com", "dkimValue": "v=DKIM1", "mailServer": "192.0.2.1",
      "reportAddress": "xxx@163.com",
    ]
    #expect(
      throws: PlanError.invalid([
        "dkimValue": .missingTag("p"), "mailServer": .domain(.address),
        "reportAddress": .exampleAddress("xxx@163.com"),
      ])
    ) { try rows(answers, zone: "example.com") }
  }

  @Test func otherErrors() {
    #expect(throws: PlanError.missing(["domain"])) { try rows([:], zone: "example.com") }
    #expect(throws: PlanError.unknownInput("dkimHots", nearest: "dkimHost")) {
      try rows(["domain": "example.com", "dkimHots": "x"], zone: "example.com")
    }
    #expect(throws: PlanError.outsideZone) {
      try rows(["domain": "example.com"], zone: "example.org")
    }
    let label = String(repeating: "a", count: 60)
    let long = [label, label, label, label].joined(separator: ".") + ".com"
    #expect(throws: PlanError.badName(record: "dkim")) {
      try rows(["domain": long], zone: "com")
    }
  }

  @Test func noSampleIsLeftInAnyText() throws {
    for record in playbook.records {
      #expect(!(record.value.literals + record.name.literals).joined().contains("@"))
    }
    #expect(playbook.input("reportAddress")?.refused == ["xxx@163.com"])
    #expect(!playbook.inputs.contains { ($0.default ?? $0.example).contains("163.com") })
  }

  @Test func theQuestionsAreThoseOfTheContract() {
    #expect(
      playbook.inputs.map(\.id)
        == ["domain", "dkimHost", "dkimValue", "mailServer", "reportAddress"])
    #expect(playbook.inputs.filter { !$0.isRequired }.map(\.id) == ["reportAddress"])
    #expect(playbook.input("dkimHost")?.default == "qcloud._domainkey")
    #expect(playbook.input("mailServer")?.default == "mxbiz1.qq.com.")
    #expect(playbook.steps.map(\.id) == [.create, .record, .verify, .submit])
    #expect(playbook.steps[0].inputs == ["domain", "dkimHost", "dkimValue"])
    #expect(playbook.steps[1].inputs == ["mailServer", "reportAddress"])
    #expect(playbook.limits.verification == 300...7200)
    #expect(Set(playbook.document.pages.values.joined()) == Set(playbook.records.map(\.id)))
  }
}
