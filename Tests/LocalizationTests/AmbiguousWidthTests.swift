import Testing

@testable import Localization

@Suite struct AmbiguousWidthTests {
  @Test(arguments: [
    "─│┌█▒●○◎◆■□▲▶★☆※→←↑↓⇒…‥—–“”‘’•·①②Ⅰⅰ×÷±°§№℃é\u{A1}\u{10FFFD}".unicodeScalars.map(String.init)
  ])
  func ambiguous(scalars: [String]) {
    for scalar in scalars.compactMap(\.unicodeScalars.first) {
      #expect(AmbiguousWidth.contains(scalar), "\(scalar)")
    }
  }

  @Test(arguments: [
    "aZ~ \n|=*>#⠋▰░✓✔✗✘✅❌⚠ℹ↳、。・：「」（）！？～〜가あア漢ｱＡ\u{A0}".unicodeScalars.map(String.init)
  ])
  func certain(scalars: [String]) {
    for scalar in scalars.compactMap(\.unicodeScalars.first) {
      #expect(!AmbiguousWidth.contains(scalar), "\(scalar)")
    }
  }
}
