import DNS
import MailAuth

extension Rule {
  /// The mail service's include is there and has no force: behind `all`, or with a qualifier.
  static let spfIncludeShadowed = Rule(
    "spf-include-shadowed", layer: .mailAuth, severity: .error, references: ["RFC 7208 4.6.2"],
    arguments: ["name", "include", "qualifier", "offset", "merged"],
    explains: .sameRecord(["record-mismatch", "spf-term-after-all"]),
    broken: Example(
      without: "spf1", adding: #"@ TXT "v=spf1 ip4:192.0.2.1 -all include:qcloudmail.com""#),
    fixed: Example()
  ) { evidence in
    evidence.spfSights.flatMap { sight -> [Draft] in
      guard let record = sight.record, let wanted = sight.expected.wantedSPF else { return [] }
      return wanted.directives.compactMap { directive in
        guard case .include(let domain) = directive.mechanism, !record.includes(domain),
          let place = sight.place(where: { $0.included == domain }),
          case .directive(let own) = place.term
        else { return nil }
        return Draft(
          record: sight.expected,
          arguments: [
            "name": sight.name, "include": .text(domain.text),
            "qualifier": .text(own.qualifier.rawValue), "offset": .offset(place.offset),
            "merged": .text(record.adding(sendersOf: wanted).description),
          ], evidence: sight.observations)
      }
    }
  }
}
