/// Finds spaces between Latin and Japanese, and ASCII punctuation behind Japanese.
enum JapaneseSpacing {
  /// The offending places of a text that has `MessagePattern.unknownValue` for each value.
  ///
  /// A value counts as Latin: it is a name, an address or a number. What is between backticks is
  /// not looked at, and a space beside the backticks is allowed.
  static func faults(in text: String) -> [String] {
    let text = outsideCode(Array(text))
    var faults: [String] = []
    for index in text.indices.dropFirst() where isJapanese(text[index - 1]) {
      if ",.:;()?!".contains(text[index]) { faults.append(String(text[(index - 1)...index])) }
    }
    for index in text.indices.dropFirst(2) where text[index - 1] == " " {
      let (before, after) = (text[index - 2], text[index])
      if isLatin(before) && isJapanese(after) || isJapanese(before) && isLatin(after) {
        faults.append(String([before, " ", after]))
      }
    }
    return faults
  }

  private static func outsideCode(_ text: [Character]) -> [Character] {
    var isCode = false
    return text.compactMap { character in
      if character == "`" { isCode.toggle() } else if isCode { return nil }
      return character
    }
  }

  private static func isLatin(_ character: Character) -> Bool {
    character == MessagePattern.unknownValue
      || character.isASCII && (character.isLetter || character.isNumber)
  }

  /// Kana and Han; the blocks of the Unicode Standard, chapter 18.
  private static func isJapanese(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return switch scalar.value {
    case 0x3005...0x3007, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF: true
    case 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F: true
    case 0x20000...0x3FFFD: true
    default: false
    }
  }
}
