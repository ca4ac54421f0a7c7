extension Rule {
  /// Every rule, in the order of the catalogue.
  public static let all: [Rule] = [
    .domainNotRegistered, .registryHold, .registrarHold, .domainSuspendedByNameservers,
    .domainParkedByNameservers, .domainExpired, .domainInRenewalGrace, .domainExpiresSoon,
    .registrationPending, .registrationIdentityUnverified, .registrationUnknown,
    .domainNotDelegated, .delegationMismatch, .dnssecStaleDS, .delegationUnknown,
    .serverLame, .serverSilent, .serverUnresolvable, .serverGlueMismatch, .serversDisagree,
    .ednsBroken, .tcpBroken, .dnssecBogus,
    .recordMissing, .recordUnknown, .subzoneHidesRecord, .cnameLoop, .cnameDangling, .nameDoubled,
    .recordMismatch, .targetMissingDot,
    .spfMissing, .spfMultiple, .dkimMissing, .dmarcMissing, .mxMissing,
    .answerNegativeCached, .answerStaleCached, .answerFailureCached,
  ]

  /// The rule of a finding.
  public static func named(_ id: FindingID) -> Rule? { all.first { $0.id == id } }
}
