import DNS

extension Rule {
  /// The record stands at its full name with the zone behind it once more.
  ///
  /// A console that completes names (RFC 1035 §5.1) was given the full name without its final dot.
  static let nameDoubled = Rule(
    "name-doubled", layer: .records, severity: .error, references: ["RFC 1035 5.1"],
    arguments: ["name", "type", "foundName", "zone", "hostLabel"],
    explains: .sameRecord(Rule.absences),
    broken: Example(
      without: "_domainkey",
      adding: #"qcloud._domainkey.example.com TXT "v=DKIM1; k=rsa; p=\#(Example.key)""#),
    fixed: Example()
  ) { evidence in
    evidence.misplaced(.doubled).map { record, name, observations in
      evidence.misplacement(
        of: record, at: name, observations, ["zone": .name(evidence.zone)])
    }
  }
}

extension Evidence {
  /// What every finding about a record at a wrong name tells.
  func misplacement(
    of record: ExpectedRecord, at name: DNSName, _ observations: [Observation],
    _ arguments: [String: FindingArgument] = [:]
  ) -> Rule.Draft {
    var all: [String: FindingArgument] = [
      "name": .name(record.name), "type": .text(record.type.name), "foundName": .name(name),
      "hostLabel": .text(record.hostLabel(in: self)),
    ]
    all.merge(arguments) { $1 }
    return Rule.Draft(record: record, arguments: all, evidence: observations)
  }
}
