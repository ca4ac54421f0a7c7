import DNS

extension Rule {
  /// A name on the way to the record is delegated away, and the servers down there lack the record.
  static let subzoneHidesRecord = Rule(
    "subzone-hides-record", layer: .records, severity: .error, references: ["RFC 1034 4.2"],
    arguments: ["name", "type", "cut", "childServers", "zone", "hostLabel"],
    explains: .sameRecord(Rule.absences.union(["record-unknown"])),
    broken: Example(without: "_domainkey", cut: "_domainkey"), fixed: Example()
  ) { evidence in
    evidence.expected.compactMap { record in
      guard let cut = evidence.zone(of: record.name), cut.name != evidence.zone,
        cut.name.isSubdomain(of: evidence.zone)
      else { return nil }
      let states = evidence.authoritativeStates(of: record)
      guard !states.contains(where: { $0.state == .match || $0.state == .mismatch }) else {
        return nil
      }
      let referring = evidence.observations(.authoritative, record.question).filter {
        $0.answer?.referral?.zone == cut.name
      }
      return Draft(
        record: record,
        arguments: [
          "name": .name(record.name), "type": .text(record.type.name), "cut": .name(cut.name),
          "zone": .name(evidence.zone), "childServers": .names(cut.nameServers.map(\.name)),
          "hostLabel": .text(record.name.hostLabel(in: cut.name)),
        ], evidence: referring + states.map(\.observation))
    }
  }
}
