import Diagnosis
import Foundation
import Testing
import Wizard

/// The file of a run: others read it, and annai reads those of its older versions.
@Suite struct RunCodingTests {
  private static let golden = """
    {
      "answers" : [
        {
          "question" : "domain",
          "source" : "flag",
          "value" : "mail.example.com"
        },
        {
          "question" : "mailServer",
          "source" : "default",
          "value" : "mxbiz1.qq.com."
        },
        {
          "question" : "reportAddress",
          "source" : "typed"
        }
      ],
      "changedAt" : 1795248060,
      "id" : "0a1b2c3d",
      "lastStatus" : "waiting",
      "playbook" : "tencent-ses",
      "position" : "question:dkimHost",
      "practice" : "negative-cache",
      "schema" : "annai.run/1",
      "startedAt" : 1795248000
    }
    """

  private static var sample: Run {
    var run = Run(
      id: "0a1b2c3d", playbook: "tencent-ses", practice: "negative-cache",
      position: .question("dkimHost"), at: 1_795_248_000)
    run.changedAt = 1_795_248_060
    run.answers = [
      Run.Answer(question: "domain", value: "mail.example.com", source: .flag),
      Run.Answer(question: "mailServer", value: "mxbiz1.qq.com.", source: .standard),
      Run.Answer(question: "reportAddress", value: nil, source: .typed),
    ]
    run.lastStatus = .waiting
    return run
  }

  private static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private static func run(_ json: String) throws -> Run {
    try JSONDecoder().decode(Run.self, from: Data(json.utf8))
  }

  @Test func theFileHasExactlyThisShape() throws {
    #expect(try Self.json(Self.sample) == Self.golden)
  }

  @Test func theFileIsReadBack() throws {
    #expect(try Self.run(Self.golden) == Self.sample)
  }

  @Test func whatIsAbsentIsLeftOut() throws {
    let run = Run(id: "1", playbook: "p", practice: nil, position: .review, at: 5)
    let json = try Self.json(run)
    #expect(!json.contains("practice"))
    #expect(!json.contains("lastStatus"))
    #expect(json.contains("\"answers\" : ["))
    #expect(try Self.run(json) == run)
  }

  @Test func aNullIsADeliberateNone() throws {
    let json = Self.golden.replacing(
      "\"source\" : \"typed\"", with: "\"source\" : \"typed\", \"value\" : null")
    #expect(try Self.run(json) == Self.sample)
  }

  @Test func everyRunOfAJourneyIsReadBack() throws {
    for position in Sample.path {
      let run = try Sample.journey(at: position).run
      #expect(try Self.run(Self.json(run)) == run)
    }
  }

  @Test(arguments: [
    (Position.question("domain"), "question:domain"), (.question(""), "question:"),
    (.question("a:b"), "question:a:b"), (.records, "records"), (.verify, "verify"),
    (.review, "review"), (.finished, "finished"),
  ])
  func aPlaceIsOneWord(position: Position, text: String) throws {
    #expect(position.rawValue == text)
    #expect(Position(rawValue: text) == position)
    #expect(try Self.json([position]) == "[\n  \"\(text)\"\n]")
    let read = try JSONDecoder().decode([Position].self, from: Data("[\"\(text)\"]".utf8))
    #expect(read == [position])
  }

  @Test(arguments: ["", "Records", "question", "records ", "question;domain"])
  func anyOtherWordIsNoPlace(text: String) {
    #expect(Position(rawValue: text) == nil)
    #expect(throws: DecodingError.self) {
      try Self.run(Self.golden.replacing("question:dkimHost", with: text))
    }
  }

  @Test(arguments: [
    ("\"flag\"", "\"guess\""), ("\"waiting\"", "\"fine\""), ("1795248000", "\"now\""),
    ("1795248000", "1e99"), ("\"id\" : \"0a1b2c3d\",", ""), ("\"answers\" : [", "\"answer\" : ["),
  ])
  func aFileThatIsNoRunIsAnError(old: String, new: String) throws {
    try #require(Self.golden.contains(old))
    #expect(throws: DecodingError.self) { try Self.run(Self.golden.replacing(old, with: new)) }
  }

  @Test func theSchemaIsKeptAsItWasRead() throws {
    let newer = try Self.run(Self.golden.replacing("annai.run/1", with: "annai.run/2"))
    #expect(newer.schema == "annai.run/2", "whoever loads a run must be able to refuse it")
  }

  @Test func sourcesHaveTheseNames() {
    #expect(
      Run.Source.allCases.map(\.rawValue) == [
        "typed", "flag", "environment", "file", "saved", "default",
      ])
  }
}
