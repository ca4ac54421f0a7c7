import MailAuth

/// Where a published value differs from the one that is expected.
public struct ValueDifference: Hashable, Sendable {
  /// Both values, taken apart at the differing stretch.
  public let excerpt: Excerpt
  /// What the difference amounts to.
  public let kind: Kind
  /// Characters of the published value that are not seen or not what they look like.
  public let characters: [PublishedCharacter]

  /// Two values that begin and end alike.
  public struct Excerpt: Hashable, Sendable {
    /// What both begin with.
    public let before: String
    /// What only the expected value has there.
    public let expected: String
    /// What only the published value has there.
    public let observed: String
    /// What both end with.
    public let after: String
  }

  /// What a difference amounts to; places and lengths count characters of the values, from 0.
  public enum Kind: Hashable, Sendable {
    /// The published value ends after so many characters of the expected one.
    case cutOff(length: Int, expected: Int)
    /// A stretch is not there.
    case missing(offset: Int, length: Int)
    /// There is a stretch too many.
    case added(offset: Int, length: Int)
    /// The letters are the same, their case is not.
    case letterCase(offset: Int)
    /// The parts of a key are there, in another order.
    case reordered
    /// A stretch is another one.
    case changed(offset: Int, length: Int)
    /// The values have little in common.
    case other
  }

  /// Compares; nil when both are the same. Longer values than a DNS record holds are cut.
  public init?(expected: String, observed: String) {
    let wanted = Array(expected.unicodeScalars.prefix(Self.longest))
    let found = Array(observed.unicodeScalars.prefix(Self.longest))
    if wanted == found { return nil }
    let start = zip(wanted, found).prefix { $0 == $1 }.count
    let shorter = min(wanted.count, found.count)
    let end = zip(wanted.reversed(), found.reversed()).prefix(shorter - start)
      .prefix { $0 == $1 }.count
    excerpt = Excerpt(
      before: Self.text(wanted[..<start]),
      expected: Self.text(wanted[start..<(wanted.count - end)]),
      observed: Self.text(found[start..<(found.count - end)]),
      after: Self.text(wanted[(wanted.count - end)...]))
    characters = Self.characters(of: found)
    kind =
      Self.keyKind(expected, observed)
      ?? Self.kind(wanted, found, start: start, end: end)
  }

  /// RFC 1035 §3.2.1: RDLENGTH has 16 bits.
  private static let longest = 65_535

  private static func kind(
    _ wanted: [Unicode.Scalar], _ found: [Unicode.Scalar], start: Int, end: Int
  ) -> Kind {
    let (lost, gained) = (wanted.count - start - end, found.count - start - end)
    if gained == 0 {
      return end == 0
        ? .cutOff(length: start, expected: wanted.count) : .missing(offset: start, length: lost)
    }
    if lost == 0 { return .added(offset: start, length: gained) }
    if text(wanted[...]).lowercased() == text(found[...]).lowercased() {
      return .letterCase(offset: start)
    }
    // What is mostly the same is a value that was changed, not another one.
    return 2 * (start + end) >= min(wanted.count, found.count)
      ? .changed(offset: start, length: max(lost, gained)) : .other
  }

  /// A key says more than the text around it: where a piece of it is missing or moved.
  private static func keyKind(_ expected: String, _ observed: String) -> Kind? {
    guard let wanted = keyValue(in: expected), let found = keyValue(in: observed) else {
      return nil
    }
    switch DKIMKeyComparison(expected: Array(wanted.text.utf8), observed: Array(found.text.utf8)) {
    case .reordered: return .reordered
    case .missing(let piece):
      return .missing(offset: wanted.offset + piece.offset, length: piece.length)
    case .inserted(let offset, let length):
      return .added(offset: wanted.offset + offset, length: length)
    case .differing(let piece):
      return .changed(offset: wanted.offset + piece.offset, length: piece.length)
    case .truncated(let length, _):
      return .cutOff(
        length: wanted.offset + length, expected: expected.unicodeScalars.count)
    case .caseChanged(let offset): return .letterCase(offset: wanted.offset + offset)
    case .equal, .spaced, .foreign, .other: return nil
    }
  }

  /// The value of a `p=` tag at the end of a key record, with its place.
  private static func keyValue(in text: String) -> (text: String, offset: Int)? {
    guard text.hasPrefix("v=DKIM1"), let tag = text.ranges(of: "p=").last,
      !text[tag.upperBound...].contains(";")
    else { return nil }
    return (
      String(text[tag.upperBound...]),
      text.unicodeScalars.distance(from: text.startIndex, to: tag.upperBound)
    )
  }

  /// White space but the plain space, controls, and everything outside ASCII.
  private static func characters(of scalars: [Unicode.Scalar]) -> [PublishedCharacter] {
    var offset = 0
    return scalars.compactMap { scalar in
      defer { offset += UTF8.width(scalar) }
      if (0x20...0x7E).contains(scalar.value) { return nil }
      return PublishedCharacter(
        codePoint: scalar.value, octet: UTF8.encode(scalar)?.first ?? 0, offset: offset)
    }
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
