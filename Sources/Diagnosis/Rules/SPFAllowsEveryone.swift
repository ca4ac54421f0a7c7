import DNS
import MailAuth

extension Rule {
  /// `all` with `+`: anybody may send as the domain.
  static let spfAllowsEveryone = Rule(
    "spf-allows-everyone", layer: .mailAuth, severity: .warning, references: ["RFC 7208 5.1"],
    arguments: ["name", "observed", "offset"],
    broken: Example(without: "spf1", adding: #"@ TXT "v=spf1 include:qcloudmail.com +all""#),
    fixed: Example()
  ) { evidence in
    evidence.spfDrafts { sight in
      guard sight.record?.ending == .all(.pass), let all = sight.place(where: \.isAll) else {
        return nil
      }
      return ["name": sight.name, "observed": sight.observed, "offset": .offset(all.offset)]
    }
  }
}

extension SPFTerm {
  /// Whether the term is `all`, with any qualifier.
  var isAll: Bool {
    if case .directive(let directive) = self { directive.mechanism == .all } else { false }
  }
}
