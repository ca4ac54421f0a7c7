import DNS
import MailAuth

extension Rule {
  /// The mail service's own text was put in place of a record that let others send too.
  ///
  /// What stood there is what resolvers still remember. A record of which more is left than what the
  /// mail service asks for was changed on purpose.
  static let spfExistingDropped = Rule(
    "spf-existing-dropped", layer: .mailAuth, severity: .error, references: [],
    arguments: ["name", "existing", "proposed", "lost", "merged"],
    explains: .sameRecord(["answer-stale-cached"]),
    broken: Example(
      cache: Example.healthyZone.replacing(
        "v=spf1 include", with: "v=spf1 include:_spf.example.net include")),
    fixed: Example()
  ) { evidence in
    evidence.spfSights.compactMap { sight in
      guard let record = sight.record, let wanted = sight.expected.wantedSPF,
        record.directives.allSatisfy({ wanted.directives.contains($0) || $0.mechanism == .all })
      else { return nil }
      let remembered = evidence.observations(.resolver, sight.expected.question)
      for observation in remembered {
        let texts = SPFRecord.select(from: (observation.records ?? []).texts)
        guard texts.count == 1, let existing = try? SPFRecord(parsing: texts[0]) else { continue }
        let lost = existing.losses(in: record).filter { wanted.keeps($0) }
        if lost.isEmpty { continue }
        return Draft(
          record: sight.expected,
          arguments: [
            "name": sight.name, "existing": .text(RecordText.plain(texts[0])),
            "proposed": sight.observed, "lost": .texts(lost.map(\.description)),
            "merged": .text(existing.adding(sendersOf: wanted).description),
          ], evidence: sight.observations + [observation])
      }
      return nil
    }
  }
}

extension SPFRecord {
  /// Whether a lost term is one of another sender and not the mail service's own.
  fileprivate func keeps(_ lost: SPFTerm) -> Bool { !terms.contains(lost) }
}
