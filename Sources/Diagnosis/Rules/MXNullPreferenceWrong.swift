import DNS
import MailAuth

extension Rule {
  /// A null MX has another preference than 0.
  static let mxNullPreferenceWrong = Rule(
    "mx-null-preference-wrong", layer: .mailAuth, severity: .warning, references: ["RFC 7505 3"],
    arguments: ["name", "preference"],
    broken: Example.mx("10 ."), fixed: Example()
  ) { evidence in
    evidence.mxDrafts { sight, fault in
      guard case .nullPreference(let preference) = fault else { return nil }
      return ["name": sight.name, "preference": .count(Int(preference))]
    }
  }
}
