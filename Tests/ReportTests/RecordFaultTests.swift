import DNS
import Diagnosis
import Localization
import MailAuth
import Testing

@testable import Report

/// Every fault that records can have has its words in every language, and every words a fault.
@Suite struct RecordFaultTests {
  /// A text with the fault, and the fault.
  static let spf: [(SPFSyntaxError.Reason, [UInt8])] = [
    (.version, Array("v=spf2 -all".utf8)),
    (.tooLong, Array(("v=spf1 " + String(repeating: "a ", count: 33_000)).utf8)),
    (.character, Array("v=spf1 a\t-all".utf8)),
    (.unknownMechanism, Array("v=spf1 ipv4:x -all".utf8)),
    (.missingValue, Array("v=spf1 include -all".utf8)),
    (.unexpectedValue, Array("v=spf1 all:x".utf8)),
    (.address, Array("v=spf1 ip4:192.0.2 -all".utf8)),
    (.addressFamily, Array("v=spf1 ip4:2001:db8::1 -all".utf8)),
    (.prefixLength, Array("v=spf1 ip4:192.0.2.0/33 -all".utf8)),
    (.domain, Array("v=spf1 include:localhost -all".utf8)),
    (.macro, Array("v=spf1 exists:%x.example -all".utf8)),
    (.macroLetter, Array("v=spf1 exists:%{t}.example -all".utf8)),
    (.modifierName, Array("v=spf1 1x=y -all".utf8)),
    (.qualifiedModifier, Array("v=spf1 -redirect=x.example".utf8)),
    (.repeatedModifier, Array("v=spf1 redirect=x.example redirect=y.example".utf8)),
  ]

  static let dkim: [(DKIMKeySyntaxError.Reason, [UInt8])] = [
    (.tooLong, Array(("p=" + String(repeating: "A", count: 66_000)).utf8)),
    (.emptyTag, Array("v=DKIM1;;p=AAAA".utf8)),
    (.missingEquals, Array("v=DKIM1; rsa; p=AAAA".utf8)),
    (.tagName, Array("v=DKIM1; 1=x; p=AAAA".utf8)),
    (.character, Array("v=DKIM1; n=\u{7}; p=AAAA".utf8)),
    (.repeatedTag, Array("v=DKIM1; p=AAAA; p=AAAA".utf8)),
    (.versionNotFirst, Array("k=rsa; v=DKIM1; p=AAAA".utf8)),
    (.version, Array("v=dkim1; p=AAAA".utf8)), (.missingKey, Array("v=DKIM1; k=rsa".utf8)),
    (.base64, Array("v=DKIM1; p=AA*A".utf8)),
  ]

  static let dmarc: [(DMARCIssue.Reason, String)] = [
    (.emptyTag, "v=DMARC1; p=none;; sp=none"), (.missingEquals, "v=DMARC1; p=none; reject"),
    (.tagName, "v=DMARC1; p=none; r-a=x"), (.character, "v=DMARC1; p=none; rua=a\u{7}"),
    (.value, "v=DMARC1; p=qarantine"),
    (.missingSemicolon, "v=DMARC1; p=none rua=mailto:a@b.example"),
    (.repeatedTag, "v=DMARC1; p=none; p=none"), (.unknownTag, "v=DMARC1; p=none; policy=x"),
    (.obsoleteTag, "v=DMARC1; p=none; pct=50"),
    (.obsoleteSize, "v=DMARC1; p=none; rua=mailto:a@b.example!10m"),
    (.reportAddress, "v=DMARC1; p=none; rua=a@b.example"),
  ]

  static let cautions: [DMARCCaution] = [
    .spacedVersion(offset: 1), .policyMissing, .policyNotSecond(offset: 10),
    .testMode(declared: .reject, applied: .quarantine), .notPublicSuffix,
    .manyReports(tag: "rua", count: 3, limit: 2),
    .placeholder(tag: "rua", address: "xxx@a.example"),
    .notMail(tag: "rua", address: "https://a.example"), .optionsUnused,
  ]

  static let keys: [DKIMPublicKeyFault] =
    [
      .empty, .truncated(announced: 294, observed: 190), .truncated(announced: nil, observed: 1),
      .overlong(announced: 294, observed: 300), .type(declared: "rsa", actual: .ed25519),
      .type(declared: "ed25519", actual: .rsa),
      .type(declared: "x", actual: .other(objectIdentifier: "1.2.3")),
      .type(declared: "x", actual: nil), .length(expected: 32, observed: 31), .wrapped(key: [1]),
    ] + DKIMPublicKeyFault.Reason.allCases.map { .corrupt($0, offset: 3) }

  private static func mx() throws -> [MXFault] {
    let name = try DNSName("mx.example.com")
    let address = try #require(IPAddress("192.0.2.1"))
    return [
      .unknown, .missing, .null, .nullWithOthers(count: 1), .nullPreference(10),
      .address(target: name, address),
      .malformed(target: try DNSName("m_x.example.com"), offset: 1),
      .alias(target: name, chain: [try DNSName("a.example.com")]),
      .unresolvable(target: name, exists: true), .unresolvable(target: name, exists: false),
      .targetUnknown(name), .repeated(target: name, preferences: [10, 20]),
      .preference(target: name, observed: 5, expected: 10),
      .leftover(MailExchanger(preference: 5, exchange: name)), .expectedMissing(name),
    ]
  }

  /// One fault of each code.
  private static func all() throws -> [RecordFault] {
    var faults: [RecordFault] = []
    for (reason, text) in spf {
      let error = try #require(throws: SPFSyntaxError.self) { try SPFRecord(parsing: text) }
      #expect(error.reason == reason)
      faults.append(RecordFault(error, in: text))
    }
    let slipped = Array("v=spf1 ipv4:192.0.2.1 -all".utf8)
    faults += SPFMisspelling.find(in: slipped).map { RecordFault($0, in: slipped) }
    for (reason, text) in dkim {
      let error = try #require(throws: DKIMKeySyntaxError.self) { try DKIMKeyRecord(parsing: text) }
      #expect(error.reason == reason)
      faults.append(RecordFault(error, in: text))
    }
    let key = Array("v=DKIM1; k=rsa; p=AAAA".utf8)
    faults += keys.map { RecordFault($0, in: key) }
    for (reason, text) in dmarc {
      let record = try DMARCRecord(parsing: text)
      let issue = try #require(record.issues.first { $0.reason == reason }, "\(reason): \(record)")
      faults.append(RecordFault(issue, in: Array(text.utf8)))
    }
    let spaced = Array("v = DMARC1; p=none".utf8)
    faults += cautions.map { RecordFault($0, in: spaced) }
    faults += [DMARCRecordError.version(offset: 2), .tooLong].map {
      RecordFault($0, in: Array("v=dmarc1; p=none".utf8))
    }
    return faults + (try mx()).map { RecordFault($0) }
  }

  @Test func everyCodeOfTheEnumsIsHere() {
    #expect(Set(Self.spf.map(\.0)) == Set(SPFSyntaxError.Reason.allCases))
    #expect(Set(Self.dkim.map(\.0)) == Set(DKIMKeySyntaxError.Reason.allCases))
    #expect(Set(Self.dmarc.map(\.0)) == Set(DMARCIssue.Reason.allCases))
  }

  @Test(arguments: Tables.languages) func theTableHasTheCodesAndNoOthers(
    language: String
  ) throws {
    let codes = try Self.all().map { "record.fault.\($0.kind.rawValue).\($0.code)" }
    let keys = try Tables.texts(language, "mail-auth.arb").keys
      .filter { $0.hasPrefix("record.fault.") }
    #expect(Set(keys) == Set(codes))
  }

  @Test(arguments: Tables.languages) func everySentenceIsWhole(language: String) throws {
    let messages = try Tables.messages(language)
    for fault in try Self.all() {
      let blocks = fault.blocks(messages)
      #expect(blocks.count >= 1)
      for case .paragraph(let sentence, _, _) in blocks {
        #expect(!sentence.contains("record.fault.") && !sentence.contains("record.note."))
        // The sample of a macro is the one value with a brace.
        let plain = sentence.replacing("%{i}", with: "").replacing("%{t}.example", with: "")
        #expect(!plain.contains("{") && !plain.contains("}"), "\(fault.code): \(sentence)")
      }
    }
  }

  @Test func everyFaultOfATextHasAPlaceAndARule() throws {
    for fault in try Self.all() where fault.kind == .spf {
      let excerpt = try #require(fault.excerpt)
      #expect(fault.rule?.hasPrefix("RFC ") == true)
      #expect(excerpt.before.hasPrefix("v=spf") || excerpt.place.hasPrefix("v=spf"))
    }
    for fault in try Self.all() where [.dkim, .key].contains(fault.kind) {
      #expect(fault.excerpt != nil && fault.rule != nil, "\(fault.code)")
    }
  }

  /// The parts put together are the text; the marked one is what the sentence speaks of.
  @Test func theExcerptIsTheText() throws {
    let text = Array("v=spf1 a ip4:192.0.2.0/33 -all".utf8)
    let error = try #require(throws: SPFSyntaxError.self) { try SPFRecord(parsing: text) }
    let excerpt = try #require(RecordFault(error, in: text).excerpt)
    #expect(excerpt.before == "v=spf1 a ip4:192.0.2.0/" && excerpt.place == "33")
    #expect(excerpt.after == " -all" && excerpt.position == 24)
    let missing = Array("v=spf1 include".utf8)
    let end = try #require(throws: SPFSyntaxError.self) { try SPFRecord(parsing: missing) }
    let empty = try #require(RecordFault(end, in: missing).excerpt)
    #expect(empty.before == "v=spf1 include" && empty.place == "" && empty.after == "")
  }

  @Test func aKnownSlipIsPutRight() throws {
    let text = Array("v=spf1 ipv4:192.0.2.1 -all".utf8)
    let error = try #require(throws: SPFSyntaxError.self) { try SPFRecord(parsing: text) }
    #expect(RecordFault(error, in: text).suggestion == "ip4:192.0.2.1")
    let issue = try #require(try DMARCRecord(parsing: "v=DMARC1; p=qarantine").issues.first)
    #expect(
      RecordFault(issue, in: Array("v=DMARC1; p=qarantine".utf8)).suggestion == "quarantine")
  }

  /// Offsets from elsewhere never lead outside.
  @Test func boundsBeyondTheTextAreItsEnd() {
    for (start, end) in [(-5, 3), (3, -5), (100, 200), (0, 100), (2, 1)] {
      let excerpt = RecordFault.Excerpt(Array("abc".utf8), from: start, to: end)
      #expect(excerpt.before + excerpt.place + excerpt.after == "abc")
    }
  }

  /// Each record of mail that is wrong in its text is shown with the place marked and the rule.
  @Test(arguments: [
    ("spf-syntax", "ip4:192.0.2", "ip4:"), ("spf-term-misspelt", "ipv4:192.0.2.1", ""),
    ("spf-include-shadowed", "include:qcloudmail.com", ""), ("spf-allows-everyone", "+all", ""),
    ("dkim-syntax", "v=DKIM1", ""), ("dkim-testing", "t=y", ""),
    ("dmarc-version-wrong", "v=dmarc1", ""), ("dmarc-policy-value-wrong", "qarantine", ""),
    ("dmarc-tag-unrecognised", "adkmi=r", ""), ("dmarc-alignment-strict", "aspf=s", ""),
    ("mx-target-malformed", "_", ""), ("mx-leftover-host", "old.example.com.", ""),
    ("mx-preference-wrong", "20", ""),
  ]) func theFindingShowsThePlace(id: String, place: String, prefix: String) throws {
    let finding = try #require(try Looks.findings[id]?.get().first)
    let fault = try #require(FindingFault(finding), "\(id)")
    let excerpt = try #require(fault.excerpt, "\(id)")
    let marked = prefix + excerpt.place
    #expect(
      !excerpt.place.isEmpty && (place.contains(excerpt.place) || marked.contains(place)),
      "\(id): \(excerpt)")
    #expect(!fault.blocks(try Tables.messages("ja")).isEmpty)
  }

  /// A finding about what a text says badly also says what to write instead.
  @Test func everyFaultOfATextIsExplained() throws {
    for rule in Rule.all where rule.layer == .mailAuth {
      let finding = try #require(try Looks.findings[rule.id.rawValue]?.get().first)
      guard
        ["syntax", "version-wrong", "malformed", "misspelt"].contains(where: {
          rule.id.rawValue.hasSuffix($0)
        })
      else { continue }
      let fault = try #require(FindingFault(finding)?.fault, "\(rule.id)")
      #expect(fault.excerpt != nil && fault.rule != nil, "\(rule.id)")
    }
  }
}
