import DNS

extension Rule {
  /// The way from the record's name to its data has more aliases than resolvers like to follow.
  static let cnameChainLong = Rule(
    "cname-chain-long", layer: .records, severity: .warning, references: ["RFC 1034 3.6.2"],
    arguments: ["name", "chain", "count", "limit", "target"],
    explains: .sameRecord(absences.union(["dkim-is-alias"])),
    broken: Example(
      without: "_domainkey",
      adding: """
        qcloud._domainkey CNAME hop1
        \((1...8).map { "hop\($0) CNAME hop\($0 + 1)" }.joined(separator: "\n"))
        hop9 TXT "v=DKIM1; k=rsa; p=\(Example.key)"
        """), fixed: Example()
  ) { evidence in
    evidence.expected.compactMap { record in
      let long = evidence.observations(.authoritative, record.question).filter {
        ($0.alias?.links ?? 0) > AliasChain.mostAdvisable && $0.alias?.ending != .loop
      }
      guard let chain = long.first?.alias else { return nil }
      return Draft(
        record: record,
        // Where nobody gets to the end, there is no record.
        severity: chain.ending == .tooLong ? .error : .warning,
        arguments: [
          "name": .name(record.name), "chain": .names(chain.names), "count": .count(chain.links),
          "limit": .count(AliasChain.mostAdvisable), "target": .name(chain.last),
        ], evidence: long)
    }
  }
}

extension AliasChain {
  /// No standard has a limit; resolvers give up between 8 and 16 links.
  fileprivate static let mostAdvisable = 8

  /// The aliases from the first name to the last.
  fileprivate var links: Int { max(0, names.count - 1) }
}
