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
    .spfMissing, .spfMultiple, .spfVersionWrong, .spfSyntax, .spfTermMisspelt, .spfTooManyLookups,
    .spfNearLookupLimit, .spfTooManyVoidLookups, .spfIncludeMissing, .spfIncludeShadowed,
    .spfIncludeBroken, .spfIncludeRepeated, .spfLoop, .spfAllowsEveryone, .spfNoDefault,
    .spfTermAfterAll, .spfRedirectIgnored, .spfUsesPTR, .spfTooManyHosts, .spfHostWithoutAddress,
    .spfTooLong, .spfObsoleteForm, .spfExistingDropped, .spfAtOtherName, .spfUnresolved,
    .dkimMissing, .dkimSelectorOther, .dkimKeyMissing, .dkimRevoked, .dkimKeyCorrupt,
    .dkimKeyTruncated,
    .dkimKeySplitWrong, .dkimKeyShort, .dkimKeyBelow2048, .dkimKeyTypeWrong, .dkimKeyOther,
    .dkimMultiple, .dkimIsAlias, .dkimSyntax, .dkimTesting, .dkimStrictIdentity,
    .dkimHashUnusable, .dkimServiceOther,
    .dmarcMissing, .dmarcMultiple, .dmarcNameHoldsOtherText, .dmarcVersionWrong, .dmarcSyntax,
    .dmarcPolicyMissing, .dmarcPolicyValueWrong, .dmarcPolicyNotSecond, .dmarcTestMode,
    .dmarcPSDMisused, .dmarcTagObsolete, .dmarcTagUnrecognised, .dmarcTagRepeated,
    .dmarcReportAddressMalformed, .dmarcReportTooMany, .dmarcReportUnauthorized,
    .dmarcReportUndeliverable, .dmarcReportPlaceholder, .dmarcInheritedPolicyStricter,
    .dmarcAlignmentStrict, .dmarcWeakensExisting,
    .mxMissing, .mxExistingMailbox, .mxExmailConflict, .mxNull, .mxNullWithOthers,
    .mxNullPreferenceWrong,
    .mxTargetIsAddress, .mxTargetIsAlias, .mxTargetUnresolvable, .mxTargetMalformed, .mxRepeated,
    .mxPreferenceWrong, .mxLeftoverHost,
    .answerNegativeCached, .answerStaleCached, .answerFailureCached,
  ]

  /// The rule of a finding.
  public static func named(_ id: FindingID) -> Rule? { all.first { $0.id == id } }
}
