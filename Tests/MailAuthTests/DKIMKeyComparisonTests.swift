import MailAuth
import Testing

@Suite("A published DKIM key compared with the expected one")
struct DKIMKeyComparisonTests {
  private let wanted = SampleKey.base64(SampleKey.wrapped(bits: 2048))

  private func compare(_ observed: String) -> DKIMKeyComparison {
    DKIMKeyComparison(expected: Array(wanted.utf8), observed: Array(observed.utf8))
  }

  private func part(_ range: Range<Int>) -> String {
    String(wanted.dropFirst(range.lowerBound).prefix(range.count))
  }

  @Test func knowsTheSame() {
    #expect(wanted.count == 392)
    #expect(compare(wanted) == .equal)
    let folded = part(0..<100) + " " + part(100..<200) + "\r\n\t" + part(200..<392)
    #expect(compare(folded) == .spaced(offsets: [100, 201, 202, 203]))
    #expect(
      compare(part(0..<100) + "\" \"" + part(100..<392)) == .foreign(offsets: [100, 101, 102]))
    #expect(compare(wanted + "\"") == .foreign(offsets: [392]))
  }

  @Test func findsTheCut() {
    #expect(compare(part(0..<237)) == .truncated(length: 237, expected: 392))
    #expect(compare(part(0..<1)) == .truncated(length: 1, expected: 392))
    #expect(compare(part(0..<391)) == .truncated(length: 391, expected: 392))
  }

  @Test func findsTheMissingPiece() {
    #expect(
      compare(part(0..<200) + part(260..<392)) == .missing(.init(offset: 200, length: 60)))
    #expect(compare(part(100..<392)) == .missing(.init(offset: 0, length: 100)))
    #expect(compare(part(200..<392)) == .other)
  }

  @Test func findsWhatIsTooMuch() {
    #expect(compare(part(0..<300) + part(250..<392)) == .inserted(offset: 300, length: 50))
    #expect(compare(wanted + "AAAA") == .inserted(offset: 392, length: 4))
  }

  @Test(arguments: [(150, 300), (255, 300), (8, 384), (100, 101 + 7)])
  func findsTheWrongOrder(_ first: Int, _ second: Int) {
    let (one, two, three) = (part(0..<first), part(first..<second), part(second..<392))
    for pieces in [[two, three, one], [three, one, two], [two, one, three], [one, three, two]]
      + [[three, two, one]]
    {
      let comparison = compare(pieces.joined())
      guard case .reordered(let found) = comparison else {
        Issue.record("\(pieces) \(comparison)")
        continue
      }
      let joined = found.map { part($0.offset..<($0.offset + $0.length)) }.joined()
      #expect(joined == pieces.joined())
      #expect(found.reduce(0) { $0 + $1.length } == 392)
    }
  }

  @Test func findsTheDifference() {
    #expect(compare(wanted.lowercased()) == .caseChanged(offset: 0))
    #expect(
      compare(part(0..<50) + "x" + part(51..<392)) == .differing(.init(offset: 50, length: 1)))
    #expect(compare(SampleKey.base64(SampleKey.wrapped(bits: 2048, seed: 2))) == .other)
    #expect(compare(SampleKey.base64(SampleKey.wrapped(bits: 1024))) == .other)
    #expect(compare("") == .other && compare("\"\"") == .other)
  }

  @Test func endsOnAnyText() {
    let hostile = [
      String(repeating: "A", count: 65_000), String(repeating: " ", count: 65_000),
      String(repeating: "AB", count: 2048), String(repeating: "A", count: 392),
    ]
    for observed in hostile {
      #expect(compare(observed) == .other)
      let turned = DKIMKeyComparison(
        expected: Array(observed.utf8), observed: Array((String(observed.dropFirst()) + "B").utf8))
      #expect(turned != .equal)
    }
  }

  /// Two pieces of random keys in the wrong order are always found out.
  @Test func findsAnyTwoPieces() {
    var random = SeededGenerator(seed: 29)
    for seed in 1...300 {
      let key = SampleKey.base64(SampleKey.wrapped(bits: 1024, seed: UInt64(seed)))
      let cut = Int.random(in: 8...(key.count - 8), using: &random)
      let turned = String(key.dropFirst(cut) + key.prefix(cut))
      guard
        case .reordered = DKIMKeyComparison(
          expected: Array(key.utf8), observed: Array(turned.utf8))
      else {
        Issue.record("\(key) at \(cut)")
        return
      }
    }
  }
}
