import DNS
import Testing

@testable import Diagnosis

/// Domains as they are met in the field, all in order: nothing may be found.
@Suite struct MailShapeTests {
  private static let google = """
    _spf.google.com. TXT "v=spf1 include:_netblocks.google.com include:_netblocks2.google.com include:_netblocks3.google.com ~all"
    _netblocks.google.com. TXT "v=spf1 ip4:35.190.247.0/24 ip4:64.233.160.0/19 ~all"
    _netblocks2.google.com. TXT "v=spf1 ip6:2001:4860:4000::/36 ip6:2404:6800:4000::/36 ~all"
    _netblocks3.google.com. TXT "v=spf1 ip4:172.217.0.0/19 ip4:108.177.96.0/19 ~all"
    smtp.google.com. A 142.250.0.27
    aspmx.l.google.com. A 142.250.0.26
    alt1.aspmx.l.google.com. A 142.250.0.28

    """
  private static let microsoft = """
    spf.protection.outlook.com. TXT "v=spf1 ip4:40.92.0.0/15 ip4:52.100.0.0/15 ip6:2a01:111:f400::/48 -all"

    """
  private static let cloudflare = """
    _spf.mx.cloudflare.net. TXT "v=spf1 ip4:104.30.0.0/20 ip6:2405:8100:c000::/38 ~all"

    """
  private static let amazon = """
    amazonses.com. TXT "v=spf1 ip4:199.255.192.0/22 ip4:54.240.0.0/18 ~all"

    """
  private static let exmail = """
    spf.mail.qq.com. TXT "v=spf1 include:qq-a.mail.qq.com include:biz-a.mail.qq.com -all"
    qq-a.mail.qq.com. TXT "v=spf1 ip4:101.226.139.0/25 ip4:101.91.43.0/25 -all"
    biz-a.mail.qq.com. TXT "v=spf1 ip4:114.132.64.0/24 -all"
    mxbiz2.qq.com. A 203.0.113.26

    """
  /// Whoever takes reports for others says so with a wildcard (RFC 9990 §4).
  private static let reports = """
    rua.example.net. MX 10 mx.example.net.
    *._report._dmarc.rua.example.net. TXT "v=DMARC1"
    example.com._report._dmarc.rua.example.net. TXT "v=DMARC1"

    """

  /// A name, lines in place of the healthy ones, and what lies outside.
  private static let shapes: [(name: String, example: Example)] = [
    ("nothing but the mail service", Example()),
    (
      "Google Workspace beside Tencent",
      spf("include:_spf.google.com include:qcloudmail.com ~all").inWorld(google)
    ),
    (
      "Microsoft 365 beside Tencent",
      spf("include:spf.protection.outlook.com include:qcloudmail.com -all").inWorld(microsoft)
    ),
    (
      "Cloudflare Email Routing beside Tencent",
      spf("include:_spf.mx.cloudflare.net include:qcloudmail.com ~all").inWorld(cloudflare)
    ),
    (
      "Amazon SES beside Tencent",
      spf("include:amazonses.com include:qcloudmail.com ~all").inWorld(amazon)
    ),
    (
      "own servers, site tokens and a second MX",
      Example(
        without: "spf1",
        adding: """
          @ TXT "google-site-verification=0123456789abcdefghijklmnopqrstuvwxyz0123456"
          @ TXT "MS=ms12345678"
          @ TXT "apple-domain-verification=0123456789abcdef"
          @ TXT "v=spf1 a:web.example.com mx ip4:192.0.2.0/28 include:qcloudmail.com -all"
          web A 192.0.2.10
          @ MX 20 mx2.example.com.
          mx2 A 192.0.2.25
          """)
    ),
    (
      "a strict DMARC policy with reports to a service",
      Example(
        without: "_dmarc",
        adding: #"""
          _dmarc TXT "v=DMARC1; p=reject; sp=quarantine; rua=mailto:a@rua.example.net,mailto:b@example.com; fo=1; ruf=mailto:b@example.com; adkim=r; aspf=s"
          """#
      ).inWorld(reports)
    ),
    (
      "a key without a version, in two strings",
      Example(
        without: "_domainkey",
        adding:
          "qcloud._domainkey TXT \"p=\(Example.key.prefix(100))\" \"\(Example.key.dropFirst(100))\""
      )
    ),
    (
      "a mail service that sends only",
      spf("exists:%{i}._spf.qcloudmail.com include:qcloudmail.com -all")
    ),
  ]

  private static func spf(_ terms: String) -> Example {
    Example(without: "spf1", adding: "@ TXT \"v=spf1 \(terms)\"")
  }

  @Test(arguments: shapes.indices) func nothingIsFound(shape: Int) throws {
    let (name, example) = Self.shapes[shape]
    let verdict = Verdict(try example.evidence())
    #expect(verdict.findings.map(\.id) == [], "\(name)")
    #expect(verdict.status == .verified, "\(name)")
  }

  /// What used to be the default says nothing that receivers do not do anyway.
  @Test(arguments: [
    ("pct=100", Severity.info), ("pct=100; rf=afrf; ri=86400", .info), ("pct=99", .warning),
    ("pct=100; ri=3600", .warning),
  ]) func obsoleteTagsMatterOnlyWhenTheySayMore(tags: String, severity: Severity) throws {
    let verdict = Verdict(try Example.dmarc("v=DMARC1; p=none; \(tags)").evidence())
    #expect(verdict.findings.map(\.id) == ["dmarc-tag-obsolete"])
    #expect(verdict.findings.map(\.severity) == [severity])
    #expect(verdict.status == .verified)
  }

  /// A preference is an order: another number is worth a warning when another server comes first.
  @Test func anotherPreferenceMattersWhenTheOrderDoes() throws {
    func severities(_ records: String...) throws -> [String: Severity] {
      let lines = records.map { "@ MX \($0)" } + ["mx2 A 192.0.2.25"]
      let example = Example(without: "MX", adding: lines.joined(separator: "\n"))
      let findings = Verdict(try example.evidence()).findings
      return Dictionary(findings.map { ($0.id.rawValue, $0.severity) }) { $1 }
    }
    #expect(try severities("5 mxbiz1.qq.com.") == ["mx-preference-wrong": .info])
    #expect(
      try severities("5 mxbiz1.qq.com.", "7 mx2.example.com.") == ["mx-preference-wrong": .info])
    #expect(
      try severities("20 mxbiz1.qq.com.", "15 mx2.example.com.") == [
        "mx-preference-wrong": .warning, "mx-leftover-host": .warning,
      ])
    #expect(try severities("10 mxbiz1.qq.com.", "20 mx2.example.com.").isEmpty)
  }

  /// Receivers follow an alias; only what is at its end decides (RFC 6376 §3.6.2.1).
  @Test func anAliasAtTheSelectorIsAFaultOnlyWithoutTheKey() throws {
    func findings(_ target: String, knowsKey: Bool = true) throws -> [Finding] {
      let example = Example(
        without: "_domainkey",
        adding: "qcloud._domainkey CNAME key.example.com.\nkey TXT \"\(target)\"")
      return Verdict(try (knowsKey ? example : example.withoutKnownKey()).evidence()).findings
    }
    let right = try findings("v=DKIM1; k=rsa; p=\(Example.key)")
    #expect(right.map(\.id) == ["dkim-is-alias"])
    #expect(right.map(\.severity) == [.info])
    let unknown = try findings("v=DKIM1; k=rsa; p=\(Example.otherKey)", knowsKey: false)
    #expect(unknown.first { $0.id == "dkim-is-alias" }?.severity == .info)
    #expect(unknown.allSatisfy { $0.severity == .info })
    for text in ["v=DKIM1; k=rsa; p=\(Example.otherKey)", "v=DKIM1; p=", "hello"] {
      let wrong = try findings(text)
      #expect(wrong.filter { !$0.isConsequence }.map(\.id) == ["dkim-is-alias"], "\(text)")
      #expect(wrong.first?.severity == .error)
    }
  }

  /// The record of a company counts for the names below it, which is no reason to say that there is
  /// none (RFC 9989 §4.10.1).
  @Test(arguments: [
    (#"_dmarc.example.com. TXT "v=DMARC1; p=none; rua=mailto:a@example.com""#, "none"),
    (#"_dmarc.example.com. TXT "v=DMARC1; p=reject; sp=quarantine""#, "quarantine"),
    (#"_dmarc.example.com. TXT "hello""#, ""),
  ]) func thePolicyFromAboveIsNamed(line: String, policy: String) throws {
    let example = Example(without: "_dmarc", adding: line, sender: "mail")
    let finding = try #require(
      Verdict(try example.evidence()).findings.first { $0.id == "dmarc-missing" })
    #expect(finding.arguments["isInherited"] == .flag(!policy.isEmpty))
    #expect(finding.arguments["inheritedPolicy"] == .text(policy))
    #expect(
      finding.arguments["inheritedFrom"] == .text(policy.isEmpty ? "" : "_dmarc.example.com"))
  }

  /// The documents refuse such a domain, and still it has been seen verified: a word, no error.
  @Test func exmailBesideTheMailServiceIsAWarning() throws {
    let example = Self.spf("include:spf.mail.qq.com include:qcloudmail.com ~all")
    let verdict = Verdict(try example.inWorld(Self.exmail).evidence())
    #expect(verdict.findings.map(\.id) == ["mx-exmail-conflict"])
    #expect(verdict.status == .verified)
    // Where the mail service does not mind, neither does anybody else.
    var other = try example.inWorld(Self.exmail).evidence()
    for index in other.expected.indices { other.expected[index].refusedMailboxes = nil }
    #expect(Verdict(other).findings.isEmpty)
  }

  /// Senders that were taken out one by one, beside others that stay, are no mistake.
  @Test func termsTakenOutOnPurposeAreNoMistake() throws {
    var example = Self.spf("ip4:192.0.2.0/24 include:qcloudmail.com ~all")
    example.cache = example.zone.replacing(
      "ip4:192.0.2.0/24", with: "ip4:192.0.2.0/24 ip4:198.51.100.7")
    #expect(Verdict(try example.evidence()).findings.map(\.id) == [])
    example.zone = example.zone.replacing("ip4:192.0.2.0/24 ", with: "")
    let finding = try #require(Verdict(try example.evidence()).findings.first)
    #expect(finding.id == "spf-existing-dropped")
    #expect(finding.arguments["lost"] == .texts(["ip4:192.0.2.0/24", "ip4:198.51.100.7"]))
  }

  /// RFC 9989 §4.4: one aligned identifier is enough, so only both together are an error.
  @Test func strictAlignmentIsAnErrorWhenNothingAligns() throws {
    let rule = try #require(Rule.named("dmarc-alignment-strict"))
    let finding = try #require(rule.findings(in: try rule.broken.evidence()).first)
    #expect(finding.severity == .warning && finding.arguments["tag"] == .text("aspf"))
    var evidence = try rule.broken.evidence()
    evidence.expected.removeAll { $0.purpose == .dkim }
    #expect(rule.findings(in: evidence).map(\.severity) == [.error])
  }

  /// A record that has to be replaced keeps its policy.
  @Test func aStrongerPolicyIsKeptInWhatIsProposed() throws {
    let evidence = try Example.dmarc("v=DMARC1; p=reject; p=none").evidence()
    let verdict = Verdict(evidence)
    #expect(verdict.findings.map(\.id).contains("dmarc-weakens-existing"))
    let mismatch = try #require(verdict.findings.first { $0.id == "record-mismatch" })
    #expect(mismatch.arguments["expected"] == .text("v=DMARC1; p=reject"))
  }

  /// What a provider does in its own records is not the owner's to change.
  @Test func aProvidersOwnHabitsAreNotTheOwnersFault() throws {
    let example = Self.spf("include:habits.example include:qcloudmail.com ~all").inWorld(
      """
      habits.example. TXT "v=spf1 ptr a:gone.habits.example ?all"

      """)
    #expect(Verdict(try example.evidence()).findings.map(\.id) == [])
  }

  /// Answers that are missing are no answers.
  @Test func whatCouldNotBeAskedIsNoFault() throws {
    var evidence = try Self.spf("include:gone.example mx a include:qcloudmail.com ~all").evidence()
    evidence.observations.removeAll { $0.role == .lookup }
    #expect(Verdict(evidence).findings.map(\.id) == [])
  }

  /// Any octets as a record: judged without a trap, and with arguments that fit the catalogue.
  @Test func anyTextCanBeJudged() throws {
    var random = SystemRandomNumberGenerator()
    let pieces = [
      "v=spf1 ", "v=DMARC1; ", "v=DKIM1; ", "p=", "k=rsa; ", "include:", "a:", "ip4:", "all", "-",
      "%{", "}", ";", "=", " ", "p=none", "rua=mailto:", "@", "!", ",", "AAAA", "\u{7}", "é", "0",
      "redirect=", "mx ", "ptr ", "t=y", "sp=", ".", "/", Example.key,
    ]
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0..<12, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      var evidence = try Example().evidence()
      evidence.observations = evidence.observations.map { $0.with(text: text) }
      for rule in Rule.all {
        for finding in rule.findings(in: evidence) {
          #expect(Set(finding.arguments.keys) == rule.arguments, "\(rule.id) \(text)")
        }
      }
    }
  }
}

extension Observation {
  /// The same answer with this text in every TXT record.
  fileprivate func with(text: String) -> Observation {
    guard case .answered(var answer) = outcome else { return self }
    answer.records = answer.records.map { record in
      guard case .txt = record.data else { return record }
      var record = record
      record.data = .txt([Array(text.utf8)])
      return record
    }
    var observation = self
    observation.outcome = .answered(answer)
    return observation
  }
}
