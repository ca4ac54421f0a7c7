import DNS

extension Rule {
  /// The clock of this machine is so far off that signatures seem expired and requests are refused.
  static let clockWrong = Rule(
    "clock-wrong", layer: .caches, severity: .warning,
    references: ["RFC 9110 6.6.1", "RFC 4035 5.3.1"],
    arguments: ["offsetSeconds", "limit", "direction"],
    explains: .findings(["dnssec-signature-expired", "service-credentials-rejected"]),
    broken: Example(clockOffset: 7200), fixed: Example(clockOffset: 300)
  ) { evidence in
    guard let offset = evidence.web?.clockOffset, abs(offset) > WebCheck.mostOffset else {
      return []
    }
    return [
      Draft(
        arguments: [
          "offsetSeconds": .seconds(abs(offset)), "limit": .seconds(WebCheck.mostOffset),
          "direction": .text(offset > 0 ? "ahead" : "behind"),
        ], evidence: Array(evidence.observations.prefix(1)))
    ]
  }
}
