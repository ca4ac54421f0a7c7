/// How many cells of a terminal a text takes (UAX #11): wide and full-width characters two,
/// ambiguous ones one, combining marks none.
public enum DisplayWidth {
  /// The cells that a text takes in one line; control characters count as none.
  public static func of(_ text: String) -> Int {
    var width = 0
    for character in text { width += of(character) }
    return width
  }

  /// The cells that one grapheme takes: 0, 1, 2, or more for a cluster of spacing scalars.
  public static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if first.value < 0x300, scalars.count == 1 { return ofScalar(first) }
    // An emoji sequence is drawn as one picture, and UAX #11 makes such a picture wide.
    if first.properties.isEmoji, scalars.contains(where: joinsEmoji) { return 2 }
    return scalars.reduce(0) { $0 + ofScalar($1) }
  }

  private static func joinsEmoji(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200D, 0xFE0F, 0x1F3FB...0x1F3FF: true
    default: false
    }
  }

  private static func ofScalar(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E: return 1
    // Vowels and finals of decomposed Hangul stand in the cells of their initial.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF, 0x302E...0x302F: return 0
    default: break
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator:
      return 0
    default:
      if properties.isDefaultIgnorableCodePoint { return 0 }
      return WideScalars.contains(scalar) ? 2 : 1
    }
  }
}
