import DNS
import MailAuth

extension Rule {
  /// The name and the type are right, the value is another one.
  static let recordMismatch = Rule(
    "record-mismatch", layer: .content, severity: .error, references: [],
    arguments: ["name", "type", "expected", "observed", "offset", "hostLabel"],
    // What is wrong with another mail server is of no interest when it is to be replaced.
    explains: .sameRecord(["mx-target-unresolvable", "mx-target-is-alias"]),
    broken: Example(
      without: "_token", adding: #"_token TXT "token=2""#),
    fixed: Example()
  ) { evidence in
    evidence.expected(.mismatch).map { record, observations in
      let expected = record.proposedValue(seeing: observations)
      let observed = record.relevantTexts(in: observations)
      // Where the first of them leaves the expected value.
      let offset = zip(expected.utf8, observed.first?.utf8 ?? "".utf8).prefix { $0 == $1 }.count
      return Draft(
        record: record,
        arguments: [
          "name": .name(record.name), "type": .text(record.type.name),
          "expected": .text(expected), "observed": .texts(observed), "offset": .offset(offset),
          "hostLabel": .text(record.hostLabel(in: evidence)),
        ], evidence: observations)
    }
  }
}

extension ExpectedRecord {
  /// What was published for this purpose: other TXT records at the name are not of interest.
  func relevantTexts(in observations: [Observation]) -> [String] {
    let records = observations.flatMap { $0.records ?? [] }
    let texts =
      switch purpose {
      case .spf: SPFRecord.select(from: records.texts).map(RecordText.plain)
      case .other where type == .txt: records.map(RecordText.of).filter(isMeant(by:))
      default: records.map(RecordText.of)
      }
    return texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// What ought to stand there: the expected value, an SPF record that keeps other senders, a DMARC
  /// record that is no weaker than the present one.
  func proposedValue(seeing observations: [Observation]) -> String {
    if purpose == .dmarc, let wanted = try? DMARCRecord(parsing: value) {
      let texts = observations.flatMap { ($0.records ?? []).texts }.distinct
      return DMARCPlan(existing: texts, proposed: wanted).record.description
    }
    guard purpose == .spf, let wanted = try? SPFRecord(parsing: value) else {
      return shownValue
    }
    let published = relevantTexts(in: observations).compactMap { try? SPFRecord(parsing: $0) }
    guard let first = published.first else { return value }
    // One record keeps its own ending; the service's include goes in front of it.
    return first.merging(Array(published.dropFirst())).adding(sendersOf: wanted).description
  }
}
