import DNS

extension Rule {
  /// The signatures of an expected record have ended or not begun, as the zone's servers give them.
  static let dnssecSignatureExpired = Rule(
    "dnssec-signature-expired", layer: .servers, severity: .error,
    references: ["RFC 4034 3.1.5", "RFC 4035 5.3.1"],
    arguments: ["zone", "name", "type", "inceptionOn", "expirationOn", "kind"],
    explains: .findings(["dnssec-bogus", "answer-failure-cached", "service-value-stale"]),
    broken: Example(signature: .expired), fixed: Example(signature: .sound)
  ) { evidence in
    evidence.expected.compactMap { record in
      let signed = evidence.observations(.signed, record.question).filter {
        $0.answer?.isAuthoritative == true
      }
      let invalid = signed.filter { observation in
        let periods = observation.signaturePeriods
        // One sound signature is enough (RFC 4035 §5.3.3).
        return !periods.isEmpty && periods.allSatisfy { !$0.contains(evidence.checkedAt) }
      }
      guard let period = invalid.first?.signaturePeriods.first else { return nil }
      return Draft(
        record: record,
        arguments: [
          "zone": .name(evidence.zone(of: record.name)?.name ?? evidence.zone),
          "name": .name(record.name), "type": .text(record.type.name),
          "inceptionOn": .moment(period.inception), "expirationOn": .moment(period.expiration),
          "kind": .text(evidence.checkedAt > period.expiration ? "ended" : "early"),
        ], evidence: invalid)
    }
  }
}
