import DNS
import MailAuth

extension Rule {
  /// The new policy is weaker than the one that stands there, or stood there a moment ago.
  ///
  /// The old record is what the zone's servers have while it does not do for the mail service, else
  /// what resolvers still remember.
  static let dmarcWeakensExisting = Rule(
    "dmarc-weakens-existing", layer: .mailAuth, severity: .warning, references: [],
    arguments: ["name", "existing", "proposed"],
    broken: Example(cache: Example.healthyZone.replacing("p=none", with: "p=reject")),
    fixed: Example()
  ) { evidence in
    evidence.dmarcSights.compactMap { sight in
      guard let asked = try? DMARCRecord(parsing: sight.expected.value) else { return nil }
      let remembered = evidence.observations(.resolver, sight.expected.question)
      let change: (texts: [[UInt8]], new: DMARCRecord, seen: [Observation]) =
        if let record = sight.record, record.satisfies(asked) {
          (remembered.flatMap { ($0.records ?? []).texts }, record, remembered)
        } else {
          (sight.texts, asked, [])
        }
      guard let existing = change.new.stronger(among: change.texts) else { return nil }
      return Draft(
        record: sight.expected,
        arguments: [
          "name": sight.name, "existing": .text(RecordText.plain(existing)),
          "proposed": .text(change.new.description),
        ], evidence: sight.observations + change.seen)
    }
  }
}

extension DMARCRecord {
  /// The first record of a stronger policy among some texts.
  fileprivate func stronger(among texts: [[UInt8]]) -> [UInt8]? {
    DMARCRecord.select(from: texts).first { text in
      DMARCPlan(existing: [text], proposed: self).reasons.contains { reason in
        if case .policyKept = reason { true } else { false }
      }
    }
  }
}
