import DNS

extension Rule {
  /// A record that is neither MX, SPF, DKIM nor DMARC stands on no server of the zone.
  static let recordMissing = Rule(
    "record-missing", layer: .records, severity: .error, references: [],
    arguments: ["name", "type", "expected", "zone", "hostLabel"],
    broken: Example(without: "_token"), fixed: Example()
  ) { evidence in
    evidence.missing(.other).map { record, observations in
      Draft(
        record: record,
        arguments: [
          "name": .name(record.name), "type": .text(record.type.name),
          "expected": .text(record.shownValue),
          "zone": .name(evidence.zone(of: record.name)?.name ?? evidence.zone),
          "hostLabel": .text(record.hostLabel(in: evidence)),
        ], evidence: observations)
    }
  }
}

extension ExpectedRecord {
  /// The value as a console wants it, an MX with its preference in front.
  ///
  /// When only soundness is judged the value is in the mail service's console and nowhere else;
  /// its usual shape stands in for it.
  var shownValue: String {
    if value.isEmpty { return purpose == .dkim && type == .txt ? "v=DKIM1; k=rsa; p=..." : "..." }
    return priority.map { "\($0) \(value)" } ?? value
  }

  /// What a text needs that tells somebody to add this record.
  func additionArguments(in evidence: Evidence) -> [String: FindingArgument] {
    [
      "name": .name(name), "type": .text(type.name),
      "expected": .text(shownValue),
      "host": .text(name.hostLabel(in: evidence.zone(of: name)?.name ?? evidence.zone)),
    ]
  }
}
