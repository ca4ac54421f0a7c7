import MailAuth
import Testing

@Suite("SPF record selection, RFC 7208 section 4.5")
struct SPFSelectionTests {
  private func selected(_ texts: String...) -> [String] {
    SPFRecord.select(from: texts.map { Array($0.utf8) }).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func takesRecordsOfVersionOneOnly() {
    #expect(selected("v=spf1", "v=spf1 ", "v=spf1 -all") == ["v=spf1", "v=spf1 ", "v=spf1 -all"])
    #expect(selected("V=SPF1 -all") == ["V=SPF1 -all"])
  }

  @Test(arguments: [
    "", "v", "v=spf", "v=spf10", "v=spf10 -all", "v=spf1-all", "v=spf1\t-all", " v=spf1 -all",
    "\"v=spf1 -all\"", "spf2.0/pra -all", "v=spf1\u{A0}-all", "v=spf2 -all", "v =spf1 -all",
  ])
  func passesOver(_ text: String) {
    #expect(selected(text).isEmpty)
  }

  @Test func keepsEveryRecordAndItsOctets() {
    let odd: [UInt8] = Array("v=spf1 ".utf8) + [0xFF, 0x00]
    #expect(SPFRecord.select(from: [odd, [0xFF], Array("token".utf8), odd]) == [odd, odd])
  }
}
