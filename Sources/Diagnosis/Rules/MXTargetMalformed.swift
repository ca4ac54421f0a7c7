import DNS
import MailAuth

extension Rule {
  /// The target is no host name.
  static let mxTargetMalformed = Rule(
    "mx-target-malformed", layer: .mailAuth, severity: .error, references: ["RFC 5321 2.3.5"],
    arguments: ["name", "target", "offset"],
    broken: Example(adding: "@ MX 20 mail_server.example.com."), fixed: Example()
  ) { evidence in
    evidence.mxDrafts { sight, fault in
      guard case .malformed(let target, let offset) = fault else { return nil }
      return ["name": sight.name, "target": .name(target), "offset": .offset(offset)]
    }
  }
}
