import DNS
import Testing

@testable import Diagnosis

/// What the rules of the layer content find in damaged texts, and what they leave alone.
@Suite struct DamagedTextTests {
  private static let key = Example.key

  /// The causes when the record of a purpose is published like this.
  private func causes(_ purpose: String, _ lines: String) throws -> [String] {
    let verdict = Verdict(try Example(without: purpose, adding: lines).evidence())
    return verdict.findings.filter { !$0.isConsequence }.map(\.id.rawValue)
  }

  private func arguments(_ rule: Rule, _ lines: String, without: String) throws
    -> [String: FindingArgument]
  {
    let evidence = try Example(without: without, adding: lines).evidence()
    return try #require(rule.findings(in: evidence).first).arguments
  }

  @Test(arguments: [
    #""\"v=spf1 include:qcloudmail.com ~all\"""#, #""\"v=spf1 include:qcloudmail.com ~all""#,
    #""v=spf1 include:qcloudmail.com ~all\"""#,
    #""\"v=spf1 include:qcloudmail\" \".com ~all\"""#,
  ]) func quotesAreData(text: String) throws {
    #expect(try causes("spf1", "@ TXT \(text)") == ["value-quoted"])
  }

  @Test func stringsOfOneRecordAreNoQuotes() throws {
    #expect(try causes("spf1", #"@ TXT "v=spf1 include:qcloud" "mail.com ~all""#).isEmpty)
  }

  @Test func theQuotesOfANeighbourAreItsOwn() throws {
    let lines = #"@ TXT "\"hello\"""# + "\n" + #"@ TXT "say: \\; v=spf2""#
    let evidence = try Example(adding: lines).evidence()
    #expect(Verdict(evidence).findings.isEmpty)
  }

  @Test func theCorrectionKeepsOtherSenders() throws {
    let found = try arguments(
      .valueQuoted, #"@ TXT "\"v=spf1 include:_spf.other.example -all\"""#, without: "spf1")
    #expect(
      found["expected"] == .text("v=spf1 include:_spf.other.example include:qcloudmail.com -all"))
    #expect(found["offsets"] == .offsets([0, 39]))
    #expect(found["observed"] == .text("\"v=spf1 include:_spf.other.example -all\""))
  }

  @Test(arguments: [
    ("v=DMARC1\u{FF1B} p=none", "U+FF1B FULLWIDTH SEMICOLON", 8),
    ("v=DMARC1; p=none\u{200B}", "U+200B ZERO WIDTH SPACE", 16),
    ("\u{FEFF}v=DMARC1; p=none", "U+FEFF ZERO WIDTH NO-BREAK SPACE", 0),
    ("v=DMARC1;\u{A0}p=none", "U+00A0 NO-BREAK SPACE", 9),
    ("\u{201C}v=DMARC1; p=none", "U+201C LEFT DOUBLE QUOTATION MARK", 0),
    ("v\u{FF1D}DMARC1; p=none", "U+FF1D FULLWIDTH EQUALS SIGN", 1),
    ("v=DMARC1; p=none\u{3002}", "U+3002 IDEOGRAPHIC FULL STOP", 16),
  ]) func foreignCharactersAreNamed(text: String, name: String, offset: Int) throws {
    let lines = "_dmarc TXT \"\(text)\""
    #expect(try causes("_dmarc", lines).contains("value-has-foreign-characters"))
    let found = try arguments(.valueHasForeignCharacters, lines, without: "_dmarc")
    guard case .characters(let characters)? = found["characters"] else {
      Issue.record("no characters")
      return
    }
    #expect(characters.map(\.description) == [name])
    #expect(characters.map(\.offset) == [offset])
    #expect(found["expected"] == .text("v=DMARC1; p=none"))
  }

  @Test func octetsThatAreNotUTF8AreNamedByNumber() throws {
    let found = try arguments(
      .valueHasForeignCharacters, #"_dmarc TXT "v=DMARC1; p=none\233""#, without: "_dmarc")
    guard case .characters(let characters)? = found["characters"] else {
      Issue.record("no characters")
      return
    }
    #expect(characters.map(\.description) == ["0xE9"])
    #expect(characters.map(\.offset) == [16])
  }

  @Test func foreignCharactersOfANeighbourAreItsOwn() throws {
    let evidence = try Example(adding: "@ TXT \"\u{201C}caf\u{E9}\u{201D}\"").evidence()
    #expect(Verdict(evidence).findings.isEmpty)
  }

  @Test(arguments: [
    (#"@ TXT " v=spf1 include:qcloudmail.com ~all""#, "leading"),
    (#"@ TXT "v=spf1\009include:qcloudmail.com ~all""#, "inner"),
    (#"@ TXT "v=spf1 include:qcloud mail.com ~all""#, "inner"),
    (#"@ TXT " v=spf1 include:qcloudmail.com\010 ~all""#, "several"),
  ]) func spacesThatSpoilAnSPFRecordAreAnError(lines: String, place: String) throws {
    #expect(try causes("spf1", lines) == ["value-has-spaces"])
    #expect(
      try arguments(.valueHasSpaces, lines, without: "spf1")["place"] == .text(place))
  }

  @Test(arguments: [
    #"@ TXT "v=spf1 include:qcloudmail.com ~all ""#,
    #"@ TXT "v=spf1 include:qcloudmail.com ~all\013\010""#,
  ]) func aSpaceAtTheEndIsTold(lines: String) throws {
    let evidence = try Example(without: "spf1", adding: lines).evidence()
    let finding = try #require(Rule.valueHasSpaces.findings(in: evidence).first)
    #expect(finding.arguments["places"] == .texts(["trailing"]))
    let isRight = Verdict(evidence).records.first { $0.expected.id == "spf" }?.status == .match
    #expect(finding.severity == (isRight ? .warning : .error))
  }

  @Test(arguments: [
    #"@ TXT "v=spf1  include:qcloudmail.com   ~all""#,
    #"_dmarc TXT "v=DMARC1 ;p = none""#,
  ]) func spacesThatTheStandardAllowsAreFine(lines: String) throws {
    let evidence = try Example(
      without: lines.hasPrefix("@") ? "spf1" : "_dmarc", adding: lines
    ).evidence()
    #expect(Rule.valueHasSpaces.findings(in: evidence).isEmpty)
  }

  @Test func spacesInsideAKeyAreAWarningSinceVerifiersSkipThem() throws {
    let lines =
      "qcloud._domainkey TXT \"v=DKIM1; k=rsa; p=\(Self.key.prefix(64)) \(Self.key.dropFirst(64))\""
    let evidence = try Example(without: "_domainkey", adding: lines).evidence()
    let finding = try #require(Rule.valueHasSpaces.findings(in: evidence).first)
    #expect(finding.severity == .warning)
    #expect(finding.arguments["offsets"] == .offsets([82]))
    #expect(Verdict(evidence).status == .verified)
  }

  @Test(arguments: [
    (#"_dmarc TXT "v=DMARC1\\; p=none\\;""#, [8, 17]), (#"_dmarc TXT "v=DMARC1\\; p=none""#, [8]),
  ]) func backslashesAreData(lines: String, offsets: [Int]) throws {
    #expect(try causes("_dmarc", lines) == ["value-escaped"])
    #expect(
      try arguments(.valueEscaped, lines, without: "_dmarc")["offsets"] == .offsets(offsets))
  }

  @Test(arguments: [
    (#"@ TXT "TXT v=spf1 include:qcloudmail.com ~all""#, "TXT", 4),
    (#"@ TXT "Value: v=spf1 include:qcloudmail.com ~all""#, "Value:", 7),
    (#"@ TXT "SPF=v=spf1 include:qcloudmail.com ~all""#, "SPF=", 4),
  ]) func textInFrontIsALabel(lines: String, label: String, offset: Int) throws {
    #expect(try causes("spf1", lines) == ["value-has-label"])
    let found = try arguments(.valueHasLabel, lines, without: "spf1")
    #expect(found["label"] == .text(label))
    #expect(found["offset"] == .offset(offset))
  }

  @Test func aLongTextThatSpeaksOfSPFIsNoRecord() throws {
    let story = String(repeating: "once upon a time ", count: 6)
    let lines = "@ TXT \"\(story)v=spf1 include:qcloudmail.com ~all\""
    #expect(try causes("spf1", lines) == ["spf-missing"])
  }

  @Test(arguments: [
    ("spf1", #"@ TXT "v=spf1""#), ("_dmarc", #"_dmarc TXT "v=DMARC1""#),
    ("_dmarc", #"_dmarc TXT "v=DMARC1; p=no""#),
    ("_domainkey", #"qcloud._domainkey TXT "v=DKIM1""#),
  ]) func aBeginningIsTruncated(purpose: String, lines: String) throws {
    #expect(try causes(purpose, lines) == ["value-truncated"])
  }

  @Test func aCutAt255IsTruncated() throws {
    let value = "v=DKIM1; k=rsa; p=\(Self.key)"
    let lines = "qcloud._domainkey TXT \"\(value.prefix(220))\""
    let found = try arguments(.valueTruncated, lines, without: "_domainkey")
    #expect(found["expectedLength"] == .count(value.utf8.count))
    #expect(found["observedLength"] == .count(220))
  }

  @Test func anotherValueIsNotTruncated() throws {
    #expect(try causes("spf1", #"@ TXT "v=spf1 -all""#) == ["spf-include-missing"])
  }

  @Test func aDotAtTheEndIsTold() throws {
    #expect(
      try causes("_dmarc", #"_dmarc TXT "v=DMARC1; p=none.""#) == ["value-ends-with-dot"])
    let dkim = "qcloud._domainkey TXT \"v=DKIM1; k=rsa; p=\(Self.key).\""
    #expect(try causes("_domainkey", dkim) == ["value-ends-with-dot"])
    // A dot that belongs to a host name is none of it.
    #expect(
      try causes("spf1", #"@ TXT "v=spf1 ~all include:qcloudmail.com.""#) == [
        "spf-include-shadowed"
      ])
  }

  @Test func keysInOtherCaseAreOtherKeys() throws {
    let lines = "qcloud._domainkey TXT \"v=DKIM1; k=rsa; p=\(Self.key.uppercased())\""
    #expect(try causes("_domainkey", lines) == ["value-case-changed"])
    #expect(try causes("_token", #"_token TXT "TOKEN=1""#) == ["value-case-changed"])
    // SPF is read in either case (RFC 7208 §4.5).
    #expect(try causes("spf1", #"@ TXT "V=SPF1 INCLUDE:QCLOUDMAIL.COM ~ALL""#).isEmpty)
  }

  @Test func partsInAnyOrderAreTheValue() throws {
    let value = "v=DKIM1; k=rsa; p=\(Self.key)"
    let lines = """
      qcloud._domainkey TXT "\(value.dropFirst(150))"
      qcloud._domainkey TXT "\(value.dropFirst(60).prefix(90))"
      qcloud._domainkey TXT "\(value.prefix(60))"
      """
    #expect(try causes("_domainkey", lines) == ["value-split-across-records"])
    let found = try arguments(.valueSplitAcrossRecords, lines, without: "_domainkey")
    #expect(
      found["values"]
        == .texts([
          String(value.prefix(60)), String(value.dropFirst(60).prefix(90)),
          String(value.dropFirst(150)),
        ]))
  }

  @Test func aPartAndAStrangerAreNoSplit() throws {
    let value = "v=DKIM1; k=rsa; p=\(Self.key)"
    let lines = """
      qcloud._domainkey TXT "\(value.prefix(60))"
      qcloud._domainkey TXT "something else"
      """
    #expect(!(try causes("_domainkey", lines)).contains("value-split-across-records"))
  }

  @Test func withoutTheValueASoundKeyInTwoPartsIsTold() throws {
    let value = "v=DKIM1; k=rsa; p=\(Self.key)"
    var evidence = try Example(
      without: "_domainkey",
      adding: """
        qcloud._domainkey TXT "\(value.prefix(100))"
        qcloud._domainkey TXT "\(value.dropFirst(100))"
        """
    ).evidence()
    for index in evidence.expected.indices where evidence.expected[index].purpose == .dkim {
      evidence.expected[index].value = ""
    }
    let finding = try #require(Rule.valueSplitAcrossRecords.findings(in: evidence).first)
    #expect(finding.arguments["expected"] == .text(value))
  }

  @Test func theValueOfAnotherRowIsRecognised() throws {
    let dkim = "qcloud._domainkey TXT \"v=DMARC1; p=none\""
    #expect(try causes("_domainkey", dkim) == ["value-of-other-record"])
    let found = try arguments(.valueOfOtherRecord, dkim, without: "_domainkey")
    #expect(found["ownerName"] == .name(try DNSName("_dmarc.example.com")))
  }

  @Test func targetsWithDotsTooManyOrTooFew() throws {
    #expect(try causes("MX", #"@ MX 10 mxbiz1.qq.com\.."#) == ["target-dot-doubled"])
    #expect(try causes("MX", #"@ MX 10 mxbiz1.qq.com\."#) == ["target-dot-doubled"])
    #expect(try causes("MX", "@ MX 10 mxbiz1.qq.com") == ["target-missing-dot"])
    #expect(try causes("MX", "@ MX 10 mxbiz1.qq.org.") == ["record-mismatch"])
  }

  @Test func twoKindsOfDamageAreTwoCauses() throws {
    let found = try causes("_dmarc", #"_dmarc TXT "\"v=DMARC1\\; p=none\"""#)
    #expect(Set(found) == ["value-quoted", "value-escaped"])
  }

  @Test func aServerThatHasItRightMakesTheDamageADisagreement() throws {
    let evidence = try Example(
      second: Example.healthyZone.replacing("v=DMARC1", with: "\u{201C}v=DMARC1")
    ).evidence()
    let verdict = Verdict(evidence)
    #expect(verdict.findings.filter { !$0.isConsequence }.map(\.id) == ["servers-disagree"])
  }

  /// Octets from outside, of any kind and number, are read without a trap.
  @Test func anyOctetsAreRead() throws {
    var state: UInt64 = 7
    func next() -> UInt8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    let name = try DNSName("example.com")
    let markers = ["spf", "dkim", "dmarc", "other"].compactMap(ExpectedRecord.Purpose.init).map {
      ValueMarker(ExpectedRecord(id: "x", purpose: $0, name: name, type: .txt, value: "token=1"))
    }
    let signs = Array("\"\\ ;=\t\nvp".utf8) + [0xE2, 0x80, 0x8B, 0xFF, 0xC3]
    for _ in 0..<400 {
      let text = (0..<Int(next() % 40)).map { _ in signs[Int(next()) % signs.count] }
      let beginnings = ["v=spf1 ", "v=DMARC1;", "p=", "token=1"]
      for (marker, beginning) in zip(markers, beginnings) {
        for octets in [text + Array(beginning.utf8) + text, Array(beginning.utf8) + text] {
          guard let meant = MeantText(octets, marker) else { continue }
          let places =
            meant.quotes + meant.escapes + meant.foreign.map(\.offset) + meant.leadingSpaces
            + meant.trailingSpaces + meant.innerSpaces
          #expect(places.allSatisfy(octets.indices.contains))
          #expect(meant.octets == octets)
        }
      }
    }
  }
}
