/// Finds out whether a published key consists of the expected key's pieces in a wrong order.
///
/// Consoles and people cut a long key into two or three; more pieces are not looked for.
enum DKIMKeyPieces {
  typealias Piece = DKIMKeyComparison.Piece

  /// A piece that is shorter could stand there by chance.
  private static let shortest = 8
  /// No key is longer: RSA of 16384 bits has 2752 characters. Bounds the search.
  private static let longest = 4096
  /// How many places that look right are tried: a key does not repeat itself.
  private static let mostTries = 8

  /// The pieces of `wanted` in the order in which they stand in `found`; nil when it is not so.
  static func order(of wanted: [UInt8], in found: [UInt8]) -> [Piece]? {
    guard wanted.count == found.count, wanted.count <= longest else { return nil }
    let start = zip(wanted, found).prefix { $0 == $1 }.count
    let end = zip(wanted[start...].reversed(), found[start...].reversed())
      .prefix { $0 == $1 }.count
    // A character or two beyond the pieces that stayed may be the same by chance.
    for first in stride(from: start, through: max(0, start - 2), by: -1) {
      for last in stride(from: end, through: max(0, end - 2), by: -1) {
        let middle = first..<(wanted.count - last)
        let moved =
          turned(wanted[middle], found[middle]) ?? swapped(wanted[middle], found[middle])
        guard let moved else { continue }
        let all =
          [Piece(offset: 0, length: first)] + moved
          + [Piece(offset: middle.upperBound, length: last)]
        return all.filter { $0.length > 0 }
      }
    }
    return nil
  }

  /// Two pieces changed places: `found` is `wanted` turned around.
  private static func turned(
    _ wanted: ArraySlice<UInt8>, _ found: ArraySlice<UInt8>
  ) -> [Piece]? {
    guard wanted.count >= 2 * shortest else { return nil }
    let cuts = (wanted.startIndex + shortest)...(wanted.endIndex - shortest)
    let first = found.prefix(shortest)
    var tries = 0
    for cut in cuts where wanted[cut...].starts(with: first) && tries < mostTries {
      tries += 1
      let back = wanted.endIndex - cut
      if found.prefix(back) == wanted[cut...],
        found.dropFirst(back).elementsEqual(wanted[..<cut])
      {
        return [
          Piece(offset: cut, length: back),
          Piece(offset: wanted.startIndex, length: cut - wanted.startIndex),
        ]
      }
    }
    return nil
  }

  /// The first and the last of three pieces changed places.
  private static func swapped(
    _ wanted: ArraySlice<UInt8>, _ found: ArraySlice<UInt8>
  ) -> [Piece]? {
    var tries = 0
    for length in stride(from: shortest, to: max(shortest, wanted.count - 2 * shortest), by: 1) {
      let piece = wanted.prefix(length)
      guard piece.suffix(shortest) == found.suffix(shortest), piece == found.suffix(length) else {
        continue
      }
      let rest = turned(wanted.dropFirst(length), found.dropLast(length))
      if let rest {
        return rest + [Piece(offset: wanted.startIndex, length: length)]
      }
      tries += 1
      if tries == mostTries { return nil }
    }
    return nil
  }
}
