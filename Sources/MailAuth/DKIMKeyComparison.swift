/// How a published key's base64 differs from the one that a mail service asked for.
///
/// Offsets and lengths count base64 characters of the expected key without white space, except
/// where said otherwise.
public enum DKIMKeyComparison: Hashable, Sendable {
  /// A stretch of the expected key.
  public struct Piece: Hashable, Sendable {
    /// Where it begins in the expected key.
    public let offset: Int
    /// How long it is.
    public let length: Int

    /// A stretch.
    public init(offset: Int, length: Int) {
      self.offset = offset
      self.length = length
    }
  }

  /// The same key.
  case equal
  /// The same key with white space inside, which verifiers skip (RFC 6376 §3.6.1); offsets in the
  /// published text.
  case spaced(offsets: [Int])
  /// The same key but for characters that base64 lacks, such as quotes; offsets in the published
  /// text.
  case foreign(offsets: [Int])
  /// The same key but for letter case, first at `offset`.
  case caseChanged(offset: Int)
  /// The first `length` characters of `expected`.
  case truncated(length: Int, expected: Int)
  /// The key with `length` characters too many in front of `offset`.
  case inserted(offset: Int, length: Int)
  /// The key without a stretch.
  case missing(Piece)
  /// The right pieces, listed in the order in which they stand, which is wrong.
  case reordered([Piece])
  /// The key but for one stretch.
  case differing(Piece)
  /// Another key.
  case other

  /// Compares the values of two `p=` tags as they are written.
  public init(expected: [UInt8], observed: [UInt8]) {
    let wanted = expected.filter { !$0.isFoldingSpace }
    let plain = observed.filter { !$0.isFoldingSpace }
    if plain == wanted {
      let spaces = observed.indices.filter { observed[$0].isFoldingSpace }
      self = spaces.isEmpty ? .equal : .spaced(offsets: spaces)
      return
    }
    let isKeyOctet = { (octet: UInt8) in Base64Text.isDigit(octet) || octet == UInt8(ascii: "=") }
    let found = plain.filter(isKeyOctet)
    if found == wanted {
      self = .foreign(offsets: observed.indices.filter { !isKeyOctet(observed[$0]) })
      return
    }
    self = Self.judge(wanted, found)
  }

  private static func judge(_ wanted: [UInt8], _ found: [UInt8]) -> DKIMKeyComparison {
    if found.isEmpty || wanted.isEmpty { return .other }
    let start = zip(wanted, found).prefix { $0 == $1 }.count
    if wanted.count == found.count, zip(wanted, found).allSatisfy({ $0.folded == $1.folded }) {
      return .caseChanged(offset: start)
    }
    if start == found.count { return .truncated(length: start, expected: wanted.count) }
    // What both share at the end, without counting a character of either twice.
    let shorter = min(wanted.count, found.count)
    let end = zip(wanted.reversed(), found.reversed()).prefix(shorter - start)
      .prefix { $0 == $1 }.count
    if start + end == shorter, isMostOf(wanted, start + end) {
      return found.count < wanted.count
        ? .missing(Piece(offset: start, length: wanted.count - found.count))
        : .inserted(offset: start, length: found.count - wanted.count)
    }
    if let pieces = DKIMKeyPieces.order(of: wanted, in: found) { return .reordered(pieces) }
    if wanted.count == found.count, isMostOf(wanted, start + end) {
      return .differing(Piece(offset: start, length: wanted.count - start - end))
    }
    return .other
  }

  /// All RSA keys of one size share some 50 characters, so a proof takes two thirds of the key.
  private static func isMostOf(_ wanted: [UInt8], _ shared: Int) -> Bool {
    shared * 3 >= wanted.count * 2
  }
}
