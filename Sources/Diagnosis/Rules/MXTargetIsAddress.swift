import DNS
import MailAuth

extension Rule {
  /// The target is an IP address.
  static let mxTargetIsAddress = Rule(
    "mx-target-is-address", layer: .mailAuth, severity: .error, references: ["RFC 5321 5.1"],
    arguments: ["name", "target"],
    explains: .sameRecord(["record-mismatch", "target-missing-dot"]),
    broken: Example(adding: "@ MX 20 192.0.2.25"), fixed: Example()
  ) { evidence in
    evidence.mxDrafts { sight, fault in
      guard case .address(let target, _) = fault else { return nil }
      return ["name": sight.name, "target": .name(target)]
    }
  }
}
