import DNS
import MailAuth

extension Rule {
  /// The expected target has another preference than the one that is asked for.
  ///
  /// A preference is only an order (RFC 5321 §5.1): it matters when another server comes first
  /// because of it.
  static let mxPreferenceWrong = Rule(
    "mx-preference-wrong", layer: .mailAuth, severity: .warning, references: ["RFC 5321 5.1"],
    arguments: ["name", "target", "preference", "expectedPreference"],
    broken: Example(
      without: "MX", adding: "@ MX 20 mxbiz1.qq.com.\n@ MX 15 old.example.com.\nold A 192.0.2.25"),
    fixed: Example()
  ) { evidence in
    evidence.mxSights.flatMap { sight -> [Draft] in
      // Without a preference in the plan any will do.
      if sight.expected.priority == nil { return [] }
      let isOvertaken = sight.verdict.faults.contains(where: \.isLeftover)
      return sight.verdict.faults.compactMap { fault in
        guard case .preference(let target, let observed, let expected) = fault else { return nil }
        return Draft(
          record: sight.expected, severity: isOvertaken ? .warning : .info,
          arguments: [
            "name": sight.name, "target": .name(target), "preference": .count(Int(observed)),
            "expectedPreference": .count(Int(expected)),
          ], evidence: sight.observations)
      }
    }
  }
}

extension MXFault {
  fileprivate var isLeftover: Bool { if case .leftover = self { true } else { false } }
}
