import DNS
import Diagnosis
import Lab
import Testing

/// Real servers with the mistakes that people make: exactly the right cause is found, and in
/// domains with nothing wrong nothing is.
@Suite(.serialized, .timeLimit(.minutes(3))) struct LabMistakeTests {
  /// Sender domains with one mistake, and the finding that must be its cause.
  private static let mistakes: [(domain: String, id: String)] =
    [
      "name-doubled", "name-at-apex", "name-underscore-lost", "name-typo",
      "wildcard-masks-record", "record-type-wrong", "record-duplicated", "cname-blocks-record",
      "cname-chain-long", "target-missing-dot", "target-dot-doubled",
      "value-ends-with-dot", "value-quoted", "value-has-foreign-characters", "value-has-spaces",
      "value-escaped", "value-has-label", "value-case-changed", "value-split-across-records",
      "value-truncated", "value-of-other-record",
    ].map { ("\($0).com", $0) } + [
      ("mail.name-half-doubled.com", "name-half-doubled"),
      ("mail.name-left-out.com", "name-half-doubled"),
      ("record-type-address.com", "record-type-wrong"),
      ("record-type-spf.com", "record-type-wrong"),
      ("mail.cname-blocks-sender.com", "cname-blocks-record"),
      // The alias leads to the mail server that is asked for.
      ("mail.cnameblocks.com", "record-type-wrong"),
      // Another value that is not damaged: what it lacks is told.
      ("record-mismatch.com", "spf-include-missing"),
      // Legal, and read wrongly by many (RFC 9989 §4.8, RFC 7489 §6.4).
      ("dmarc-spaced.com", "dmarc-version-wrong"),
    ]

  private static let shapes = [
    "mail.shape-workspace.com", "news.shape-office.com", "shape-proxied.com", "shape-amazon.com",
    "shape-wildcard.com", "mail.shape-delegated.com", "shape-verbose.com", "healthy.com",
    "example.co.id", "mail.sub.com", "dname.com", "alias.com",
  ]

  @Test func everyMistakeIsTheOneCauseAndNoDomainInOrderIsBlamed() async throws {
    try await Lab.run(zones: LabZone.withMistakes) { lab in
      for (domain, id) in Self.mistakes {
        let look = try await LabLook(domain, in: lab)
        // Whatever else there is to say, of that record or of others, is a consequence.
        #expect(look.causes == [id], "\(domain)")
      }
      for domain in Self.shapes {
        let look = try await LabLook(domain, in: lab)
        let alarms = look.verdict.findings.filter { $0.severity != .info }
        #expect(alarms.map(\.id.rawValue) == [], "\(domain)")
        #expect(look.verdict.status == .verified, "\(domain)")
      }
      try await servicesOfTheirOwn(lab)
      try await anAliasIsAskedFor(lab)
    }
  }

  /// The same domains, asked for what their own mail services want.
  private func servicesOfTheirOwn(_ lab: Lab) async throws {
    func record(
      _ id: String, _ purpose: ExpectedRecord.Purpose, _ name: String, _ type: RecordType,
      _ value: String, priority: UInt16? = nil
    ) throws -> ExpectedRecord {
      ExpectedRecord(
        id: id, purpose: purpose, name: try DNSName(name), type: type, value: value,
        priority: priority)
    }
    let google = "shape-workspace.com"
    let office = "shape-office.com"
    let amazon = "shape-amazon.com"
    let asked: [String: [ExpectedRecord]] = try [
      google: [
        record("mx", .mx, google, .mx, "smtp.google.com.", priority: 1),
        record("spf", .spf, google, .txt, "v=spf1 include:_spf.google.com ~all"),
        record("dkim", .dkim, "google._domainkey.\(google)", .txt, LabZone.dkim.joined()),
        record("dmarc", .dmarc, "_dmarc.\(google)", .txt, "v=DMARC1; p=none"),
      ],
      office: [
        record(
          "mx", .mx, office, .mx, "shape-office-com.mail.protection.outlook.com.", priority: 0),
        record("spf", .spf, office, .txt, "v=spf1 include:spf.protection.outlook.com -all"),
        record(
          "dkim", .dkim, "selector1._domainkey.\(office)", .cname,
          "selector1-shape-office-com._domainkey.outlook.com."),
        record("dmarc", .dmarc, "_dmarc.\(office)", .txt, "v=DMARC1; p=none"),
      ],
      amazon: [
        record("dkim", .dkim, "one._domainkey.\(amazon)", .cname, "one.dkim.amazonses.com."),
        record(
          "mx", .mx, "send.\(amazon)", .mx, "feedback-smtp.us-east-1.amazonses.com.",
          priority: 10),
        record("spf", .spf, "send.\(amazon)", .txt, "v=spf1 include:amazonses.com ~all"),
        record("dmarc", .dmarc, "_dmarc.\(amazon)", .txt, "v=DMARC1; p=none"),
      ],
    ]
    for (domain, expected) in asked {
      let look = try await LabLook(domain, in: lab, expected: expected)
      let alarms = look.verdict.findings.filter { $0.severity != .info || $0.isUnknown }
      #expect(alarms.map(\.id.rawValue) == [], "\(domain)")
      #expect(look.verdict.status == .verified, "\(domain)")
    }
  }

  /// Records that a playbook may ask for and the usual four do not have.
  private func anAliasIsAskedFor(_ lab: Lab) async throws {
    let flattened = try await LabLook(
      "cname-flattened.com", in: lab,
      more: { domain in
        [
          ExpectedRecord(
            id: "link", purpose: .other, name: try DNSName("_link").appending(domain), type: .cname,
            value: "target.example.net.")
        ]
      })
    #expect(flattened.causes == ["cname-flattened"])
    let missing = try await LabLook(
      "record-missing.com", in: lab,
      more: { domain in
        [
          ExpectedRecord(
            id: "token", purpose: .other, name: try DNSName("_token").appending(domain), type: .txt,
            value: "token=1")
        ]
      })
    #expect(missing.causes == ["record-missing"])
  }

  @Test func anAliasBesideOtherDataIsNamed() async throws {
    let lab = try await Lab(
      faults: [LabFault.Place.first, .second].map {
        LabFault(.alias("web.healthy.com"), at: $0, below: "healthy.com")
      })
    defer { lab.stop() }
    let look = try await LabLook("healthy.com", in: lab)
    #expect(look.causes.contains("cname-conflict"), "\(look.causes)")
    let names = Set(look.verdict.findings.filter { $0.id == "cname-conflict" }.map(\.record))
    #expect(names == ["mx", "dkim", "dmarc"])
  }

  @Test func aSignedDomainInOrderIsNotBlamed() async throws {
    let lab = try await Lab(validating: true)
    defer { lab.stop() }
    let validator = try #require(lab.validator).address
    let look = try await LabLook("signed.com", in: lab, resolver: validator)
    #expect(look.ids.isEmpty, "\(look.ids)")
    #expect(look.verdict.status == .verified)
  }
}
