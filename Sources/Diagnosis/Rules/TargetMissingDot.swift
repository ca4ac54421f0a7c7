import DNS

extension Rule {
  /// The target of an MX or CNAME record ends in the zone's own name, because it was typed without
  /// its final dot.
  static let targetMissingDot = Rule(
    "target-missing-dot", layer: .content, severity: .error, references: ["RFC 1035 5.1"],
    arguments: ["name", "type", "expected", "observed", "zone"],
    explains: .sameRecord(["record-mismatch", "mx-target-unresolvable"]),
    broken: Example(without: "MX", adding: "@ MX 10 mxbiz1.qq.com"), fixed: Example()
  ) { evidence in
    evidence.expected(.mismatch).compactMap { record, observations in
      guard let target = record.target, let lengthened = try? target.appending(evidence.zone),
        observations.contains(where: { record.targets(in: $0).contains(lengthened) })
      else { return nil }
      return Draft(
        record: record,
        arguments: [
          "name": .name(record.name), "type": .text(record.type.name),
          "expected": .name(target), "observed": .name(lengthened), "zone": .name(evidence.zone),
        ], evidence: observations)
    }
  }
}
