import DNS
import MailAuth

extension Rule {
  /// Nothing at the selector, but a key at one that the mail service has asked for at other times.
  static let dkimSelectorOther = Rule(
    "dkim-selector-other", layer: .mailAuth, severity: .error, references: ["RFC 6376 6.1.2"],
    arguments: ["name", "selector", "domain", "foundSelectors", "expected"],
    explains: .sameRecord(["dkim-missing"]),
    broken: Example(
      without: "_domainkey",
      adding: #"qcloudgz2048._domainkey TXT "v=DKIM1; k=rsa; p=\#(Example.key)""#),
    fixed: Example()
  ) { evidence in
    evidence.missing(.dkim).compactMap { record, observations in
      let found = evidence.furtherPlaces(of: record).compactMap { question in
        let keys = evidence.observations(.authoritative, question).filter { observation in
          (observation.records ?? []).texts.contains { text in
            (try? DKIMKeyRecord(parsing: RecordText.plain(text)))?.isRevoked == false
          }
        }
        return keys.isEmpty ? nil : (selector: question.name.selector, keys: keys)
      }
      guard !found.isEmpty else { return nil }
      return Draft(
        record: record,
        arguments: [
          "name": .name(record.name), "selector": .text(record.name.selector),
          "domain": .name(record.name.signingDomain),
          "foundSelectors": .texts(found.map(\.selector)), "expected": .text(record.shownValue),
        ], evidence: observations + found.flatMap(\.keys))
    }
  }
}
