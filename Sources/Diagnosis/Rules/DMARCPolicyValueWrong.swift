import DNS
import MailAuth

extension Rule {
  /// A policy is none of the three words.
  static let dmarcPolicyValueWrong = Rule(
    "dmarc-policy-value-wrong", layer: .mailAuth, severity: .error,
    references: ["RFC 9989 4.7", "RFC 9989 4.10.1"],
    arguments: ["name", "tag", "observed", "suggestion"],
    explains: .sameRecord(["record-mismatch"]),
    broken: Example.dmarc("v=DMARC1; p=qarantine"), fixed: Example()
  ) { evidence in
    evidence.dmarcDrafts { sight in
      sight.issues([.value]).filter { ["p", "sp", "np"].contains($0.tag) }.map { issue in
        [
          "name": sight.name, "tag": .text(issue.tag ?? ""), "observed": .text(issue.observed),
          "suggestion": .optional(
            DMARCRecord.suggestion(forPolicy: issue.observed)?.rawValue),
        ]
      }
    }
  }
}
