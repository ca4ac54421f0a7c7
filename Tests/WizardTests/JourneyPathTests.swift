import DNS
import Playbook
import Testing
import Wizard

/// The way through `tencent-ses` as its file has it, from the first question to the end.
@Suite struct JourneyPathTests {
  @Test func aNewRunBeginsAtTheFirstQuestion() throws {
    let journey = try Sample.start()
    #expect(journey.run.position == .question("domain"))
    #expect(journey.run.id == "0a1b2c3d")
    #expect(journey.run.playbook == "tencent-ses")
    #expect(journey.run.answers.isEmpty)
    #expect(journey.run.startedAt == 1000)
    #expect(journey.run.changedAt == 1000)
    #expect(journey.run.lastStatus == nil)
    #expect(journey.domain == nil)
    #expect(!journey.canGoBack)
  }

  @Test func thePathIsThatOfThePlaybook() throws {
    #expect(try Sample.start().path == Sample.path)
  }

  @Test func everyPlaceLeadsToTheNext() throws {
    var journey = try Sample.start()
    var seen: [Position] = []
    for now in 1001...1000 + Sample.path.count {
      seen.append(journey.run.position)
      journey.pass(at: now)
    }
    #expect(seen == Sample.path)
    #expect(journey.run.position == .finished)
    #expect(journey.run.startedAt == 1000)
    #expect(journey.run.changedAt == 1000 + Sample.path.count)
  }

  @Test func answersAreKeptInTheirOrderWithTheirSource() throws {
    let run = try Sample.journey(at: .records).run
    #expect(
      run.answers == [
        Run.Answer(question: "domain", value: "mail.example.com", source: .typed),
        Run.Answer(question: "dkimHost", value: "qcloud._domainkey", source: .typed),
        Run.Answer(question: "dkimValue", value: "v=DKIM1; k=rsa; p=MIGfMA0=", source: .typed),
        Run.Answer(question: "mailServer", value: "mxbiz1.qq.com.", source: .standard),
        Run.Answer(question: "reportAddress", value: nil, source: .standard),
      ])
  }

  @Test func aDeliberateNoneIsAnAnswerWithoutAValue() throws {
    let journey = try Sample.journey(at: .records)
    #expect(journey.run.answer("reportAddress") != nil)
    #expect(journey.run.value("reportAddress") == nil)
    #expect(journey.values["reportAddress"] == nil)
    #expect(Set(journey.values.keys) == ["domain", "dkimHost", "dkimValue", "mailServer"])
  }

  @Test func everyPlaceBelongsToAStep() throws {
    let journey = try Sample.start()
    #expect(Sample.path.map { journey.stepIndex(of: $0) } == [0, 0, 0, 1, 1, 1, 2, 3, 3])
    #expect(journey.stepIndex(of: .question("nobody asks this")) == 3)
  }

  @Test func onlyQuestionsAndRecordsArePlaces() {
    #expect(Position(Step.Part.ask("domain")) == .question("domain"))
    #expect(Position(Step.Part.showRecords) == .records)
    #expect(Position(Step.Part.checkRecords) == .verify)
    #expect(Position(Step.Part.tell("step.create.do.1")) == nil)
    #expect(Position(Step.Part.note("note.labels")) == nil)
  }

  @Test(arguments: [
    ("EXAMPLE.com.", "example.com", "example.com"),
    ("  mail.example.co.id ", "mail.example.co.id", "example.co.id"),
    ("ｍａｉｌ。example．jp", "mail.example.jp", "example.jp"),
    ("例え.jp", "xn--r8jz45g.jp", "xn--r8jz45g.jp"),
  ])
  func theDomainIsKeptNormalised(typed: String, name: String, registrable: String) throws {
    var journey = try Sample.start()
    journey.take(.answered(try journey.read(typed, for: "domain"), .typed), at: 1001)
    #expect(journey.run.value("domain") == name)
    #expect(journey.domain?.name == (try DNSName(name)))
    #expect(journey.domain?.registrableDomain == (try DNSName(registrable)))
  }

  @Test(arguments: ["", "com", "http://example.com/", "a@example.com", "a_b.example.com"])
  func noDomainIsRefused(typed: String) throws {
    let journey = try Sample.start()
    #expect(throws: InputFault.self) { try journey.read(typed, for: "domain") }
  }

  @Test func aHostIsReadRelativeToTheDomain() throws {
    let journey = try Sample.journey(at: .question("dkimHost"))
    #expect(
      try journey.read("qcloud._domainkey.mail.example.com.", for: "dkimHost")
        == "qcloud._domainkey")
    #expect(throws: InputFault.otherDomain("other.example")) {
      try journey.read("qcloud._domainkey.other.example", for: "dkimHost")
    }
  }

  @Test func whatNobodyAsksHasNoAnswer() throws {
    #expect(try Sample.start().read("text", for: "nobody asks this") == nil)
  }
}
