import DNS
import MailAuth

extension Rule {
  /// A null MX stands beside others.
  static let mxNullWithOthers = Rule(
    "mx-null-with-others", layer: .mailAuth, severity: .error, references: ["RFC 7505 3"],
    arguments: ["name", "values"],
    broken: Example(adding: "@ MX 0 ."), fixed: Example()
  ) { evidence in
    evidence.mxDrafts { sight, fault in
      guard case .nullWithOthers = fault else { return nil }
      return ["name": sight.name, "values": .texts(sight.values)]
    }
  }
}
