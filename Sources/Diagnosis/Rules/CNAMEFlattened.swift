import DNS

extension Rule {
  /// Addresses of a content delivery network stand where an alias was set: the DNS host answers
  /// with its proxy instead of the alias.
  static let cnameFlattened = Rule(
    "cname-flattened", layer: .records, severity: .error, references: ["RFC 1034 3.6.2"],
    arguments: ["name", "addresses", "provider", "expected", "hostLabel"],
    explains: .sameRecord(absences.union(["record-type-wrong"])),
    broken: Example(adding: "_link A 104.16.1.1", linked: true),
    fixed: Example(adding: "_link CNAME target.example.net.", linked: true)
  ) { evidence in
    evidence.expected(.missing).filter { $0.record.type == .cname }.compactMap { record, _ in
      let seen = evidence.observations(.authoritative, Question(record.name, .a)).filter {
        $0.answer?.isAuthoritative == true
      }
      let addresses = Set(seen.flatMap(\.ownRecords).compactMap(\.address)).sorted {
        $0.description < $1.description
      }
      guard let provider = addresses.lazy.compactMap(DeliveryNetwork.owner).first else {
        return nil
      }
      return Draft(
        record: record,
        arguments: [
          "name": .name(record.name), "addresses": .texts(addresses.map(\.description)),
          "provider": .text(provider), "expected": .text(record.shownValue),
          "hostLabel": .text(record.hostLabel(in: evidence)),
        ], evidence: seen)
    }
  }
}
