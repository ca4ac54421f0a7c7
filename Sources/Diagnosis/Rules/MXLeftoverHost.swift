import DNS
import MailAuth

extension Rule {
  /// A server that is not asked for stands before the expected one or level with it.
  static let mxLeftoverHost = Rule(
    "mx-leftover-host", layer: .mailAuth, severity: .warning, references: [],
    arguments: ["name", "target", "preference"],
    broken: Example(adding: "@ MX 5 old.example.com.\nold A 192.0.2.25"), fixed: Example()
  ) { evidence in
    evidence.mxDrafts { sight, fault in
      guard case .leftover(let exchanger) = fault else { return nil }
      return [
        "name": sight.name, "target": .name(exchanger.exchange),
        "preference": .count(Int(exchanger.preference)),
      ]
    }
  }
}
