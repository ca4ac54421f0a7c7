import DNS

extension Rule {
  /// The alias at the record's name leads to a name that has nothing.
  static let cnameDangling = Rule(
    "cname-dangling", layer: .records, severity: .error, references: ["RFC 1034 3.6.2"],
    arguments: ["name", "chain", "target", "rcode"],
    explains: .sameRecord(absences.union(["dkim-is-alias"])),
    broken: Example(without: "_dmarc", adding: "_dmarc CNAME nothing.example.com."),
    fixed: Example()
  ) { evidence in
    evidence.expected.compactMap { record in
      let dangling = evidence.observations(.authoritative, record.question).filter {
        $0.alias?.isDangling(for: record) == true
      }
      guard let chain = dangling.first?.alias, case .nothing(let code) = chain.ending else {
        return nil
      }
      return Draft(
        record: record,
        arguments: [
          "name": .name(record.name), "chain": .names(chain.names), "target": .name(chain.last),
          "rcode": .text(code.name),
        ], evidence: dangling)
    }
  }
}

extension AliasChain {
  /// Whether the chain ends in nothing. A target that exists and lacks the type is the alias of
  /// another service: then the alias is in the way, except at a selector, where it was meant.
  fileprivate func isDangling(for record: ExpectedRecord) -> Bool {
    guard case .nothing(let code) = ending else { return false }
    return code != .noError || record.purpose == .dkim
  }
}
