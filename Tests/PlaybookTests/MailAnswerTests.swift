import DNS
import Testing

@testable import Playbook

@Suite struct MailAnswerTests {
  private func input(_ kind: Input.Kind, required: Bool = true) -> Input {
    Input(
      id: "x", kind: kind, default: nil, isRequired: required, example: "x", ending: nil,
      keyTag: nil, refused: ["xxx@163.com"])
  }

  @Test(arguments: [
    ("mxbiz1.qq.com.", "mxbiz1.qq.com."), ("mxbiz1.qq.com", "mxbiz1.qq.com."),
    ("  MX.Example.com ", "mx.example.com."), ("\"mx.example.co.id.\"", "mx.example.co.id."),
    ("ｍｘ．ｅｘａｍｐｌｅ．ｃｏｍ", "mx.example.com."),
  ])
  func aMailServerEndsWithADot(typed: String, value: String) throws {
    #expect(try input(.mailServer).answer(typed) == value)
  }

  @Test(arguments: [
    ("192.0.2.1", InputFault.domain(.address)), ("2001:db8::1", .domain(.address)),
    ("a@mx.example.com", .domain(.mailAddress(suggestion: "mx.example.com"))),
    ("https://mx.example.com/", .domain(.url(suggestion: "mx.example.com"))),
    ("10 mx.example.com", .priority(suggestion: "mx.example.com.")),
    ("mx_1.example.com", .domain(.underscore)), ("", .empty),
  ])
  func noMailServer(typed: String, fault: InputFault) {
    #expect(throws: fault) { try input(.mailServer).answer(typed) }
  }

  @Test(arguments: [
    ("me@example.com", "me@example.com"), ("mailto:Me+dmarc@Example.COM", "Me+dmarc@example.com"),
    ("<me@example.com>", "me@example.com"), (" me＠example.com", "me@example.com"),
  ])
  func aMailAddress(typed: String, value: String) throws {
    #expect(try input(.mailAddress).answer(typed) == value)
  }

  @Test(arguments: [
    ("xxx@163.com", InputFault.exampleAddress("xxx@163.com")),
    ("mailto:XXX@163.com", .exampleAddress("xxx@163.com")),
    ("me", .notAnAddress), ("@example.com", .notAnAddress), (".me@example.com", .notAnAddress),
    ("a@example.com,b@example.com", .character("@", offset: 1)),
    ("a;b@example.com", .character(";", offset: 1)),
    ("a b@example.com", .character(" ", offset: 1)),
    ("me@192.0.2.1", .domain(.address)), ("me@", .domain(.empty)),
    (String(repeating: "m", count: 250) + "@example.com", .tooLong(limit: 254)),
  ])
  func noMailAddress(typed: String, fault: InputFault) {
    #expect(throws: fault) { try input(.mailAddress).answer(typed) }
  }

  @Test func nothingIsAnAnswerOnlyWhereItMayBe() throws {
    #expect(try input(.mailAddress, required: false).answer(" ") == nil)
    #expect(throws: InputFault.empty) { try input(.mailAddress).answer("") }
  }

  @Test func theDomainIsReadByTheDNS() throws {
    #expect(try input(.domain).answer("ＡＢＣ.Example.com.") == "abc.example.com")
    #expect(throws: InputFault.domain(.publicSuffix("co.id"))) {
      try input(.domain).answer("co.id")
    }
    #expect(throws: InputFault.domain(.url(suggestion: "example.com"))) {
      try input(.domain).answer("https://example.com/")
    }
  }
}
