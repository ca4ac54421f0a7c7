import Diagnosis
import Testing

/// The whole catalogue of findings: each is a rule, or it is said why it is none yet.
@Suite struct FindingCatalogueTests {
  /// Every id, in the order of the catalogue; ids are public, so none is ever dropped from here.
  static let ids: [Layer: String] = [
    .name: """
    domain-name-invalid domain-name-not-ascii domain-is-public-suffix
    """,
    .registration: """
    domain-not-registered registry-hold registrar-hold domain-suspended-by-nameservers \
    domain-parked-by-nameservers domain-expired domain-in-renewal-grace domain-expires-soon \
    registration-pending registration-identity-unverified registration-unknown
    """,
    .delegation: """
    domain-not-delegated delegation-elsewhere delegation-other-account delegation-changing \
    delegation-mismatch dnssec-stale-ds delegation-unknown
    """,
    .servers: """
    server-lame server-silent server-unresolvable server-glue-mismatch server-name-is-alias \
    server-address-private servers-disagree answers-vary-by-location zone-paused zone-banned \
    zone-not-editable edns-broken tcp-broken large-answers-lost dnssec-bogus \
    dnssec-signature-expired server-denies-empty-name
    """,
    .records: """
    record-missing record-unknown record-paused record-refused-by-host record-ttl-below-plan \
    name-too-deep-for-plan record-duplicated record-type-wrong subzone-hides-record \
    wildcard-masks-record cname-conflict cname-blocks-record cname-flattened cname-loop \
    cname-dangling cname-chain-long name-doubled name-half-doubled name-at-apex \
    name-underscore-lost name-typo
    """,
    .content: """
    record-mismatch target-missing-dot target-dot-doubled value-ends-with-dot value-quoted \
    value-has-foreign-characters value-has-spaces value-escaped value-has-label \
    value-case-changed value-split-across-records value-truncated value-of-other-record
    """,
    .mailAuth: """
    spf-missing spf-multiple spf-version-wrong spf-syntax spf-term-misspelt \
    spf-too-many-lookups spf-near-lookup-limit spf-too-many-void-lookups spf-include-missing \
    spf-include-shadowed spf-include-broken spf-include-repeated spf-loop \
    spf-allows-everyone spf-no-default spf-term-after-all spf-redirect-ignored spf-uses-ptr \
    spf-too-many-hosts spf-host-without-address spf-too-long spf-obsolete-form \
    spf-existing-dropped spf-at-other-name spf-unresolved dkim-missing dkim-selector-other \
    dkim-key-missing dkim-revoked dkim-key-corrupt dkim-key-truncated dkim-key-split-wrong \
    dkim-key-short dkim-key-below-2048 dkim-key-type-wrong dkim-key-other dkim-multiple \
    dkim-is-alias dkim-syntax dkim-testing dkim-strict-identity dkim-hash-unusable \
    dkim-service-other dkim-second-key-missing dmarc-missing dmarc-multiple \
    dmarc-name-holds-other-text dmarc-version-wrong dmarc-syntax dmarc-policy-missing \
    dmarc-policy-value-wrong dmarc-policy-not-second dmarc-test-mode dmarc-psd-misused \
    dmarc-tag-obsolete dmarc-tag-unrecognised dmarc-tag-repeated \
    dmarc-report-address-malformed dmarc-report-too-many dmarc-report-unauthorized \
    dmarc-report-undeliverable dmarc-report-placeholder dmarc-inherited-policy-stricter \
    dmarc-alignment-strict dmarc-weakens-existing mx-missing mx-existing-mailbox \
    mx-exmail-conflict mx-null mx-null-with-others mx-null-preference-wrong \
    mx-target-is-address mx-target-is-alias mx-target-unresolvable mx-target-malformed \
    mx-repeated mx-preference-wrong mx-leftover-host
    """,
    .caches: """
    answer-negative-cached answer-stale-cached answer-failure-cached resolver-untrustworthy \
    port53-blocked network-unreachable clock-wrong
    """,
    .service: """
    service-not-submitted service-verification-pending service-partly-verified \
    service-record-unverified service-value-stale service-verified-record-lost \
    service-status-flapping service-domain-limit service-domain-taken service-domain-exists \
    service-domain-not-created service-domain-rejected service-domain-undeletable \
    service-dkim-not-generated service-temporarily-unavailable service-rate-limited \
    service-permission-missing service-credentials-rejected service-account-unverified \
    service-request-refused service-unreachable
    """,
  ]

  /// Findings whose only evidence is the API of a DNS host, which needs the person's access to it.
  static let ofHosts: Set<String> = [
    "zone-paused", "zone-banned", "zone-not-editable", "record-paused", "record-refused-by-host",
    "record-ttl-below-plan", "name-too-deep-for-plan",
  ]

  /// Findings whose only evidence is the API of the mail service.
  static let ofServices: Set<String> = Set(words(.service) + ["dkim-second-key-missing"])

  static func words(_ layer: Layer) -> [String] {
    (ids[layer] ?? "").split(separator: " ").map(String.init)
  }

  @Test func theCatalogueHas178Findings() {
    let all = Layer.allCases.flatMap(Self.words)
    #expect(all.count == 178)
    #expect(Set(all).count == all.count)
  }

  @Test func everyRuleIsOfTheCatalogueAndInItsLayer() {
    for rule in Rule.all {
      #expect(Self.words(rule.layer).contains(rule.id.rawValue), "\(rule.id.rawValue)")
    }
  }

  @Test func whatIsNoRuleHasItsReason() {
    let rules = Set(Rule.all.map(\.id.rawValue))
    let reasons =
      Self.ofHosts.sorted().map { ($0, "H: only the DNS host's API shows it") }
      + Self.ofServices.sorted().map { ($0, "V: only the mail service's API shows it") }
    for (id, reason) in reasons {
      print("no rule and no scenario: \(id) (\(reason))")
      #expect(!rules.contains(id), "there is a rule: \(id)")
    }
    let excepted = Set(reasons.map(\.0))
    for layer in Layer.allCases {
      let open = Self.words(layer).filter { !rules.contains($0) && !excepted.contains($0) }
      #expect(open == [], "neither rule nor reason")
    }
  }
}
