import DNS
import MailAuth

extension Rule {
  /// The record and all that it leads to lack the mail service's include.
  static let spfIncludeMissing = Rule(
    "spf-include-missing", layer: .mailAuth, severity: .error, references: [],
    arguments: ["name", "include", "observed", "merged"],
    explains: .sameRecord(["record-mismatch"]),
    broken: Example(without: "spf1", adding: #"@ TXT "v=spf1 ip4:192.0.2.1 ~all""#),
    fixed: Example()
  ) { evidence in
    evidence.spfSights.flatMap { sight -> [Draft] in
      guard let record = sight.record, let wanted = sight.expected.wantedSPF else { return [] }
      let reached = Set(sight.tree.places.compactMap { place in place.branch.term.included })
      let own = Set(record.terms.compactMap(\.included))
      return wanted.directives.compactMap { directive in
        guard case .include(let domain) = directive.mechanism, !reached.contains(domain),
          !own.contains(domain)
        else { return nil }
        return Draft(
          record: sight.expected,
          arguments: [
            "name": sight.name, "include": .text(domain.text), "observed": sight.observed,
            "merged": .text(record.adding(sendersOf: wanted).description),
          ], evidence: sight.observations)
      }
    }
  }
}

extension ExpectedRecord {
  /// The SPF record that the mail service asks for.
  var wantedSPF: SPFRecord? { purpose == .spf ? try? SPFRecord(parsing: value) : nil }
}

extension SPFTerm {
  /// The domain of an include, whatever its qualifier.
  var included: DomainSpec? {
    guard case .directive(let directive) = self, case .include(let domain) = directive.mechanism
    else { return nil }
    return domain
  }
}
