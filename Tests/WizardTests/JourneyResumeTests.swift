import Diagnosis
import Playbook
import Testing
import Wizard

/// Going on with a run that was saved, also when it no longer fits or was edited.
@Suite struct JourneyResumeTests {
  private func resumed(_ run: Run) throws -> Journey {
    Journey(playbook: try Sample.playbook(), run: run)
  }

  /// A run with every answer, standing at `position`.
  private func run(at position: Position) throws -> Run {
    var run = try Sample.journey(at: .review).run
    run.position = position
    return run
  }

  @Test(arguments: Sample.path) func aSoundRunGoesOnWhereItStood(position: Position) throws {
    let run = try run(at: position)
    #expect(try resumed(run).run == run)
  }

  @Test(arguments: [Position.question("nobody asks this"), .question("")])
  func aPlaceThatIsGoneBecomesTheFirstOpenOne(position: Position) throws {
    #expect(try resumed(run(at: position)).run.position == .records)
    var partial = try Sample.journey(at: .question("dkimValue")).run
    partial.position = position
    #expect(try resumed(partial).run.position == .question("dkimValue"))
  }

  @Test(arguments: [Position.records, .verify, .review, .finished])
  func aMissingAnswerIsAskedForFirst(position: Position) throws {
    for missing in Sample.typed.map(\.question) {
      var run = try run(at: position)
      run.answers.removeAll { $0.question == missing }
      #expect(try resumed(run).run.position == .question(missing))
    }
  }

  @Test func ofSeveralMissingAnswersTheFirstIsAskedFor() throws {
    var run = try run(at: .verify)
    run.answers.removeAll { ["mailServer", "dkimHost"].contains($0.question) }
    #expect(try resumed(run).run.position == .question("dkimHost"))
  }

  @Test func anAnswerThatIsMissingLaterDoesNotMoveThePlace() throws {
    var run = try run(at: .question("dkimHost"))
    run.answers.removeAll { $0.question == "mailServer" }
    #expect(try resumed(run).run.position == .question("dkimHost"))
  }

  @Test func aDeliberateNoneIsNotMissing() throws {
    let run = try run(at: .verify)
    try #require(run.answer("reportAddress")?.value == nil)
    #expect(try resumed(run).run.position == .verify)
  }

  @Test(arguments: [
    ("domain", String?.none), ("domain", ""), ("domain", "no domain at all"), ("domain", "com"),
    ("dkimHost", "qcloud"), ("dkimValue", nil), ("dkimValue", "v=DKIM1; p="),
    ("reportAddress", "xxx@163.com"),
  ])
  func anEditedAnswerThatIsNoneIsAskedForAgain(question: String, value: String?) throws {
    var run = try run(at: .records)
    let index = try #require(run.answers.firstIndex { $0.question == question })
    run.answers[index].value = value
    #expect(try resumed(run).run.position == .question(question))
  }

  @Test(arguments: Sample.path) func afterTheEndOfTheProgramTheLastPageIsNotBelieved(
    position: Position
  ) throws {
    let run = try run(at: position)
    let resumed = Journey(resuming: run, playbook: try Sample.playbook()).run
    #expect(resumed.position == (position == .review ? .verify : position))
    #expect(resumed.lastStatus == (position == .review ? nil : run.lastStatus))
    #expect(resumed.answers == run.answers)
  }

  @Test func resumingKeepsTheRest() throws {
    var run = try run(at: .question("gone"))
    run.answers.append(Run.Answer(question: "gone", value: "x", source: .file))
    let resumed = try resumed(run).run
    #expect(resumed.answers == run.answers, "another version of the playbook may ask for it")
    #expect(resumed.changedAt == run.changedAt)
    #expect(resumed.lastStatus == .verified)
  }
}
