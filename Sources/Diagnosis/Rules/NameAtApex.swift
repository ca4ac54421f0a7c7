import DNS
import MailAuth

extension Rule {
  /// The text of a policy or a key stands at the domain itself instead of under its prefix.
  static let nameAtApex = Rule(
    "name-at-apex", layer: .records, severity: .error,
    references: ["RFC 9989 4.10", "RFC 6376 3.6.2.1"],
    arguments: ["name", "type", "foundName", "hostLabel", "kind"],
    explains: .sameRecord(Rule.absences),
    broken: Example(without: "_dmarc", adding: #"@ TXT "v=DMARC1; p=none""#), fixed: Example()
  ) { evidence in
    evidence.expected(.missing).flatMap { record, _ in
      evidence.misplacements(of: record).filter { $0.kind == .apex }.compactMap { place -> Draft? in
        let holding = evidence.observations(.authoritative, place.question).filter { observation in
          observation.answer?.isAuthoritative == true
            && record.stands(among: (observation.records ?? []).texts)
        }
        guard !holding.isEmpty else { return nil }
        return evidence.misplacement(
          of: record, at: place.question.name, holding,
          [
            "kind": .text(
              record.purpose == .dkim || record.purpose == .dmarc
                ? record.purpose.rawValue : "other")
          ])
      }
    }
  }
}

extension ExpectedRecord {
  /// Whether one of the texts at a domain is this record; others have their place there.
  fileprivate func stands(among texts: [[UInt8]]) -> Bool {
    switch purpose {
    case .dmarc: !DMARCRecord.select(from: texts).isEmpty
    case .dkim:
      texts.contains { text in
        // A key without tags of its own could be anything.
        RecordText.plain(text).lowercased().contains("k=rsa")
          || RecordText.plain(text).hasPrefix("v=DKIM1")
          ? state(ofTexts: [text]) != .missing : false
      }
    case .other: state(ofTexts: texts) == .match
    case .mx, .spf: false
    }
  }
}
