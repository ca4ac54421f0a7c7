import Diagnosis
import Playbook
import Testing
import Wizard

/// A playbook in which a choice decides what else is asked and which records there are.
@Suite struct JourneyChoiceTests {
  private static let yaml = """
    id: choices
    service: name
    document: {url: "https://mail.example.net/guide"}
    links: {console: "https://mail.example.net/"}
    inputs:
      - {id: domain, kind: domain, required: true, example: a.example}
      - {id: form, kind: choice, required: true, options: [txt, cname]}
      - {id: key, kind: recordValue, required: true, keyTag: p, example: p=AAAA, when: {form: txt}}
      - {id: alias, kind: target, required: true, example: k.example.net, when: {form: cname}}
    records:
      - {id: spf, purpose: spf, type: TXT, name: "{domain}", value: "v=spf1 include:a.example ~all"}
    steps:
      - {id: create, parts: [{ask: domain}, {ask: form}, {ask: key}, {ask: alias}]}
      - {id: record, parts: [{records: show}]}
      - {id: verify, parts: [{records: check}]}
      - {id: submit, parts: [{tell: step.submit.do.1}]}
    """

  private func start() throws -> Journey {
    let playbook = try Playbook(yaml: Self.yaml, file: "choices.yaml")
    return Journey.start(playbook, id: "0a1b2c3d", practice: nil, at: 0)
  }

  private func answer(_ journey: inout Journey, _ text: String) throws {
    guard case .question(let id) = journey.run.position else {
      Issue.record("no question is open")
      return
    }
    journey.take(.answered(try journey.read(text, for: id), .typed), at: 1)
  }

  /// At the review, with a key as a TXT record.
  private func reviewed() throws -> Journey {
    var journey = try start()
    for text in ["mail.example.com", "txt", "p=AAAA"] { try answer(&journey, text) }
    journey.take(.accepted, at: 1)
    journey.take(.checked(.verified), at: 1)
    #expect(journey.run.position == .review)
    return journey
  }

  @Test func onlyTheQuestionsOfTheChoiceAreAsked() throws {
    var journey = try start()
    try answer(&journey, "mail.example.com")
    #expect(journey.run.position == .question("form"))
    try answer(&journey, "2")
    #expect(journey.run.position == .question("alias"))
    #expect(journey.inputs.map(\.id) == ["domain", "form", "alias"])
    journey.take(.back, at: 1)
    #expect(journey.run.position == .question("form"))
    try answer(&journey, "TXT")
    #expect(journey.run.position == .question("key"))
    try answer(&journey, "p=AAAA")
    #expect(journey.run.position == .records)
  }

  @Test func anotherChoiceAtTheReviewBringsItsQuestion() throws {
    var journey = try reviewed()
    journey.take(.change("form"), at: 1)
    try answer(&journey, "cname")
    #expect(journey.run.position == .question("alias"))
    try answer(&journey, "k.example.net")
    #expect(journey.run.position == .records)
    #expect(journey.run.lastStatus == nil)
  }

  @Test func theSameChoiceAtTheReviewChangesNothing() throws {
    var journey = try reviewed()
    journey.take(.change("form"), at: 1)
    try answer(&journey, "txt")
    #expect(journey.run.position == .review)
    // Back and forth: the answers of both forms are known.
    for (form, more) in [("cname", "k.example.net"), ("txt", nil)] {
      journey.take(.change("form"), at: 1)
      try answer(&journey, form)
      if let more { try answer(&journey, more) }
      #expect(journey.run.position == .records)
      journey.take(.accepted, at: 1)
      journey.take(.checked(.verified), at: 1)
    }
  }

  @Test func aQuestionThatDoesNotCountCannotBeChanged() throws {
    var journey = try reviewed()
    journey.take(.change("alias"), at: 1)
    #expect(journey.run.position == .review)
  }

  @Test func whatIsUnansweredFollowsTheChoice() throws {
    let journey = try start()
    #expect(journey.unanswered(given: [:]) == ["domain", "form"])
    #expect(journey.unanswered(given: ["domain": "a.example", "form": "1"]) == ["key"])
    #expect(journey.unanswered(given: ["domain": "a.example", "form": "cname"]) == ["alias"])
    // What cannot be read is complained about at its own question.
    let wrong = ["domain": "a.example", "form": "txt", "key": "no key"]
    #expect(journey.unanswered(given: wrong) == [])
    #expect(try reviewed().unanswered(given: [:]) == [])
  }

  @Test func aSavedRunGoesOnWhereItsChoiceLeads() throws {
    var journey = try start()
    for text in ["mail.example.com", "cname"] { try answer(&journey, text) }
    let again = Journey(playbook: journey.playbook, run: journey.run)
    #expect(again.run.position == .question("alias"))
  }
}
