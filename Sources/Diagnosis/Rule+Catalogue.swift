extension Rule {
  /// Every rule, in the order of the catalogue.
  public static let all: [Rule] = [
    .domainNameInvalid, .domainNameNotASCII, .domainIsPublicSuffix,
    .domainNotRegistered, .registryHold, .registrarHold, .domainSuspendedByNameservers,
    .domainParkedByNameservers, .domainExpired, .domainInRenewalGrace, .domainExpiresSoon,
    .registrationPending, .registrationIdentityUnverified, .registrationUnknown,
    .domainNotDelegated, .delegationElsewhere, .delegationOtherAccount, .delegationChanging,
    .delegationMismatch, .dnssecStaleDS, .delegationUnknown,
    .serverLame, .serverSilent, .serverUnresolvable, .serverGlueMismatch, .serverNameIsAlias,
    .serverAddressPrivate, .serversDisagree, .answersVaryByLocation, .ednsBroken, .tcpBroken,
    .largeAnswersLost, .dnssecBogus, .dnssecSignatureExpired, .serverDeniesEmptyName,
    .recordMissing, .recordUnknown, .recordDuplicated, .recordTypeWrong, .subzoneHidesRecord,
    .wildcardMasksRecord, .cnameConflict, .cnameBlocksRecord, .cnameFlattened, .cnameLoop,
    .cnameDangling, .cnameChainLong, .nameDoubled, .nameHalfDoubled, .nameAtApex,
    .nameUnderscoreLost, .nameTypo,
    .recordMismatch, .targetMissingDot, .targetDotDoubled, .valueEndsWithDot, .valueQuoted,
    .valueHasForeignCharacters, .valueHasSpaces, .valueEscaped, .valueHasLabel, .valueCaseChanged,
    .valueSplitAcrossRecords, .valueTruncated, .valueOfOtherRecord,
    .spfMissing, .spfMultiple, .dkimMissing, .dmarcMissing, .mxMissing,
    .answerNegativeCached, .answerStaleCached, .answerFailureCached, .resolverUntrustworthy,
    .port53Blocked, .networkUnreachable, .clockWrong,
  ]

  /// The rule of a finding.
  public static func named(_ id: FindingID) -> Rule? { all.first { $0.id == id } }
}
