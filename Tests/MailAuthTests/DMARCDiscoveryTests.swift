import DNS
import MailAuth
import Testing

@Suite("Which DMARC record applies, RFC 9989 section 4.10")
struct DMARCDiscoveryTests {
  private func discovery(_ domain: String, _ zone: MailZone) throws -> DMARCDiscovery {
    try #require(DMARCDiscovery.judge(try DNSName(domain), in: zone).outcome)
  }

  private func zone(_ records: (String, String)...) throws -> MailZone {
    var zone = MailZone()
    for (domain, text) in records { try zone.txt("_dmarc." + domain, text) }
    return zone
  }

  private func targets(_ domain: String) throws -> [String] {
    DMARCTreeWalk.targets(of: try DNSName(domain)).map(\.withoutFinalDot)
  }

  @Test("RFC 9989 section 4.10, the example of thirteen labels") func skipsLabels() throws {
    #expect(
      try targets("a.b.c.d.e.f.g.h.i.j.mail.example.com") == [
        "a.b.c.d.e.f.g.h.i.j.mail.example.com", "g.h.i.j.mail.example.com",
        "h.i.j.mail.example.com", "i.j.mail.example.com", "j.mail.example.com",
        "mail.example.com", "example.com", "com",
      ])
  }

  @Test("RFC 9989 section 4.10 step 4, both sides of the limit", arguments: 1...40)
  func asksEightTimesAtMost(_ count: Int) throws {
    let domain = try DNSName(labels: (0..<count).map { Array("l\($0)".utf8) })
    let targets = DMARCTreeWalk.targets(of: domain)
    #expect(targets.count == min(count, 8) && targets.first == domain)
    #expect(targets.last?.labels.count == 1)
    if count == 8 { #expect(targets[1].labels.count == 7) }
    if count > 8 { #expect(targets[1].labels.count == 7) }
    #expect(DMARCTreeWalk.targets(of: .root).isEmpty)
  }

  @Test func asksForEverythingAtOnce() throws {
    let domain = try DNSName("a.mail.example.com")
    var zone = MailZone(otherwise: nil)
    #expect(
      DMARCDiscovery.judge(domain, in: zone).questions == [
        "_dmarc.a.mail.example.com. TXT", "_dmarc.mail.example.com. TXT",
        "_dmarc.example.com. TXT", "_dmarc.com. TXT",
      ])
    try zone.txt("_dmarc.a.mail.example.com", "v=DMARC1; p=none; psd=n")
    // A reader by RFC 7489 has its answer too.
    #expect(DMARCDiscovery.judge(domain, in: zone).questions == ["_dmarc.example.com. TXT"])
    try zone.set("_dmarc.example.com", .txt, .nxDomain)
    #expect(
      DMARCDiscovery.judge(domain, in: zone).outcome?.organizationalDomain == domain)
  }

  @Test("RFC 9989 section 4.10.2, the three examples of a.mail.example.com")
  func findsTheOrganization() throws {
    let name = "a.mail.example.com"
    let both = try zone(
      ("mail.example.com", "v=DMARC1; p=none"), ("example.com", "v=DMARC1; p=none"))
    #expect(
      try discovery(name, both).organizationalDomain.withoutFinalDot == "example.com")
    let stopped = try zone(
      ("mail.example.com", "v=DMARC1; psd=n"), ("example.com", "v=DMARC1; p=none"))
    #expect(
      try discovery(name, stopped).organizationalDomain.withoutFinalDot == "mail.example.com")
    let suffix = try zone(("com", "v=DMARC1; p=reject; psd=y"))
    #expect(try discovery(name, suffix).organizationalDomain.withoutFinalDot == "example.com")
  }

  @Test("RFC 9989 section 4.10.2, psd=y at example.com") func oneLabelBelowTheSuffix() throws {
    let zone = try zone(("example.com", "v=DMARC1; p=none; psd=y"))
    #expect(
      try discovery("a.b.mail.example.com", zone).organizationalDomain.withoutFinalDot
        == "mail.example.com")
    // Not so for the domain where the walk began.
    #expect(
      try discovery("example.com", zone).organizationalDomain.withoutFinalDot == "example.com")
  }

  @Test("RFC 9989 Appendix B.4.1") func simpleExample() throws {
    let zone = try zone(
      ("example.com", "v=DMARC1; p=quarantine"), ("signing.example.com", "v=DMARC1; p=none"))
    let found = try discovery("example.com", zone)
    #expect(found.effect?.policyDomain.withoutFinalDot == "example.com" && !found.isInherited)
    #expect(found.effect?.policy == .quarantine && found.effect?.tag == .domain)
    #expect(
      try discovery("signing.example.com", zone).organizationalDomain.withoutFinalDot
        == "example.com")
  }

  @Test("RFC 9989 Appendix B.4.2") func deepExample() throws {
    let zone = try zone(
      ("example.com", "v=DMARC1; p=reject; sp=quarantine"),
      ("signing.example.com", "v=DMARC1; p=none"))
    let found = try discovery("a.b.c.d.e.f.g.h.i.j.k.example.com", zone)
    #expect(found.walk.steps.count == 8 && found.isInherited)
    #expect(found.organizationalDomain.withoutFinalDot == "example.com")
    #expect(found.effect?.policyDomain.withoutFinalDot == "example.com")
    #expect(found.effect?.policy == .quarantine && found.effect?.tag == .subdomain)
  }

  @Test("RFC 9989 Appendix B.4.3") func publicSuffixExample() throws {
    let zone = try zone(
      ("bank.example", "v=DMARC1; p=reject; psd=y"), ("giant.bank.example", "v=DMARC1; p=none"))
    let giant = try discovery("giant.bank.example", zone)
    #expect(giant.organizationalDomain.withoutFinalDot == "giant.bank.example")
    #expect(giant.effect?.policyDomain.withoutFinalDot == "giant.bank.example")
    #expect(
      giant.walk.steps.map(\.domain.withoutFinalDot) == ["giant.bank.example", "bank.example"])
    let mail = try discovery("mail.giant.bank.example", zone)
    #expect(mail.organizationalDomain == giant.organizationalDomain)
    #expect(mail.effect?.policyDomain.withoutFinalDot == "giant.bank.example")
    let mega = try discovery("mail.mega.bank.example", zone)
    #expect(mega.organizationalDomain.withoutFinalDot == "mega.bank.example")
    // No record of its own organization: that of the suffix applies (§4.10.1).
    #expect(mega.effect?.policyDomain.withoutFinalDot == "bank.example")
    #expect(mega.effect?.policy == .reject)
  }

  @Test("RFC 9989 section 4.10.1, sp for what exists and np for what does not")
  func tellsExistingSubdomains() throws {
    var zone = try zone(("example.com", "v=DMARC1; p=reject; sp=quarantine; np=none"))
    try zone.mx("mail.example.com", (10, "mx.example.com"))
    let there = try discovery("mail.example.com", zone)
    #expect(there.effect?.policy == .quarantine && there.effect?.tag == .subdomain)
    let absent = try discovery("nowhere.example.com", zone)
    #expect(absent.effect?.policy == DMARCPolicy.none && absent.effect?.tag == .nonexistent)
    zone.otherwise = nil
    try zone.set("_dmarc.new.example.com", .txt, .nxDomain)
    try zone.set("_dmarc.com", .txt, .nxDomain)
    #expect(
      DMARCDiscovery.judge(try DNSName("new.example.com"), in: zone).questions
        == ["new.example.com. MX"])
  }

  @Test("RFC 9989 section 4.10.1, records without a sound policy") func readsFaultyPolicies() throws
  {
    let effects: [(String, DMARCPolicy?)] = [
      ("v=DMARC1", nil), ("v=DMARC1; rua=mailto:a@b.example", DMARCPolicy.none),
      ("v=DMARC1; p=reject; sp=x", nil),
      ("v=DMARC1; p=reject; np=x; rua=mailto:a@b.example", DMARCPolicy.none),
      ("v=DMARC1; p=reject; t=y", .quarantine), ("v=DMARC1; p=quarantine; t=y", DMARCPolicy.none),
      ("v=DMARC1; p=none; t=y", DMARCPolicy.none),
    ]
    for (text, policy) in effects {
      let found = try discovery("example.com", try zone(("example.com", text)))
      #expect(found.effect != nil && found.effect?.policy == policy, "\(text)")
    }
  }

  @Test func discardsSeveralRecords() throws {
    var zone = try zone(("example.com", "v=DMARC1; p=reject"))
    try zone.txt("_dmarc.mail.example.com", "v=DMARC1; p=none", "v=DMARC1; p=quarantine", "x")
    let found = try discovery("mail.example.com", zone)
    #expect(found.walk.steps.first?.found == .several(count: 2))
    #expect(found.effect?.policyDomain.withoutFinalDot == "example.com")
    // RFC 7489 §6.6.3 step 5 ends there.
    #expect(found.legacyEffect == nil && found.readersDiffer)
  }

  @Test func knowsOtherTextsAndFailures() throws {
    var zone = MailZone()
    try zone.txt("_dmarc.example.com", "v=spf1 -all", "token")
    let found = try discovery("example.com", zone)
    #expect(found.walk.steps.first?.found == .nothing && found.walk.steps.first?.texts.count == 2)
    #expect(found.effect == nil && found.isCertain && !found.readersDiffer)
    try zone.set("_dmarc.com", .txt, .failed)
    #expect(try discovery("example.com", zone).isCertain == false)
    try zone.txt("_dmarc.example.com", "v=DMARC1; p=none")
    let certain = try discovery("example.com", zone)
    #expect(certain.isCertain && certain.walk.unanswered.map(\.withoutFinalDot) == ["com"])
  }

  @Test("RFC 7489 section 6.6.3, where its readers come to something else")
  func comparesReaders() throws {
    let differ: [(String, String, String, DMARCPolicy?, DMARCPolicy?, Int)] = [
      ("example.com", "example.com", "p=reject; t=y", .quarantine, .reject, 100),
      ("example.com", "example.com", "p=reject; pct=20", .reject, .reject, 20),
      ("a.example.com", "example.com", "p=none; np=reject", .reject, DMARCPolicy.none, 100),
      // A name between the domain and the one that was registered is not asked by the list.
      ("a.b.example.com", "b.example.com", "p=reject", .reject, nil, 100),
      ("example.com", "example.com", "p=reject; np=x", nil, .reject, 100),
    ]
    for (domain, at, tags, current, legacy, percent) in differ {
      let found = try discovery(domain, try zone((at, "v=DMARC1; " + tags)))
      #expect(found.effect?.policy == current && found.legacyEffect?.policy == legacy, "\(tags)")
      #expect(found.legacyEffect?.percent ?? 100 == percent && found.readersDiffer, "\(tags)")
    }
    for tags in ["p=reject", "p=none; pct=20", "p=reject; pct=101", "p=reject; sp=none"] {
      let same = try discovery("a.example.com", try zone(("example.com", "v=DMARC1; " + tags)))
      #expect(!same.readersDiffer, "\(tags)")
    }
  }

  @Test func foreseesAChange() throws {
    let zone = try zone(("example.com", "v=DMARC1; p=reject; adkim=s"))
    let domain = try DNSName("mail.example.com")
    let today = try discovery("mail.example.com", zone)
    #expect(today.effect?.policy == .reject && today.isInherited)
    let after = try #require(
      DMARCDiscovery.judge(domain, publishing: "v=DMARC1; p=none", in: zone).outcome)
    #expect(after.effect?.policy == DMARCPolicy.none && !after.isInherited)
    #expect(after.effect?.record.dkimAlignment == .relaxed)
    #expect(after.organizationalDomain.withoutFinalDot == "example.com")
  }

  @Test func followsAliases() throws {
    var zone = MailZone()
    try zone.alias("_dmarc.example.com", .txt, to: "_dmarc.service.example")
    try zone.txt("_dmarc.service.example", "v=DMARC1; p=reject")
    #expect(try discovery("example.com", zone).effect?.policy == .reject)
  }

  @Test func takesTheLongestNames() throws {
    let labels = Array(repeating: Array("abcdefghi".utf8), count: 25)
    let domain = try DNSName(labels: labels)
    let found = try #require(DMARCDiscovery.judge(domain, in: MailZone()).outcome)
    #expect(found.walk.steps.count == 8 && found.effect == nil)
  }
}
