import DNS
import MailAuth

extension Rule {
  /// An RSA key of 1024 to 2047 bits, when the mail service did not ask for just this one.
  static let dkimKeyBelow2048 = Rule(
    "dkim-key-below-2048", layer: .mailAuth, severity: .info, references: ["RFC 8301 3.2"],
    arguments: ["name", "bits"],
    broken: Example().withoutKnownKey(), fixed: Example()
  ) { evidence in
    evidence.dkimDrafts { sight in
      // Whoever publishes the very key that the service shows has nothing to change.
      guard sight.expected.value.isEmpty else { return nil }
      for case .below2048(let bits) in sight.verdict.faults {
        return ["name": sight.name, "bits": .count(bits)]
      }
      return nil
    }
  }
}
