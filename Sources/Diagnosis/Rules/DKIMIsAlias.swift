import DNS
import MailAuth

extension Rule {
  /// An alias stands at the selector where a text is asked for.
  ///
  /// Receivers follow it, and many services have their keys looked up so. It is a fault only when
  /// something else than the expected key is at its end.
  static let dkimIsAlias = Rule(
    "dkim-is-alias", layer: .mailAuth, severity: .error,
    references: ["RFC 1034 3.6.2", "RFC 6376 3.6.2"],
    arguments: ["name", "target", "targetHoldsKey", "isRight"],
    explains: .sameRecordOfError([
      "record-mismatch", "dkim-missing", "dkim-syntax", "dkim-multiple", "dkim-revoked",
      "dkim-key-missing", "dkim-key-corrupt", "dkim-key-truncated", "dkim-key-split-wrong",
      "dkim-key-short", "dkim-key-type-wrong", "dkim-key-other", "dkim-hash-unusable",
      "dkim-service-other",
    ]),
    broken: Example(
      without: "_domainkey",
      adding: """
        qcloud._domainkey CNAME key.example.com.
        key TXT "v=DKIM1; k=rsa; p=\(Example.otherKey)"
        """), fixed: Example()
  ) { evidence in
    evidence.dkimSights.compactMap { sight in
      guard case .alias(let target, let holdsKey)? = sight.verdict.faults.first(where: \.isAlias)
      else { return nil }
      let isRight = evidence.isRightEverywhere(sight.expected)
      return Draft(
        record: sight.expected, severity: isRight ? .info : .error,
        arguments: [
          "name": sight.name, "target": .name(target), "targetHoldsKey": .flag(holdsKey),
          "isRight": .flag(isRight),
        ], evidence: sight.observations)
    }
  }
}

extension DKIMKeyFault {
  fileprivate var isAlias: Bool { if case .alias = self { true } else { false } }
}
