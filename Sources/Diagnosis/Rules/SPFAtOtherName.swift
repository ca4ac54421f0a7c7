import DNS
import MailAuth

extension Rule {
  /// The mail service's include stands at a domain above the sender domain, and not at its own.
  ///
  /// SPF is not inherited: receivers look at the very domain of the return path.
  static let spfAtOtherName = Rule(
    "spf-at-other-name", layer: .mailAuth, severity: .error, references: ["RFC 7208 2.4"],
    arguments: ["name", "foundName", "expected"],
    explains: .sameRecord(["spf-missing", "spf-include-missing", "record-mismatch"]),
    broken: Example().withReturnPath("bounce"),
    fixed: Example(adding: #"bounce TXT "v=spf1 include:qcloudmail.com ~all""#)
      .withReturnPath("bounce")
  ) { evidence in
    evidence.expected.filter { $0.purpose == .spf && evidence.lacks($0) }.compactMap { record in
      guard let wanted = record.wantedSPF else { return nil }
      let heard = evidence.authoritativeStates(of: record).map(\.observation)
      for question in evidence.furtherPlaces(of: record) {
        let found = evidence.observations(.authoritative, question).filter { observation in
          let texts = SPFRecord.select(from: (observation.records ?? []).texts)
          guard texts.count == 1, let there = try? SPFRecord(parsing: texts[0]) else {
            return false
          }
          return there.authorises(everyoneIn: wanted)
        }
        if found.isEmpty { continue }
        return Draft(
          record: record,
          arguments: [
            "name": .name(record.name), "foundName": .name(question.name),
            "expected": .text(record.proposedValue(seeing: heard)),
          ], evidence: heard + found)
      }
      return nil
    }
  }
}
