import DNS
import Diagnosis
import Localization
import Report
import Testing

/// What is written to a support, and what has changed between two looks.
@Suite struct TicketTextTests {
  private func words(_ blocks: [Block]) -> String {
    blocks.map { block in
      switch block {
      case .heading(let text), .subheading(let text), .paragraph(let text, _, _),
        .verbatim(let text, _):
        text
      case .fields(let fields): fields.map { "\($0.label)=\($0.value)" }.joined(separator: "\n")
      case .table, .marked, .difference, .space: ""
      }
    }.joined(separator: "\n")
  }

  @Test(arguments: FindingTextTests.pairs)
  func everyFindingMakesATicket(language: String, id: String) throws {
    let messages = try Tables.messages(language)
    let result = try look(at: id)
    let text = words(
      TicketText(
        result, service: "Some Mail", program: "annai 1", caseFile: "case.json", messages
      ).blocks)
    #expect(!text.contains("{") && !text.contains("}"), "unfilled: \(text)")
    for start in ["ticket.", "finding.", "record.status"] {
      #expect(!text.contains(start), "a key instead of its text: \(text)")
    }
    #expect(text.contains(result.evidence.domain.withoutFinalDot))
    #expect(text.contains("Some Mail") && text.contains("annai 1") && text.contains("case.json"))
    for finding in result.verdict.findings where !finding.isConsequence {
      #expect(text.contains(finding.id.rawValue))
    }
    for record in result.verdict.records {
      #expect(text.contains(record.expected.name.description))
    }
  }

  @Test(arguments: Tables.languages) func nothingNewIsNoChange(language: String) throws {
    let result = try look(at: "name-doubled")
    #expect(!CheckChanges.isChange(from: result, to: result))
    #expect(CheckChanges(from: result, to: result, try Tables.messages(language)).blocks.isEmpty)
  }

  @Test(arguments: Tables.languages) func aLineForEachChange(language: String) throws {
    let messages = try Tables.messages(language)
    let (before, after) = (try look(at: "spf-missing"), try look(at: "spf-multiple"))
    #expect(CheckChanges.isChange(from: before, to: after))
    let text = words(CheckChanges(from: before, to: after, messages).blocks)
    #expect(!text.contains("{") && !text.contains("changes."), "\(text)")
    func title(_ id: String, in result: CheckResult) throws -> String {
      let finding = try #require(result.verdict.findings.first { $0.id.rawValue == id })
      return FindingText(finding, messages).title
    }
    #expect(
      text.contains(
        messages("changes.gone", ["title": .text(try title("spf-missing", in: before))])))
    #expect(
      text.contains(messages("changes.new", ["title": .text(try title("spf-multiple", in: after))]))
    )
  }
}
