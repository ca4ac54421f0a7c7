import DNS
import MailAuth

extension Rule {
  /// The expected target has another preference than the one that is asked for.
  static let mxPreferenceWrong = Rule(
    "mx-preference-wrong", layer: .mailAuth, severity: .warning, references: [],
    arguments: ["name", "target", "preference", "expectedPreference"],
    broken: Example.mx("5 mxbiz1.qq.com."), fixed: Example()
  ) { evidence in
    evidence.mxDrafts { sight, fault in
      // Without a preference in the plan any will do.
      guard sight.expected.priority != nil,
        case .preference(let target, let observed, let expected) = fault
      else { return nil }
      return [
        "name": sight.name, "target": .name(target), "preference": .count(Int(observed)),
        "expectedPreference": .count(Int(expected)),
      ]
    }
  }
}
