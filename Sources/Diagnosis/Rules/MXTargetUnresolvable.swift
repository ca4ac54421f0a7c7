import DNS
import MailAuth

extension Rule {
  /// The target does not exist or has no address.
  static let mxTargetUnresolvable = Rule(
    "mx-target-unresolvable", layer: .mailAuth, severity: .error, references: ["RFC 5321 5.1"],
    arguments: ["name", "target", "rcode"],
    broken: Example(adding: "@ MX 20 mx.example.com."), fixed: Example()
  ) { evidence in
    evidence.mxDrafts { sight, fault in
      guard case .unresolvable(let target, let exists) = fault else { return nil }
      return [
        "name": sight.name, "target": .name(target),
        "rcode": .text(exists ? "NOERROR" : "NXDOMAIN"),
      ]
    }
  }
}
