import DNS
import Testing

@testable import Diagnosis

/// Where two values differ, and what that amounts to.
@Suite struct ValueDifferenceTests {
  private static let key = Example.key
  private static var record: String { "v=DKIM1; k=rsa; p=\(key)" }

  private func difference(_ expected: String, _ observed: String) throws -> ValueDifference {
    try #require(ValueDifference(expected: expected, observed: observed))
  }

  @Test func equalValuesDoNotDiffer() {
    #expect(ValueDifference(expected: "a", observed: "a") == nil)
    #expect(ValueDifference(expected: "", observed: "") == nil)
  }

  @Test func theStretchIsTakenOut() throws {
    let found = try difference("v=DMARC1; p=none", "v=DMARC1; p=reject; rua=mailto:a@b.c")
    #expect(found.excerpt.before == "v=DMARC1; p=")
    #expect(found.excerpt.expected == "none")
    #expect(found.excerpt.observed == "reject; rua=mailto:a@b.c")
    #expect(found.excerpt.after == "")
    #expect(found.kind == .changed(offset: 12, length: 24))
  }

  @Test func bothValuesCanBePutTogetherAgain() throws {
    let values = [
      "", "a", "aa", "aba", "v=spf1 -all", "\u{200B}v=spf1 -all", "v=spf1  -all", "e\u{301}", "é",
      Self.record, String(Self.record.prefix(99)), Self.record.lowercased(),
    ]
    for expected in values {
      for observed in values where expected != observed {
        let scalars = { (text: String) in Array(text.unicodeScalars) }
        guard scalars(expected) != scalars(observed) else { continue }
        let found = try difference(expected, observed).excerpt
        #expect(scalars(found.before + found.expected + found.after) == scalars(expected))
        #expect(scalars(found.before + found.observed + found.after) == scalars(observed))
      }
    }
  }

  @Test(arguments: [
    ("abcdef", "abc", ValueDifference.Kind.cutOff(length: 3, expected: 6)),
    ("abcdef", "abef", .missing(offset: 2, length: 2)),
    ("abcdef", "abcXYdef", .added(offset: 3, length: 2)),
    ("abcdef", "abcdef\"", .added(offset: 6, length: 1)),
    ("abcdef", "abCDef", .letterCase(offset: 2)),
    ("abcdef", "abXdef", .changed(offset: 2, length: 1)),
    ("abcdef", "uvwxyz", .other), ("abcdef", "", .cutOff(length: 0, expected: 6)),
  ]) func theKindIsTold(expected: String, observed: String, kind: ValueDifference.Kind) throws {
    #expect(try difference(expected, observed).kind == kind)
  }

  @Test func aPieceMissingInTheMiddleOfAKeyIsLocated() throws {
    let key = Self.key
    let published = "v=DKIM1;k=rsa;p=\(key.prefix(100))\(key.dropFirst(140))"
    // The text around the key is written in another way, which is no difference.
    #expect(
      try difference(Self.record, published).kind == .missing(offset: 18 + 100, length: 40))
  }

  @Test func aKeyThatIsCutIsLocated() throws {
    let published = "v=DKIM1; p=\(Self.key.prefix(180))"
    #expect(
      try difference(Self.record, published).kind
        == .cutOff(length: 18 + 180, expected: Self.record.count))
  }

  @Test func piecesInTheWrongOrderAreTold() throws {
    let published = "v=DKIM1; k=rsa; p=\(Self.key.dropFirst(90))\(Self.key.prefix(90))"
    #expect(try difference(Self.record, published).kind == .reordered)
  }

  @Test func charactersAreNamedWithTheirPlaceInOctets() throws {
    let found = try difference("v=DMARC1; p=none", "v=DMARC1\u{FF1B} p=\tnone\u{200B}")
    #expect(
      found.characters.map { "\($0.description) \($0.offset)" } == [
        "U+FF1B FULLWIDTH SEMICOLON 8", "U+0009 CHARACTER TABULATION 14",
        "U+200B ZERO WIDTH SPACE 19",
      ])
  }

  @Test func longValuesAreCutBeforeTheyAreCompared() throws {
    let long = String(repeating: "x", count: 70_000)
    #expect(ValueDifference(expected: long, observed: long + "y") == nil)
    #expect(try difference(long, "y" + long).kind != .other)
  }
}
