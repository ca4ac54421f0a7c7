import DNS

extension Rule {
  /// The sender's own label occurs twice in the record's name, or not at all.
  static let nameHalfDoubled = Rule(
    "name-half-doubled", layer: .records, severity: .error, references: ["RFC 1035 5.1"],
    arguments: ["name", "type", "foundName", "hostLabel", "kind"],
    explains: .sameRecord(Rule.absences),
    broken: Example(
      without: "_dmarc", adding: #"_dmarc.mail TXT "v=DMARC1; p=none""#, sender: "mail"),
    fixed: Example(sender: "mail")
  ) { evidence in
    [(Misplacement.Kind.halfDoubled, "doubled"), (.shortened, "leftOut")].flatMap { kind, word in
      evidence.misplaced(kind).map { record, name, observations in
        evidence.misplacement(of: record, at: name, observations, ["kind": .text(word)])
      }
    }
  }
}
