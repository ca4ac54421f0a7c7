import DNS

extension Rule {
  /// The text is a beginning of the expected value: the rest was lost.
  ///
  /// One string of a TXT record holds 255 octets at most (RFC 1035 §3.3); a field that takes one
  /// string only cuts there. A `;` without quotes begins a comment in a zone file (§5.1).
  static let valueTruncated = Rule(
    "value-truncated", layer: .content, severity: .error,
    references: ["RFC 1035 3.3", "RFC 1035 5.1"],
    arguments: ["name", "expectedLength", "observedLength", "observed", "expected", "hostLabel"],
    explains: .sameRecord(consequencesOfDamage.union(["spf-no-default", "spf-include-broken"])),
    broken: Example(
      without: "_domainkey",
      adding: #"qcloud._domainkey TXT "v=DKIM1; k=rsa; p=\#(Example.key.prefix(180))""#),
    fixed: Example()
  ) { evidence in
    evidence.meantRecords().filter { !$0.isRight }.compactMap { meant in
      let expected = meant.record.value
      let found = Array(meant.text.value.withoutSpaces.utf8)
      let wanted = Array(expected.withoutSpaces.utf8)
      guard !found.isEmpty, found.count < wanted.count, wanted.starts(with: found),
        // The rest may be there, in a record of its own.
        meant.observations.allSatisfy({ meant.record.parts(among: $0).isEmpty })
      else { return nil }
      return evidence.draft(
        meant,
        [
          "expectedLength": .count(expected.utf8.count),
          "observedLength": .count(meant.text.octets.count),
        ])
    }
  }
}
