import DNS

extension Rule {
  /// The target has a dot as a letter of its last label: it was typed with its final dot, and the
  /// DNS host, which adds one, escaped the dot that was there.
  static let targetDotDoubled = Rule(
    "target-dot-doubled", layer: .content, severity: .error, references: ["RFC 1035 5.1"],
    arguments: ["name", "type", "expected", "observed", "hostLabel"],
    explains: .sameRecord(["record-mismatch", "mx-target-malformed", "mx-target-unresolvable"]),
    broken: Example(without: "MX", adding: #"@ MX 10 mxbiz1.qq.com\.."#), fixed: Example()
  ) { evidence in
    evidence.expected(.mismatch).compactMap { record, observations in
      guard let target = record.target,
        let observed = observations.flatMap({ record.targets(in: $0) }).first(where: {
          $0.isDotDoubled(target)
        })
      else { return nil }
      return Draft(
        record: record,
        arguments: [
          "name": .name(record.name), "type": .text(record.type.name), "expected": .name(target),
          "observed": .name(observed), "hostLabel": .text(record.hostLabel(in: evidence)),
        ], evidence: observations)
    }
  }
}

extension DNSName {
  /// Whether this is `target` with a dot as the last letter of its last label, whatever follows.
  fileprivate func isDotDoubled(_ target: DNSName) -> Bool {
    let own = labels
    let count = target.labels.count
    guard count > 0, own.count >= count, own[count - 1].last == UInt8(ascii: "."),
      let cut = try? DNSName(labels: own.prefix(count - 1) + [own[count - 1].dropLast()])
    else { return false }
    return cut == target
  }
}
