/// Which characters may stand at the ends of a line (kinsoku, after JIS X 4051).
enum LineBreak {
  /// Whether a character may not be the first of a line.
  static func startsNoLine(_ character: Character) -> Bool { noStart.contains(character) }

  /// Whether a character may not be the last of a line.
  static func endsNoLine(_ character: Character) -> Bool { noEnd.contains(character) }

  /// Whether a character is a Hangul syllable or letter.
  static func isHangul(_ character: Character) -> Bool {
    guard let first = character.unicodeScalars.first?.value else { return false }
    return switch first {
    case 0x1100...0x11FF, 0x3131...0x318E, 0xA960...0xA97C, 0xAC00...0xD7FB, 0xFFA0...0xFFDC: true
    default: false
    }
  }

  private static let noStart: Set<Character> = Set(
    "、。，．・：；？！ー々ゝゞヽヾ）」』】〕〉》］｝”’…‥～〜％"
      + "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
      + "｡｣､･ｧｨｩｪｫｬｭｮｯｰ"
      + ")]},.:;!?%")
  private static let noEnd: Set<Character> = Set("（「『【〔〈《［｛“‘｢([{")
}
