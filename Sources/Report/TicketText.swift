import DNS
import Diagnosis
import Localization

/// A check as a text for the support of a mail service or a DNS provider: what was expected, what
/// was found, and how they can see it themselves.
///
/// It holds what the DNS tells everybody, and nothing about a person or an account.
public struct TicketText: Sendable {
  /// The whole text.
  public let blocks: [Block]

  /// More lookups than this are left to the case file.
  static let mostQueries = 12

  /// The text about a check.
  ///
  /// - Parameters:
  ///   - service: what the mail service calls itself.
  ///   - program: the program and its version, such as `annai 0.1.0`.
  ///   - caseFile: the name of the file that goes with it; nil without one.
  public init(
    _ result: CheckResult, service: String, program: String, caseFile: String?,
    _ messages: Messages
  ) {
    let domain = Argument.text(result.evidence.domain.withoutFinalDot)
    let moment = Argument.text(WallClock.utc.text(result.evidence.checkedAt))
    var blocks: [Block] = [
      .heading(messages("ticket.subject", ["domain": domain, "service": .text(service)])),
      .paragraph(
        messages(
          "ticket.intro", ["domain": domain, "program": .text(program), "time": moment])),
      .space,
    ]
    for record in result.verdict.records { blocks += Self.record(record, result.verdict, messages) }
    let causes = result.verdict.findings.filter { !$0.isConsequence }
    for finding in causes {
      let text = FindingText(finding, messages)
      blocks += [
        .paragraph(
          messages(
            "ticket.finding", ["id": .text(finding.id.rawValue), "title": .text(text.title)]),
          marker: "- "),
        .paragraph(text.found, indent: 2),
      ]
    }
    if !causes.isEmpty { blocks.append(.space) }
    let queries = Self.queries(result.evidence)
    if !queries.isEmpty {
      blocks.append(.paragraph(messages("ticket.queries")))
      blocks += queries.map { .verbatim($0) } + [.space]
    }
    if let caseFile {
      blocks += [.paragraph(messages("ticket.case", ["file": .text(caseFile)])), .space]
    }
    self.blocks = blocks + [.paragraph(messages("ticket.wish", ["domain": domain]))]
  }

  private static func record(
    _ record: RecordVerdict, _ verdict: Verdict, _ messages: Messages
  ) -> [Block] {
    let status = messages(verdict.statusKey(of: record))
    var fields = [
      Block.Field(messages("ticket.name"), record.expected.name.description),
      Block.Field(messages("record.type"), record.expected.type.name),
    ]
    if !record.expected.value.isEmpty {
      fields.append(Block.Field(messages("ticket.expected"), record.expected.value))
    }
    // What several servers say is told once.
    var seen: Set<String> = []
    for observation in record.servers.map(\.observation) {
      let values = (observation.records ?? []).map(RecordText.of)
      let told = values.isEmpty ? [observation.answerWord] : values
      for value in told where seen.insert(value).inserted {
        let server = observation.server?.withoutFinalDot ?? observation.address
        fields.append(
          Block.Field(messages("ticket.found"), "\(value) (\(server))"))
      }
    }
    return [
      .paragraph("[\(status)] \(record.expected.id.uppercased())"), .fields(fields), .space,
    ]
  }

  /// The lookups about the records, without repetition.
  private static func queries(_ evidence: Evidence) -> [String] {
    let questions = Set(evidence.expected.map(\.question))
    let lines = evidence.observations.filter {
      questions.contains($0.question) || $0.role == .parent
    }
    .map(\.digLine)
    var seen: Set<String> = []
    return Array(lines.filter { seen.insert($0).inserted }.prefix(mostQueries))
  }
}
