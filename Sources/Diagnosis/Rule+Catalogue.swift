extension Rule {
  /// Every rule, in the order of the catalogue.
  public static let all: [Rule] = [
    .domainNotDelegated, .delegationUnknown,
    .serversDisagree,
    .recordMissing, .recordUnknown, .nameDoubled,
    .recordMismatch, .targetMissingDot,
    .spfMissing, .spfMultiple, .dkimMissing, .dmarcMissing, .mxMissing,
    .answerNegativeCached, .answerStaleCached,
  ]

  /// The rule of a finding.
  public static func named(_ id: FindingID) -> Rule? { all.first { $0.id == id } }
}
