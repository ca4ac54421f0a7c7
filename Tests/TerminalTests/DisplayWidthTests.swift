import Testing

@testable import Terminal

@Suite("Cells of a text (UAX #11)")
struct DisplayWidthTests {
  @Test(
    "One character",
    arguments: [
      ("a", 1), ("~", 1), ("é", 1), ("e\u{301}", 1),
      ("あ", 2), ("漢", 2), ("가", 2), ("Ａ", 2), ("、", 2), ("ー", 2), ("￥", 2), ("\u{3000}", 2),
      ("ｱ", 1), ("\u{FFA1}", 1), ("か\u{3099}", 2), ("ｶ\u{FF9E}", 2),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("\u{D55C}", 2),
      ("…", 1), ("●", 1), ("─", 1), ("→", 1), ("①", 1), ("✓", 1),
      ("✅", 2), ("❌", 2), ("⚠", 1), ("⚠\u{FE0F}", 2), ("👩‍💻", 2), ("👍🏽", 2), ("🇯🇵", 2), ("1️⃣", 2),
      ("\u{20BB7}", 2), ("\u{30000}", 2), ("\u{31350}", 2), ("\u{1FAE8}", 2), ("\u{2FFC}", 2),
      ("\u{31EF}", 2), ("\u{1B132}", 2),
      ("\u{200B}", 0), ("\u{FEFF}", 0), ("\u{202E}", 0), ("\u{1B}", 0), ("\r\n", 0),
      ("\u{3164}", 0),
    ] as [(Character, Int)])
  func character(_ character: Character, width: Int) {
    #expect(DisplayWidth.of(character) == width)
  }

  @Test("A text takes the sum of its characters")
  func text() {
    #expect(DisplayWidth.of("") == 0)
    #expect(DisplayWidth.of("DNSPodの設定") == 12)
    #expect(DisplayWidth.of("레코드 값") == 9)
    #expect(DisplayWidth.of("レコードタイプ") == 14)
  }

  @Test("The table ascends without touching, so that the search in it is right")
  func table() {
    for (before, after) in zip(WideScalars.ranges, WideScalars.ranges.dropFirst()) {
      #expect(Int(before.upperBound) + 1 < Int(after.lowerBound))
    }
  }

  @Test("Both ends of each range are wide, and their neighbours are not")
  func ends() throws {
    for range in WideScalars.ranges {
      for value in [range.lowerBound, range.upperBound] {
        #expect(WideScalars.contains(try #require(Unicode.Scalar(value))))
      }
      for value in [range.lowerBound - 1, range.upperBound + 1] {
        guard let neighbour = Unicode.Scalar(value) else { continue }
        #expect(!WideScalars.contains(neighbour))
      }
    }
    #expect(!WideScalars.contains("\0"))
    #expect(!WideScalars.contains("\u{10FFFF}"))
  }
}
