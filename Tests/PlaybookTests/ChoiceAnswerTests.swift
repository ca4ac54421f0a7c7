import DNS
import Testing

@testable import Playbook

/// Answers of the kinds `choice`, `label` and `target`.
@Suite struct ChoiceAnswerTests {
  private func input(_ kind: Input.Kind, ending: String? = nil) -> Input {
    Input(
      id: "x", kind: kind, default: nil, isRequired: true, example: "x", ending: ending,
      keyTag: nil, refused: [], options: ["txt", "cname"])
  }

  @Test(arguments: [
    ("txt", "txt"), (" CNAME ", "cname"), ("2", "cname"), ("２", "cname"), ("「ｔｘｔ」", "txt"),
  ])
  func anOptionOrItsNumber(typed: String, option: String) throws {
    #expect(try input(.choice).answer(typed) == option)
  }

  @Test(arguments: ["0", "3", "-1", "99999999999999999999", "tx", "txt cname"])
  func noOption(typed: String) {
    #expect(throws: InputFault.notAnOption(typed, options: ["txt", "cname"])) {
      try input(.choice).answer(typed)
    }
  }

  @Test(arguments: [
    ("abc123", "abc123"), ("ABC123", "abc123"), ("abc123._domainkey", "abc123"),
    ("abc123._domainkey.mail.example.com.", "abc123"), ("\"abc123\"", "abc123"),
    ("ap-northeast-1", "ap-northeast-1"),
  ])
  func oneLabel(typed: String, label: String) throws {
    #expect(try input(.label, ending: "_domainkey").answer(typed) == label)
  }

  @Test(arguments: [
    ("abc123.dkim.example", InputFault.notOneLabel("abc123.dkim.example")),
    ("a b", .character(" ", offset: 1)), ("", .empty), ("a..b", .badLabel("")),
  ])
  func noLabel(typed: String, fault: InputFault) {
    #expect(throws: fault) { try input(.label, ending: "_domainkey").answer(typed) }
  }

  @Test(arguments: [
    ("s1.domainkey.u1.wl2.sendgrid.net", "s1.domainkey.u1.wl2.sendgrid.net."),
    ("Selector1-a._domainkey.b.example.", "selector1-a._domainkey.b.example."),
  ])
  func aTargetEndsWithADot(typed: String, value: String) throws {
    #expect(try input(.target).answer(typed) == value)
  }

  @Test(arguments: [
    ("192.0.2.1", InputFault.domain(.address)), ("localhost", .domain(.publicSuffix("localhost"))),
    ("https://a.example", .character(":", offset: 5)), ("", .empty), ("a..example", .badLabel("")),
    (
      Array(repeating: String(repeating: "a", count: 63), count: 5).joined(separator: "."),
      .domain(.tooLong)
    ),
  ])
  func noTarget(typed: String, fault: InputFault) {
    #expect(throws: fault) { try input(.target).answer(typed) }
  }
}
