import DNS
import Testing

@Suite struct SenderDomainTests {
  @Test(arguments: [
    ("example.com", "example.com", "example.com"),
    ("Mail.EXAMPLE.com", "mail.example.com", "example.com"),
    ("  example.com\t\n", "example.com", "example.com"),
    ("example.com.", "example.com", "example.com"),
    ("example.co.id", "example.co.id", "example.co.id"),
    ("notice.example.co.id", "notice.example.co.id", "example.co.id"),
    ("ｅｘａｍｐｌｅ．ｊｐ", "example.jp", "example.jp"),
    ("ＭＡＩＬ。ｅｘａｍｐｌｅ｡ｊｐ", "mail.example.jp", "example.jp"),
    ("\u{3000}example.com\u{3000}", "example.com", "example.com"),
    ("例え。jp", "xn--r8jz45g.jp", "xn--r8jz45g.jp"),
    ("メール.例え.jp", "xn--4dkua4c.xn--r8jz45g.jp", "xn--r8jz45g.jp"),
    ("예시.co.kr", "xn--vv4b11d.co.kr", "xn--vv4b11d.co.kr"),
    ("bücher.example.com", "xn--bcher-kva.example.com", "example.com"),
    ("BU\u{308}CHER.com", "xn--bcher-kva.com", "xn--bcher-kva.com"),
    ("straße.de", "xn--strae-oqa.de", "xn--strae-oqa.de"),
    ("xn--r8jz45g.jp", "xn--r8jz45g.jp", "xn--r8jz45g.jp"),
    ("1st-4you.com", "1st-4you.com", "1st-4you.com"),
    ("someone.github.io", "someone.github.io", "github.io"),
    ("www.ck", "www.ck", "www.ck"),
  ])
  func soundDomainsAreTaken(typed: String, name: String, registered: String) throws {
    let domain = try SenderDomain(typed)
    #expect(domain.name.withoutFinalDot == name)
    #expect(domain.registrableDomain.withoutFinalDot == registered)
  }

  @Test(arguments: [
    ("", SenderDomainError.empty),
    ("   ", .empty),
    (".", .empty),
    ("。", .empty),
    (".example.com", .emptyLabel),
    ("example..com", .emptyLabel),
    ("example.com..", .emptyLabel),
    ("例え。。jp", .emptyLabel),
    ("exam ple.com", .space(suggestion: "example.com")),
    ("example .com", .space(suggestion: "example.com")),
    ("exam\u{3000}ple.com", .space(suggestion: "example.com")),
    ("exam\nple.com", .space(suggestion: "example.com")),
    ("a b", .space(suggestion: nil)),
    ("someone@example.com", .mailAddress(suggestion: "example.com")),
    ("Someone <someone@Mail.Example.com>", .mailAddress(suggestion: "mail.example.com")),
    ("someone＠example．com", .mailAddress(suggestion: "example.com")),
    ("@", .mailAddress(suggestion: nil)),
    ("someone@com", .mailAddress(suggestion: nil)),
    ("https://www.example.com/path?q#f", .url(suggestion: "www.example.com")),
    ("HTTPS://EXAMPLE.COM", .url(suggestion: "example.com")),
    ("http://example.com:8080/", .url(suggestion: "example.com")),
    ("example.com/path", .url(suggestion: "example.com")),
    ("http://", .url(suggestion: nil)),
    ("/", .url(suggestion: nil)),
    ("https：／／例え。jp／", .url(suggestion: "xn--r8jz45g.jp")),
    // A combining mark makes one Character of itself and the sign before it.
    ("/\u{301}", .url(suggestion: nil)),
    ("example.com/\u{301}x", .url(suggestion: "example.com")),
    ("http://\u{301}example.com", .url(suggestion: nil)),
    ("someone@\u{301}example.com", .mailAddress(suggestion: nil)),
    ("_dmarc.example.com", .underscore),
    ("my_shop.com", .underscore),
    ("exa!mple.com", .character(code: 0x21)),
    ("example.com:25", .character(code: 0x3A)),
    ("*.example.com", .character(code: 0x2A)),
    (#"exam\ple.com"#, .character(code: 0x5C)),
    (#"ex\097mple.com"#, .character(code: 0x5C)),
    (#"a\.com"#, .character(code: 0x5C)),
    ("exam\u{0}ple.com", .character(code: 0)),
    ("example.com\u{0}", .character(code: 0)),
    ("exam\u{7}ple.com", .character(code: 7)),
    ("\u{1B}[2Jexample.com", .character(code: 0x1B)),
    ("exam\u{7F}ple.com", .character(code: 0x7F)),
    ("exam\u{200B}ple.com", .character(code: 0x200B)),
    ("exam\u{202E}ple.com", .character(code: 0x202E)),
    ("\u{FEFF}example.com", .character(code: 0xFEFF)),
    ("exam\u{AD}ple.com", .character(code: 0xAD)),
    ("\u{1F600}.com", .character(code: 0x1F600)),
    ("-example.com", .hyphen(label: "-example")),
    ("example-.com", .hyphen(label: "example-")),
    ("mail.-.com", .hyphen(label: "-")),
    ("-例え.jp", .hyphen(label: "-例え")),
    ("192.0.2.1", .address),
    ("１９２．０．２．１", .address),
    ("192.0.2", .address),
    ("2001:db8::1", .address),
    ("[2001:db8::1]", .address),
    ("[192.0.2.1]", .address),
    ("com", .publicSuffix("com")),
    ("co.id", .publicSuffix("co.id")),
    ("CO.KR", .publicSuffix("co.kr")),
    ("co.jp.", .publicSuffix("co.jp")),
    ("b.ck", .publicSuffix("b.ck")),
    ("localhost", .publicSuffix("localhost")),
  ])
  func eachFaultIsNamed(typed: String, fault: SenderDomainError) {
    #expect(throws: fault) { try SenderDomain(typed) }
  }

  @Test func tooLongIsNamedAtEachLimit() throws {
    let label = String(repeating: "a", count: 63)
    #expect(throws: Never.self) { try SenderDomain("\(label).com") }
    #expect(throws: SenderDomainError.tooLong) { try SenderDomain("\(label)a.com") }
    let name = "\(label).\(label).\(label)."
    #expect(throws: Never.self) {
      try SenderDomain(name + String(repeating: "b", count: 57) + ".com")
    }
    #expect(throws: SenderDomainError.tooLong) {
      try SenderDomain(name + String(repeating: "b", count: 58) + ".com")
    }
    #expect(throws: SenderDomainError.tooLong) {
      try SenderDomain(String(repeating: "a.", count: 5_000))
    }
    #expect(throws: SenderDomainError.tooLong) {
      try SenderDomain(String(repeating: "a", count: 10_240))
    }
    // 60 ideographs are more than 63 octets as an A-label.
    let ideographs = (0..<60).compactMap { Unicode.Scalar(0x4E00 + $0 * 37) }.map(String.init)
    #expect(throws: SenderDomainError.tooLong) { try SenderDomain(ideographs.joined() + ".jp") }
  }

  @Test func aHugeClusterOfMarksIsTooLong() {
    let marks = String(repeating: "\u{301}", count: 200_000)
    #expect(throws: SenderDomainError.tooLong) { try SenderDomain("e\(marks).com") }
    #expect(throws: SenderDomainError.tooLong) {
      try SenderDomain(String(repeating: "\u{FDFA}", count: 1_024))
    }
  }

  @Test func noTextTraps() {
    var random = SplitMix64(seed: 6)
    let pool = Array(
      "ab1-._@:/[]<> \\。．｡ｅ例ßİ\u{0}\u{1B}\u{301}\u{200D}\u{AD}\u{1F600}\u{FDFA}".unicodeScalars)
    var taken = 0
    for _ in 0..<20_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        text.append(pool[Int.random(in: 0..<pool.count, using: &random)])
      }
      guard let domain = try? SenderDomain(String(text) + ".com") else { continue }
      taken += 1
      // Only letters, digits and hyphens come through, and the result is stable.
      #expect(domain.name.labels.joined().allSatisfy { $0 < 0x80 && $0 > 0x2C && $0 != 0x5F })
      #expect((try? SenderDomain(domain.name.description))?.name == domain.name)
    }
    #expect(taken > 0)
  }

  @Test func aDecomposedHangulNameIsTheComposedOne() throws {
    let composed = try SenderDomain("각.kr").name
    #expect(try SenderDomain("가\u{11A8}.kr").name == composed)
    #expect(try SenderDomain("\u{1100}\u{1161}\u{11A8}.kr").name == composed)
  }
}
