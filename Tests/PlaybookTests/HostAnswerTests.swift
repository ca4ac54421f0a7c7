import DNS
import Testing

@testable import Playbook

@Suite struct HostAnswerTests {
  let input = Input(
    id: "dkimHost", kind: .host, default: "qcloud._domainkey", isRequired: true,
    example: "qcloud._domainkey", ending: "_domainkey", keyTag: nil, refused: [])
  let domain: DNSName

  init() throws { domain = try DNSName("abc.example.com") }

  @Test(arguments: [
    "qcloud._domainkey", "qcloud._domainkey.", "qcloud._domainkey.abc",
    "qcloud._domainkey.abc.example", "qcloud._domainkey.abc.example.com",
    "qcloud._domainkey.abc.example.com.", "\"qcloud._domainkey.abc.example.com.\"",
    "'qcloud._domainkey'", "`qcloud._domainkey`", " qcloud._domainkey\t", "QCLOUD._DomainKey.ABC",
    "ｑｃｌｏｕｄ．＿ｄｏｍａｉｎｋｅｙ", "qcloud。_domainkey", "\u{200B}qcloud._domainkey\u{FEFF}",
    "「qcloud._domainkey」", "“qcloud._domainkey”", "",
  ])
  func everyFormIsOneAnswer(typed: String) throws {
    #expect(try input.answer(typed, domain: domain) == "qcloud._domainkey")
  }

  @Test func theApexHasNoShorterForm() throws {
    let apex = try DNSName("example.com")
    #expect(try input.answer("mail._domainkey.example.com", domain: apex) == "mail._domainkey")
    #expect(throws: InputFault.otherDomain("abc")) {
      try input.answer("mail._domainkey.abc", domain: apex)
    }
  }

  @Test(arguments: [
    ("qcloud._domainkey.abc.example.org.", InputFault.otherDomain("abc.example.org")),
    (
      "qcloud._domainkey.abc.example.com.example.com",
      .otherDomain("abc.example.com.example.com")
    ),
    ("qcloud._domainkey.bc", .otherDomain("bc")),
    ("qcloud", .missingEnding("_domainkey")),
    ("qcloud.domainkey", .missingEnding("_domainkey")),
    ("_domainkey.abc", .missingSelector(ending: "_domainkey")),
    ("@", .character("@", offset: 0)),
    ("https://x", .character(":", offset: 5)),
    ("qcloud ._domainkey", .character(" ", offset: 6)),
    ("qclöud._domainkey", .character("ö", offset: 3)),
    ("  qcloud*._domainkey", .character("*", offset: 8)),
    ("qcloud.._domainkey", .badLabel("")),
    (".", .badLabel("")),
    (
      String(repeating: "q", count: 64) + "._domainkey",
      .badLabel(String(repeating: "q", count: 64))
    ),
    (String(repeating: "q", count: 20000), .tooLong(limit: 16384)),
  ])
  func others(typed: String, fault: InputFault) {
    #expect(throws: fault) { try input.answer(typed, domain: domain) }
  }

  @Test func withoutAnEndingTheDomainIsTakenOff() throws {
    let plain = Input(
      id: "host", kind: .host, default: nil, isRequired: true, example: "aliyundm", ending: nil,
      keyTag: nil, refused: [])
    #expect(try plain.answer("aliyundm.abc", domain: domain) == "aliyundm")
    #expect(try plain.answer("aliyundm", domain: nil) == "aliyundm")
    #expect(throws: InputFault.onlyDomain) { try plain.answer("abc.example.com", domain: domain) }
    #expect(throws: InputFault.empty) { try plain.answer("  ", domain: domain) }
  }
}
