import DNS
import MailAuth

extension Rule {
  /// The target is an alias.
  static let mxTargetIsAlias = Rule(
    "mx-target-is-alias", layer: .mailAuth, severity: .warning,
    references: ["RFC 2181 10.3", "RFC 5321 5.1"],
    arguments: ["name", "target", "chain"],
    broken: Example(
      adding: "@ MX 20 mx.example.com.\nmx CNAME host.example.com.\nhost A 192.0.2.25"),
    fixed: Example()
  ) { evidence in
    evidence.mxDrafts { sight, fault in
      guard case .alias(let target, let chain) = fault else { return nil }
      return ["name": sight.name, "target": .name(target), "chain": .names([target] + chain)]
    }
  }
}
