import Diagnosis
import Foundation
import Localization
import Testing

/// Every message that the program says is in the tables, and the tables hold nothing else.
///
/// A key that is missing would be shown as its name; one that nobody uses would be translated for
/// nothing.
@Suite struct MessageKeyUseTests {
  private let source: SourceText
  private let english: Set<String>

  init() throws {
    source = try SourceText.program.get()
    english = try Tables.keys("en")
  }

  /// The first parts of the keys that Swift code names: `wizard`, `error` and so on.
  private var starts: Set<String> { Set(english.map { String($0.prefix { $0 != "." }) }) }

  @Test func thereIsSomethingToRead() {
    #expect(source.count > 100)
    #expect(english.count > 200)
  }

  /// The ways in which a key is handed over, each with a key that is surely found by it.
  private static var calls: [(String, Regex<(Substring, Substring)>)] {
    [
      ("report.fix", /messages\(\s*"([^"\\]+)"/),
      ("duration.hours", /self\(\s*"([^"\\]+)"/),
      ("wizard.saved", /say\(\s*"([^"\\]+)"/),
      ("wizard.checking", /saying:\s*"([^"\\]+)"/),
      ("look.looking", /progress:\s*"([^"\\]+)"/),
      ("error.root-hints", /Failure\(\s*\.\w+,\s*"([^"\\]+)"/),
      ("usage.missing-value", /init\(\s*\.\w+,\s*"([^"\\]+)"/),
      ("fault.bad-label", /\(\s*"(fault\.[^"\\]+)"/),
      ("option.lang", /help:\s*"([^"\\]+)"/),
      ("walkthrough.next", /happen\(\s*"([^"\\]+)"/),
      ("command.check", /abstract:\s*"([^"\\]+)"/),
    ]
  }

  @Test(arguments: calls.indices) func everyKeyThatIsHandedOverExists(call: Int) {
    let (sample, pattern) = Self.calls[call]
    let keys = source.keys(pattern)
    #expect(keys[sample] != nil, "the pattern finds nothing any more")
    for (key, file) in keys where !english.contains(key) {
      Issue.record("\(file): \(key) is in no English table")
    }
  }

  @Test func everyLiteralThatLooksLikeAKeyExists() {
    for (key, file) in source.literals(startingWith: starts) where !english.contains(key) {
      Issue.record("\(file): \(key) is in no English table")
    }
  }

  @Test func keysArePutTogetherInTheseFamiliesOnly() {
    let known: Set = [
      "dns-host.", "finding.", "layer.", "practice.", "record.confidence.", "record.status.",
      "report.finding.",
      "record.fault.", "severity.", "spf.result.", "spf.problem.", "spf.step.", "spf.lookup.",
      "spf.tree.", "spf.dead.", "table.",
    ]
    #expect(source.families == known, "a new family needs a test of its own")
  }

  @Test func everyKeyIsUsed() {
    let literals = Set(source.literals(startingWith: starts).keys)
    let families = source.families
    let unused = english.filter { key in
      !literals.contains(key)
        // `ShippedPlaybookTests` compares the texts of playbooks with their files.
        && !key.hasPrefix("playbook.") && !key.hasPrefix("playbooks.")
        // `WalkthroughTests` compares what walkthroughs say with their files.
        && !key.hasPrefix("walk.")
        && !families.contains { key.hasPrefix($0) }
        // `InputFault` adds the ending to a key when there is something to propose.
        && !(key.hasPrefix("fault.") && key.hasSuffix("-suggestion")
          && literals.contains(String(key.dropLast("-suggestion".count))))
    }
    #expect(unused.sorted() == [])
  }

  @Test func everyStatusHasItsWordAndNoOther() throws {
    let statuses: [RecordVerdict.Status] = [.match, .missing, .mismatch, .waiting, .unknown]
    #expect(
      english.filter { $0.hasPrefix("record.status.") }
        == Set(statuses.map { "record.status.\($0.rawValue)" }))
  }

  @Test func everyConfidenceThatIsToldHasItsRemarkAndNoOther() {
    #expect(
      english.filter { $0.hasPrefix("record.confidence.") }
        == Set(["record.confidence.seen", "record.confidence.unverified"]))
  }

  @Test func everySeverityHasItsHeadingAndNoOther() throws {
    let severities: [Severity] = [.error, .warning, .info]
    #expect(
      english.filter { $0.hasPrefix("report.finding.") }
        == Set(severities.map { "report.finding.\($0.rawValue)" } + ["report.finding.unknown"]))
  }
}
