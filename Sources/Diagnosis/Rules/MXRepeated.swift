import DNS
import MailAuth

extension Rule {
  /// One target stands there several times.
  static let mxRepeated = Rule(
    "mx-repeated", layer: .mailAuth, severity: .warning, references: [],
    arguments: ["name", "target", "preferences"],
    broken: Example(adding: "@ MX 20 mxbiz1.qq.com."), fixed: Example()
  ) { evidence in
    evidence.mxDrafts { sight, fault in
      guard case .repeated(let target, let preferences) = fault else { return nil }
      return [
        "name": sight.name, "target": .name(target),
        "preferences": .numbers(preferences.map { Int($0) }),
      ]
    }
  }
}
