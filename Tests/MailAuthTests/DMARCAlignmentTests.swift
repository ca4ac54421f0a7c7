import DNS
import MailAuth
import Testing

@Suite("Identifier alignment, RFC 9989 sections 4.4 and 4.10.2")
struct DMARCAlignmentTests {
  private func alignment(
    _ sender: String, _ identifier: String, _ mode: DMARCAlignment = .relaxed, _ zone: MailZone
  ) throws -> DMARCIdentifierAlignment {
    try #require(
      DMARCIdentifierAlignment.judge(
        try DNSName(sender), try DNSName(identifier), mode: mode, in: zone
      ).outcome)
  }

  private var zone: MailZone {
    get throws {
      var zone = MailZone()
      try zone.txt("_dmarc.example.com", "v=DMARC1; p=none")
      return zone
    }
  }

  @Test("RFC 9989 Appendix B.1.1 example 1, B.1.2 example 1") func identical() throws {
    for mode in DMARCAlignment.allCases {
      let found = try alignment("example.com", "EXAMPLE.com", mode, MailZone(otherwise: nil))
      #expect(found.isAligned && found.isAlignedByList && found.relation == .identical)
    }
  }

  @Test("RFC 9989 Appendix B.1.1 example 2, B.1.2 example 2") func parent() throws {
    for (sender, identifier) in [
      ("example.com", "child.example.com"), ("child.example.com", "example.com"),
    ] {
      let relaxed = try alignment(sender, identifier, .relaxed, zone)
      #expect(relaxed.isAligned && relaxed.isAlignedByList && !relaxed.failsByStrictness)
      let strict = try alignment(sender, identifier, .strict, zone)
      #expect(!strict.isAligned && !strict.isAlignedByList && strict.failsByStrictness)
    }
  }

  @Test("RFC 9989 Appendix B.1.1 example 3, B.1.2 example 3") func unrelated() throws {
    for identifier in ["example.net", "sample.net"] {
      let found = try alignment("child.example.com", identifier, .relaxed, zone)
      #expect(!found.isAligned && !found.isAlignedByList && !found.failsByStrictness)
      #expect(
        found.relation
          == .different(
            sender: try DNSName("example.com"), identifier: try DNSName(identifier)))
    }
  }

  @Test("RFC 9989 Appendix B.4.3") func belowAPublicSuffix() throws {
    var zone = MailZone()
    try zone.txt("_dmarc.bank.example", "v=DMARC1; p=reject; psd=y")
    try zone.txt("_dmarc.giant.bank.example", "v=DMARC1; p=none")
    #expect(try alignment("giant.bank.example", "mail.giant.bank.example", zone).isAligned)
    let other = try alignment("giant.bank.example", "mail.mega.bank.example", zone)
    #expect(!other.isAligned)
    // The list knows nothing of bank.example: its readers hold both for one organization.
    #expect(other.isAlignedByList)
  }

  private func alignment(
    _ sender: String, _ identifier: String, _ zone: MailZone
  ) throws -> DMARCIdentifierAlignment {
    try alignment(sender, identifier, .relaxed, zone)
  }

  @Test("RFC 9989 Appendix B.3.1") func receiversExample() throws {
    let record = try DMARCRecord(
      parsing: "v=DMARC1; p=reject; aspf=r; rua=mailto:dmarc-feedback@example.com")
    let verdict = try #require(
      DMARCAlignmentVerdict.judge(
        try DNSName("example.com"), dkim: try DNSName("example.com"),
        returnPath: try DNSName("mail.example.com"), under: record, in: zone
      ).outcome)
    #expect(verdict.dkim?.isAligned == true && verdict.spf?.isAligned == true && verdict.passes)
  }

  @Test func namesTheTagThatIsTooStrict() throws {
    let record = try DMARCRecord(parsing: "v=DMARC1; p=none; adkim=s; aspf=s")
    let sender = try DNSName("mail.example.com")
    let service = try DNSName("service.example")
    let both = try #require(
      DMARCAlignmentVerdict.judge(
        sender, dkim: try DNSName("example.com"), returnPath: service, under: record, in: zone
      ).outcome)
    #expect(!both.passes && both.strictTags == ["adkim"])
    let own = try #require(
      DMARCAlignmentVerdict.judge(
        sender, dkim: sender, returnPath: nil, under: record, in: zone
      ).outcome)
    #expect(own.passes && own.strictTags.isEmpty && own.spf == nil)
  }

  @Test func asksForBothWalksAtOnce() throws {
    let record = try DMARCRecord(parsing: "v=DMARC1; p=none")
    let questions = DMARCAlignmentVerdict.judge(
      try DNSName("a.example"), dkim: try DNSName("b.example"), returnPath: try DNSName("c.test"),
      under: record, in: MailZone(otherwise: nil)
    ).questions
    #expect(
      questions == [
        "_dmarc.a.example. TXT", "_dmarc.example. TXT", "_dmarc.b.example. TXT",
        "_dmarc.c.test. TXT", "_dmarc.test. TXT",
      ])
  }
}
