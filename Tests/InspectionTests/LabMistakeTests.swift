import DNS
import Diagnosis
import Lab
import Testing

/// Real servers with the mistakes that people make: exactly the right cause is found, and in
/// domains with nothing wrong nothing is.
@Suite(.serialized, .timeLimit(.minutes(3))) struct LabMistakeTests {
  /// The findings of these layers; what other layers make of a mistake is theirs to test.
  private static let layers: Set<Layer> = [.delegation, .servers, .records, .content, .caches]

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
    ]

  private static let shapes = [
    "mail.shape-workspace.com", "news.shape-office.com", "shape-proxied.com", "shape-amazon.com",
    "shape-wildcard.com", "mail.shape-delegated.com", "shape-verbose.com", "healthy.com",
    "example.co.id", "mail.sub.com",
  ]

  @Test func everyMistakeIsTheOneCauseAndNoDomainInOrderIsBlamed() async throws {
    try await Lab.run(zones: LabZone.withMistakes) { lab in
      for (domain, id) in Self.mistakes {
        let look = try await LabLook(domain, in: lab)
        let causes = look.verdict.findings.filter {
          !$0.isConsequence && Self.layers.contains($0.layer)
        }
        #expect(Set(causes.map(\.id.rawValue)) == [id], "\(domain)")
        // Whatever else there is to say of that record is a consequence.
        let records = Set(causes.compactMap(\.record))
        let others = look.verdict.findings.filter {
          $0.id.rawValue != id && !$0.isConsequence && $0.record.map(records.contains) == true
            && $0.severity == .error && Self.layers.contains($0.layer)
        }
        #expect(others.map(\.id.rawValue) == [], "\(domain)")
      }
      for domain in Self.shapes {
        let look = try await LabLook(domain, in: lab)
        let alarms = look.verdict.findings.filter { $0.severity != .info }
        #expect(alarms.map(\.id.rawValue) == [], "\(domain)")
        #expect(look.verdict.status == .verified, "\(domain)")
      }
      try await anAliasIsAskedFor(lab)
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
