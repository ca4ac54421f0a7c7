import DNS
import MailAuth

/// An expected DMARC record and what stands at its name.
struct DMARCSight {
  let expected: ExpectedRecord
  /// The domain that the record speaks for.
  let domain: DNSName
  /// Every text at the name.
  let texts: [[UInt8]]
  /// What the zone's servers said.
  let observations: [Observation]

  var name: FindingArgument { .name(expected.name) }
  /// The texts that receivers take for DMARC records.
  var selected: [[UInt8]] { DMARCRecord.select(from: texts) }
  /// The text of the record, when there is exactly one.
  var text: [UInt8]? { selected.count == 1 ? selected[0] : nil }
  /// The record, when there is exactly one.
  var record: DMARCRecord? { text.flatMap { try? DMARCRecord(parsing: $0) } }
  /// The record as it was published; untrusted.
  var observed: FindingArgument { .text(text.map(RecordText.plain) ?? "") }

  /// What deserves a word in the record.
  var cautions: [DMARCCaution] {
    record?.cautions(at: domain, samples: expected.samples ?? []) ?? []
  }

  /// What is wrong inside the record, for these reasons.
  func issues(_ reasons: Set<DMARCIssue.Reason>) -> [DMARCIssue] {
    (record?.issues ?? []).filter { reasons.contains($0.reason) }
  }
}

extension Evidence {
  /// Looks for the expected DMARC records.
  func findDMARC() -> [DMARCSight] {
    expected.compactMap { record in
      guard let domain = record.policyDomain else { return nil }
      let heard = preferredStates(of: record).filter { $0.state != .unknown }.map(\.observation)
      guard !heard.isEmpty else { return nil }
      let texts = heard.lazy.map { ($0.records ?? []).texts }.first { !$0.isEmpty } ?? []
      return DMARCSight(expected: record, domain: domain, texts: texts, observations: heard)
    }
  }

  /// Drafts of a rule that says any number of things about each DMARC record.
  func dmarcDrafts(
    _ drafts: (DMARCSight) -> [[String: FindingArgument]]
  ) -> [Rule.Draft] {
    dmarcSights.flatMap { sight in
      drafts(sight).map {
        Rule.Draft(record: sight.expected, arguments: $0, evidence: sight.observations)
      }
    }
  }
}

extension Example {
  /// An example with this text as its DMARC record.
  static func dmarc(_ text: String) -> Example {
    Example(without: "_dmarc", adding: "_dmarc TXT \"\(text)\"")
  }
}
