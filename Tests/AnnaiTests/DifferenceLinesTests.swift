import Diagnosis
import Report
import Terminal
import Testing

@testable import annai

/// Two values on a screen: the mark stands below the difference, whatever the width.
@Suite struct DifferenceLinesTests {
  private static let labels = Block.Labels(expected: "期待する値", observed: "現在の値")

  private func lines(_ expected: String, _ observed: String, columns: Int = 80) throws -> [String] {
    let difference = try #require(ValueDifference(expected: expected, observed: observed))
    return DifferenceLines(difference.excerpt, Self.labels, columns: columns).lines
  }

  @Test func theMarkIsBelowTheDifference() throws {
    let found = try lines("v=DMARC1; p=none", "v=DMARC1; p=reject")
    #expect(
      found == [
        "  期待する値 : v=DMARC1; p=none", "  現在の値   : v=DMARC1; p=reject",
        "                           ^^^^^^",
      ])
  }

  @Test func unseenAndUncertainCharactersAreSpelledOut() throws {
    let found = try lines("v=DMARC1; p=none", "v=DMARC1; p=none\u{200B}\u{E9}")
    #expect(found[1].hasSuffix("p=none\\u{200b}\\u{e9}"))
    #expect(found[2].hasSuffix(String(repeating: "^", count: 14)))
    let wide = try lines("a;b", "a\u{FF1B}b")
    #expect(wide[1].hasSuffix("a\u{FF1B}b"))
    #expect(wide[2].hasSuffix("^^"))
  }

  @Test(arguments: [80, 60, 40, 1]) func longValuesAreCutAroundTheDifference(columns: Int) throws {
    let long = String(repeating: "abcdefghij", count: 40)
    let pairs = [
      (long, String(long.prefix(200)) + "X" + long.dropFirst(201)),
      (long, String(long.prefix(255))),
      (long, "X" + long), (long, String(long.reversed())), (long, ""),
      (long + "\u{1B}[31m" + long, long + "\u{202E}" + long),
    ]
    for (expected, observed) in pairs {
      let found = try lines(expected, observed, columns: columns)
      #expect(found.count == 3)
      for line in found {
        // The narrowest value is 24 cells wide.
        #expect(DisplayWidth.of(line) <= max(columns, 2 + 10 + 3 + 24), "\(line)")
        #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
      }
      let start = found[2].prefix { $0 == " " }.count
      // Up to the mark both lines are alike, but for their labels.
      let heads = found.prefix(2).map { String($0.drop { $0 != ":" }) }
      #expect(heads[0].prefix(start - 13) == heads[1].prefix(start - 13))
    }
  }

  @Test func aScreenReaderGetsTheValuesWhole() throws {
    let difference = try #require(ValueDifference(expected: "a b", observed: "a\u{200B} b"))
    let lines = DifferenceLines(difference.excerpt, Self.labels, columns: 40).spokenLines
    #expect(lines == ["  期待する値 : a b", "  現在の値   : a\\u{200b} b"])
  }
}
