import Diagnosis
import Testing
import Wizard

/// Going back, changing an answer, and events that come where they mean nothing.
@Suite struct JourneyMoveTests {
  @Test(arguments: Sample.path) func backLeadsToThePlaceBefore(position: Position) throws {
    var journey = try Sample.journey(at: position)
    try #require(journey.run.position == position)
    let answers = journey.run.answers
    let index = try #require(Sample.path.firstIndex(of: position))
    let isFixed = index == 0 || position == .finished
    #expect(journey.canGoBack == !isFixed)
    journey.take(.back, at: 2000)
    #expect(journey.run.position == (isFixed ? position : Sample.path[index - 1]))
    #expect(journey.run.answers == answers, "going back forgets nothing")
  }

  @Test func backAllTheWayAndForwardAgain() throws {
    var journey = try Sample.journey(at: .review)
    let answers = journey.run.answers
    for _ in Sample.path { journey.take(.back, at: 2000) }
    #expect(journey.run.position == Sample.path.first)
    for _ in Sample.path { journey.pass(at: 2001) }
    #expect(journey.run.position == .finished)
    #expect(journey.run.answers == answers)
  }

  @Test func theSameAnswerReturnsToTheReview() throws {
    var journey = try Sample.journey(at: .review)
    journey.take(.change("dkimHost"), at: 2000)
    #expect(journey.run.position == .question("dkimHost"))
    journey.take(.answered("qcloud._domainkey", .typed), at: 2001)
    #expect(journey.run.position == .review)
    #expect(journey.run.lastStatus == .verified)
  }

  @Test func anotherAnswerLeadsToTheRecords() throws {
    var journey = try Sample.journey(at: .review)
    journey.take(.change("dkimHost"), at: 2000)
    journey.take(.answered("other._domainkey", .typed), at: 2001)
    #expect(journey.run.position == .records)
    #expect(journey.run.lastStatus == nil)
    #expect(journey.run.value("dkimHost") == "other._domainkey")
    #expect(journey.run.answers.map(\.question) == Sample.typed.map(\.question))
    journey.take(.accepted, at: 2002)
    #expect(journey.run.position == .verify)
  }

  @Test(arguments: [String?.none, "dmarc@example.com"])
  func aDeliberateNoneIsComparedLikeAnyAnswer(value: String?) throws {
    var journey = try Sample.journey(at: .review)
    journey.take(.change("reportAddress"), at: 2000)
    journey.take(.answered(value, .typed), at: 2001)
    #expect(journey.run.position == (value == nil ? .review : .records))
    #expect(journey.run.value("reportAddress") == value)
  }

  @Test func anAnswerIsPutRightFromElsewhere() throws {
    var journey = try Sample.journey(at: .records)
    journey.take(.corrected("mailServer", "mx.example.net.", .typed), at: 2000)
    #expect(journey.run.position == .records)
    #expect(journey.run.value("mailServer") == "mx.example.net.")
    #expect(journey.run.changedAt == 2000)
    journey.take(.corrected("nothing", "x", .typed), at: 2001)
    #expect(journey.run.answer("nothing") == nil)
    var done = try Sample.journey(at: .finished)
    let answers = done.run.answers
    done.take(.corrected("mailServer", "mx.example.net.", .typed), at: 2000)
    #expect(done.run.answers == answers)
  }

  @Test func anotherAnswerFromElsewhereMakesTheLastCheckWorthless() throws {
    var journey = try Sample.journey(at: .review)
    journey.take(.corrected("mailServer", journey.run.value("mailServer"), .typed), at: 2000)
    #expect(journey.run.lastStatus == .verified)
    journey.take(.corrected("mailServer", "mx.example.net.", .typed), at: 2001)
    #expect(journey.run.lastStatus == nil)
    #expect(journey.run.position == .review)
  }

  @Test func oneChangeDoesNotShortenTheNextWay() throws {
    var journey = try Sample.journey(at: .review)
    journey.take(.change("domain"), at: 2000)
    journey.take(.answered("mail.example.com", .typed), at: 2001)
    for _ in 0..<7 { journey.take(.back, at: 2002) }
    #expect(journey.run.position == .question("domain"))
    journey.take(.answered("mail.example.com", .typed), at: 2003)
    #expect(journey.run.position == .question("dkimHost"))
  }

  @Test(arguments: [Position.records, .verify])
  func aChangeBeforeTheReviewGoesOnStepByStep(position: Position) throws {
    var journey = try Sample.journey(at: position)
    journey.take(.change("dkimHost"), at: 2000)
    #expect(journey.run.position == .question("dkimHost"))
    journey.take(.answered("other._domainkey", .typed), at: 2001)
    #expect(journey.run.position == .question("dkimValue"))
  }

  @Test func backEndsAChange() throws {
    var journey = try Sample.journey(at: .review)
    journey.take(.change("dkimHost"), at: 2000)
    journey.take(.back, at: 2001)
    #expect(journey.run.position == .question("domain"))
    journey.take(.answered("mail.example.com", .typed), at: 2002)
    #expect(journey.run.position == .question("dkimHost"))
  }

  @Test func anotherAnswerOnTheWayBackForgetsTheLastCheck() throws {
    var journey = try Sample.journey(at: .review)
    for _ in 0..<3 { journey.take(.back, at: 2000) }
    try #require(journey.run.position == .question("reportAddress"))
    journey.take(.answered(nil, .typed), at: 2001)
    #expect(journey.run.lastStatus == .verified)
    journey.take(.back, at: 2002)
    journey.take(.answered("dmarc@example.com", .typed), at: 2003)
    #expect(journey.run.lastStatus == nil)
    #expect(journey.run.position == .records)
  }

  @Test(arguments: [Verdict.Status.verified, .problems, .waiting, .unknown])
  func onlyVerifiedGoesOn(status: Verdict.Status) throws {
    var journey = try Sample.journey(at: .verify)
    journey.take(.checked(status), at: 2000)
    #expect(journey.run.lastStatus == status)
    #expect(journey.run.position == (status == .verified ? .review : .verify))
  }

  @Test func aLaterCheckReplacesTheEarlierOne() throws {
    var journey = try Sample.journey(at: .verify)
    journey.take(.checked(.waiting), at: 2000)
    journey.take(.checked(.verified), at: 2001)
    #expect(journey.run.lastStatus == .verified)
    #expect(journey.run.position == .review)
  }

  @Test(arguments: Sample.path.filter { $0 != .verify })
  func aCheckElsewhereChangesNothing(position: Position) throws {
    try expectNoChange(at: position, .checked(.verified))
    try expectNoChange(at: position, .checked(.problems))
  }

  @Test(arguments: [Position.records, .verify, .review, .finished])
  func anAnswerWithoutAQuestionChangesNothing(position: Position) throws {
    try expectNoChange(at: position, .answered("other.example", .typed))
    try expectNoChange(at: position, .answered(nil, .typed))
  }

  @Test(arguments: Sample.typed.map { Position.question($0.question) })
  func anOpenQuestionIsNotAcceptedUnanswered(position: Position) throws {
    try expectNoChange(at: position, .accepted)
  }

  @Test func anAnsweredQuestionMayBeAcceptedAsItIs() throws {
    var journey = try Sample.journey(at: .question("dkimHost"))
    journey.take(.back, at: 2000)
    journey.take(.accepted, at: 2001)
    #expect(journey.run.position == .question("dkimHost"))
    #expect(journey.run.value("domain") == "mail.example.com")
  }

  @Test(arguments: Sample.path) func anUnknownQuestionCannotBeChanged(position: Position) throws {
    try expectNoChange(at: position, .change("nobody asks this"))
    try expectNoChange(at: position, .change(""))
  }

  @Test func aQuestionThatWasNotAnsweredCannotBeJumpedTo() throws {
    try expectNoChange(at: .question("domain"), .change("reportAddress"))
    try expectNoChange(at: .question("dkimValue"), .change("mailServer"))
  }

  @Test func afterTheEndNothingMoves() throws {
    for event in [Journey.Event.accepted, .back, .change("domain"), .checked(.problems)] {
      try expectNoChange(at: .finished, event)
    }
  }

  /// Whatever comes at the wrong place, only the time of the run moves.
  private func expectNoChange(
    at position: Position, _ event: Journey.Event,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var journey = try Sample.journey(at: position)
    try #require(journey.run.position == position, sourceLocation: sourceLocation)
    var expected = journey.run
    expected.changedAt = 3000
    journey.take(event, at: 3000)
    #expect(journey.run == expected, "\(event)", sourceLocation: sourceLocation)
  }
}
