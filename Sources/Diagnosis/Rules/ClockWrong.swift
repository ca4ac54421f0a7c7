import DNS

extension Rule {
  /// The clock of this machine is so far off that signatures seem expired and requests are refused.
  static let clockWrong = Rule(
    "clock-wrong", layer: .caches, severity: .warning,
    references: ["RFC 9110 6.6.1", "RFC 4035 5.3.1"],
    arguments: ["offsetSeconds", "limit", "direction", "proof"],
    explains: .findings(["dnssec-signature-expired", "service-credentials-rejected"]),
    broken: Example(clockOffset: 7200), fixed: Example(clockOffset: 300)
  ) { evidence in
    guard let doubt = evidence.clockDoubt else { return [] }
    return [
      Draft(
        arguments: [
          "offsetSeconds": .seconds(abs(doubt.offset)),
          "limit": .seconds(ClockDoubt.mostOffset),
          "direction": .text(doubt.offset > 0 ? "ahead" : "behind"),
          "proof": .text(doubt.proof.rawValue),
        ], evidence: doubt.observations, answers: doubt.answers)
    ]
  }
}
