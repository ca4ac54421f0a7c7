import DNS
import Testing

@testable import Diagnosis

/// What the rules of the layer records find at wrong names, in wrong types and behind aliases.
@Suite struct MisplacedRecordTests {
  private func verdict(
    _ without: String?, _ lines: String, sender: String? = nil
  ) throws -> Verdict {
    Verdict(try Example(without: without, adding: lines, sender: sender).evidence())
  }

  private func causes(
    _ without: String?, _ lines: String, sender: String? = nil
  ) throws -> [String] {
    try verdict(without, lines, sender: sender).findings.filter { !$0.isConsequence }
      .map(\.id.rawValue)
  }

  private static let dkim = "TXT \"v=DKIM1; k=rsa; p=\(Example.key)\""

  @Test(arguments: [
    ("_dmarc.example.com", "name-doubled"), ("dmarc", "name-underscore-lost"),
    ("_dmac", "name-typo"), ("-dmarc", "name-typo"), ("_dmrac", "name-typo"),
  ]) func aPolicyAtAWrongName(host: String, id: String) throws {
    let found = try verdict("_dmarc", "\(host) TXT \"v=DMARC1; p=none\"")
    #expect(found.findings.map(\.id.rawValue) == [id, "dmarc-missing"])
    #expect(found.findings.last?.causes.map(\.rawValue) == [id])
  }

  @Test(arguments: [
    ("qcloud.domainkey", "name-underscore-lost"), ("qcloud_domainkey", "name-typo"),
    ("qclod._domainkey", "name-typo"), ("qcloud._domainkye", "name-typo"), ("@", "name-at-apex"),
  ]) func aKeyAtAWrongName(host: String, id: String) throws {
    #expect(try causes("_domainkey", "\(host) \(Self.dkim)") == [id])
  }

  /// Whoever put another key there put it wrongly all the same.
  @Test func anotherKeyAtTheDoubledNameIsFound() throws {
    let lines = "qcloud._domainkey.example.com TXT \"v=DKIM1; k=rsa; p=AAAA\""
    #expect(try causes("_domainkey", lines) == ["name-doubled"])
  }

  @Test func otherTextAtANearNameIsNotTheRecord() throws {
    #expect(try causes("_dmarc", "dmarc TXT \"hello\"") == ["dmarc-missing"])
    #expect(try causes("_token", "token TXT \"token=2\"") == ["record-missing"])
    #expect(try causes("_token", "token TXT \"token=1\"") == ["name-underscore-lost"])
  }

  @Test func theSenderTwiceOrNotAtAll() throws {
    let twice = try verdict("_domainkey", "qcloud._domainkey.mail \(Self.dkim)", sender: "mail")
    #expect(twice.findings.first?.id == "name-half-doubled")
    #expect(twice.findings.first?.arguments["kind"] == .text("doubled"))
    let leftOut = try verdict(
      "_domainkey", "qcloud._domainkey.example.com. \(Self.dkim)", sender: "mail")
    #expect(leftOut.findings.first?.id == "name-half-doubled")
    #expect(leftOut.findings.first?.arguments["kind"] == .text("leftOut"))
    #expect(leftOut.findings.first?.arguments["hostLabel"] == .text("qcloud._domainkey.mail"))
  }

  /// A company's policy at the registered domain is not the sender's that is missing.
  @Test func thePolicyOfTheCompanyIsItsOwn() throws {
    for policy in ["v=DMARC1; p=none", "v=DMARC1; p=reject; rua=mailto:a@example.com"] {
      let lines = "_dmarc.example.com. TXT \"\(policy)\""
      #expect(try causes("_dmarc", lines, sender: "mail") == ["dmarc-missing"])
    }
  }

  @Test func aKeyOfTheCompanyIsItsOwn() throws {
    let lines = "qcloud._domainkey.example.com. TXT \"v=DKIM1; k=rsa; p=AAAA\""
    #expect(try causes("_domainkey", lines, sender: "mail") == ["dkim-missing"])
  }

  @Test func atTheDomainItselfOrTheZone() throws {
    let own = try verdict("_dmarc", "@ TXT \"v=DMARC1; p=none\"", sender: "mail")
    #expect(own.findings.first?.id == "name-at-apex")
    #expect(own.findings.first?.arguments["foundName"] == .name(try DNSName("mail.example.com")))
    let zone = try verdict("_dmarc", "example.com. TXT \"v=DMARC1; p=none\"", sender: "mail")
    #expect(zone.findings.first?.arguments["foundName"] == .name(try DNSName("example.com")))
    #expect(try causes("_domainkey", "@ TXT \"p=hello\"") == ["dkim-missing"])
  }

  @Test func namesThatWereNotAskedForAreNotClaimed() throws {
    var evidence = try Rule.nameTypo.broken.evidence()
    evidence.observations.removeAll { $0.question.name == (try? DNSName("_dmrac.example.com")) }
    #expect(Rule.nameTypo.findings(in: evidence).isEmpty)
  }

  @Test func slipsAreBoundedAndNeverTheNameItself() throws {
    for prefix in [
      ["_dmarc"], ["qcloud", "_domainkey"], ["a", "b"], [String(repeating: "x", count: 63)],
    ] {
      let labels = prefix.map { Array($0.utf8) }
      let slips = PrefixTypos.of(labels)
      #expect(slips.count <= 48)
      #expect(!slips.contains(labels))
      #expect(slips.allSatisfy { !$0.isEmpty && !$0.contains(where: \.isEmpty) })
    }
  }

  @Test func placesAreAskedOnceAndFitIntoAName() throws {
    let long = String(repeating: String(repeating: "x", count: 63) + ".", count: 3)
    var evidence = try Example().evidence()
    evidence.domain = try DNSName(long + "example.com")
    evidence.zone = evidence.domain
    let record = ExpectedRecord(
      id: "x", purpose: .dmarc, name: try DNSName("_dmarc").appending(evidence.domain), type: .txt,
      value: "v=DMARC1; p=none")
    let questions = evidence.searchQuestions(for: record)
    #expect(Set(questions).count == questions.count)
    #expect(!questions.contains(record.question))
  }

  @Test(arguments: [
    ("MX", #"@ TXT "10 mxbiz1.qq.com.""#, "TXT"), ("MX", #"@ TXT "mxbiz1.qq.com""#, "TXT"),
    ("_dmarc", "_dmarc A 192.0.2.7", "A"), ("_domainkey", "qcloud._domainkey A 192.0.2.7", "A"),
    (
      "spf1",
      ##"@ TYPE99 \# 35 22763d7370663120696e636c7564653a71636c6f75646d61696c2e636f6d207e616c6c"##,
      "SPF"
    ),
    ("_dmarc", #"_dmarc CNAME v=DMARC1\;\032p=none.example.com."#, "CNAME"),
  ]) func aValueInAnotherType(without: String, lines: String, type: String) throws {
    let found = try verdict(without, lines)
    #expect(found.findings.filter { !$0.isConsequence }.map(\.id) == ["record-type-wrong"])
    #expect(found.findings.first?.arguments["observedType"] == .text(type))
  }

  @Test func otherDataAtTheNameAreNotTheRecord() throws {
    #expect(try causes("MX", "@ A 192.0.2.7\n@ TXT \"mail is at mxbiz1.qq.com\"") == ["mx-missing"])
    #expect(try causes("spf1", "@ A 192.0.2.7") == ["spf-missing"])
    // The address comes from a wildcard for hosts.
    #expect(try causes("_dmarc", "* A 192.0.2.7") == ["dmarc-missing"])
  }

  @Test func aWildcardIsNotTheRecordAndHidesNothing() throws {
    #expect(try causes(nil, "* TXT \"v=spf1 -all\"\n* A 192.0.2.7\n* MX 10 a.example.").isEmpty)
    let masked = try verdict("_dmarc", "* TXT \"v=spf1 -all\"")
    #expect(
      masked.findings.map(\.id) == [
        "wildcard-masks-record", "dmarc-missing", "dmarc-name-holds-other-text",
      ])
    #expect(masked.findings.map(\.isConsequence) == [false, true, true])
    #expect(masked.findings.first?.arguments["wildcard"] == .name(try DNSName("*.example.com")))
    // The deeper one counts.
    let deep = try verdict("_domainkey", "* TXT \"a\"\n*._domainkey TXT \"b\"")
    #expect(
      deep.findings.first?.arguments["wildcard"] == .name(try DNSName("*._domainkey.example.com")))
  }

  @Test func aWildcardThatIsRightIsFine() throws {
    #expect(try causes("_token", "* TXT \"token=1\"").isEmpty)
  }

  @Test func anAliasOfAnotherServiceIsInTheWay() throws {
    let found = try verdict("_dmarc", "_dmarc CNAME web\nweb A 192.0.2.7")
    #expect(found.findings.map(\.id) == ["cname-blocks-record", "dmarc-missing"])
    #expect(found.findings.first?.arguments["blockedTypes"] == .texts(["TXT"]))
  }

  @Test func anAliasAtTheSenderBlocksBothTypes() throws {
    let zone = """
      mail.example.com. CNAME web.example.com.
      web.example.com. A 192.0.2.7
      """
    var example = Example(adding: zone, sender: "mail")
    example.zone = example.zone.split(separator: "\n").filter { !$0.hasPrefix("@") }
      .joined(separator: "\n")
    let found = Verdict(try example.evidence())
    #expect(found.findings.filter { !$0.isConsequence }.map(\.id) == ["cname-blocks-record"])
    #expect(found.findings.first?.arguments["blockedTypes"] == .texts(["MX", "TXT"]))
    #expect(
      Set(found.findings.filter(\.isConsequence).map(\.id)) == ["mx-missing", "spf-missing"])
  }

  @Test func anAliasBesideDataIsAConflictEvenWhenTheDataAreRight() throws {
    let found = try verdict(nil, "@ CNAME web.example.net.")
    #expect(found.findings.map(\.id) == ["cname-conflict"])
    #expect(found.findings.first?.arguments["otherTypes"] == .texts(["MX", "TXT"]))
  }

  @Test func eightAliasesAreEnough() throws {
    func chain(_ links: Int) -> String {
      let hops = (1..<links).map { "hop\($0) CNAME hop\($0 + 1)" }
      return (["qcloud._domainkey CNAME hop1"] + hops + ["hop\(links) \(Self.dkim)"])
        .joined(separator: "\n")
    }
    let few = try verdict("_domainkey", chain(8))
    #expect(few.findings.map(\.id) == ["dkim-is-alias"] && few.findings[0].severity == .info)
    #expect(try causes("_domainkey", chain(9)) == ["cname-chain-long"])
    let endless = try verdict("_domainkey", chain(20))
    #expect(endless.findings.first?.id == "cname-chain-long")
    #expect(endless.findings.first?.severity == .error)
    #expect(endless.status == .problems)
  }

  @Test(arguments: [("104.16.1.1", true), ("104.15.255.255", false), ("192.0.2.1", false)])
  func onlyTheAddressesOfAProxyAreOne(address: String, isProxy: Bool) throws {
    var example = Rule.cnameFlattened.broken
    example.zone = example.zone.replacing("104.16.1.1", with: address)
    let evidence = try example.evidence()
    #expect(Rule.cnameFlattened.findings(in: evidence).isEmpty != isProxy)
    let causes = Verdict(evidence).findings.filter { !$0.isConsequence }.map(\.id)
    #expect(causes == [isProxy ? "cname-flattened" : "record-type-wrong"])
  }

  @Test(arguments: [
    ("2606:4700::1", true), ("2606:4701::1", false), ("172.71.255.255", true),
    ("172.72.0.0", false),
  ]) func blocksEndAtTheirLastBit(address: String, isInside: Bool) throws {
    let address = try #require(IPAddress(address))
    #expect((DeliveryNetwork.owner(of: address) != nil) == isInside)
  }

  @Test func copiesThatDoNotCountAreTold() throws {
    let found = try verdict(nil, "@ MX 10 MXBIZ1.qq.com.\n_token TXT \"token=1 \"")
    #expect(
      found.findings.map(\.id) == ["record-duplicated", "record-duplicated", "mx-repeated"])
    #expect(found.findings.map(\.record) == ["mx", "token", "mx"])
    #expect(found.findings.map(\.isConsequence) == [false, false, true])
    #expect(found.status == .verified)
  }
}
