/// Makes one line of what was pasted, so that pasting alone can neither answer nor disturb.
///
/// A run of line breaks and tabs becomes one space, none at the ends; whatever a terminal would
/// obey or hide is dropped.
struct PastedScalars {
  /// Longer pastes are refused whole: half a value would be worse than none.
  static let limit = 1 << 16

  private(set) var text = String.UnicodeScalarView()
  private var count = 0
  private var owesSpace = false

  /// Whether more came than a line may hold.
  var isTooLong: Bool { count > Self.limit }

  /// Takes the next scalar.
  mutating func take(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\n", "\r", "\t", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}":
      owesSpace = !text.isEmpty
    case _ where Visible.isUnseen(scalar): break
    default:
      if owesSpace { append(" ") }
      owesSpace = false
      append(scalar)
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    count += 1
    if !isTooLong { text.append(scalar) }
  }

  /// A text as one line.
  static func line(_ text: String) -> String {
    var scalars = PastedScalars()
    text.unicodeScalars.forEach { scalars.take($0) }
    return String(scalars.text)
  }
}
