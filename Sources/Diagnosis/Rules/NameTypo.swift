import DNS

extension Rule {
  /// The record stands at a name that is one slip of the fingers away.
  static let nameTypo = Rule(
    "name-typo", layer: .records, severity: .error,
    references: ["RFC 8552 1.1", "RFC 6376 3.6.2.1"],
    arguments: ["name", "type", "foundName", "distance", "hostLabel"],
    explains: .sameRecord(Rule.absences),
    broken: Example(without: "_dmarc", adding: #"_dmrac TXT "v=DMARC1; p=none""#),
    fixed: Example()
  ) { evidence in
    evidence.misplaced(.typo).map { record, name, observations in
      // Every slip that is looked for is one letter left out, swapped or taken for another.
      evidence.misplacement(of: record, at: name, observations, ["distance": .count(1)])
    }
  }
}
