import Terminal
import Testing

@Suite struct NotificationTests {
  @Test func aBellAndAMessage() {
    #expect(Notification.sequence("検証済み") == "\u{07}\u{1B}]9;検証済み\u{07}")
  }

  @Test func nothingInAMessageIsObeyed() {
    let text = "a\u{07}b\u{1B}]52;c;x\u{1B}\\c\u{9C}d\u{202E}e\n"
    #expect(Notification.sequence(text) == "\u{07}\u{1B}]9;ab]52;c;x\\cde\u{07}")
    #expect(Notification.sequence(String(repeating: "x", count: 1000)).count < 220)
  }
}
