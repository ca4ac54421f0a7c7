extension PastedText {
  /// What a console writes on the button beside a value, and what is copied along with it.
  private static let buttons: Set<String> = [
    "copy", "copied", "copied!", "复制", "複製", "已复制", "コピー", "복사", "복사하기", "salin", "tersalin",
  ]

  /// A key in base64 without white space and without a button's word behind it.
  ///
  /// A word is left out only where the key is known to be over: behind its padding, behind the
  /// length that its DER announces, or because no key has such letters. Any other word there is a
  /// fault at its place.
  static func keyAlone(_ marks: ArraySlice<Mark>) throws(InputFault) -> [Mark] {
    var words = marks.split { $0.scalar == " " }
    while let last = words.last, words.count > 1, isButton(last),
      last.contains(where: { !$0.scalar.isASCII })
    {
      words.removeLast()
    }
    let key = words.flatMap { Array($0) }
    let announced = announcedLength(of: key)
    guard let end = announced ?? paddedLength(of: key), end < key.count else { return key }
    var length = 0
    let own = words.prefix { word in
      defer { length += word.count }
      return length < end
    }
    let isWhole = own.reduce(0) { $0 + $1.count } == end
    if isWhole, words.dropFirst(own.count).allSatisfy(isButton) { return Array(key[..<end]) }
    // What only follows padding within a word is found by the reader of base64 at its own place.
    if announced == nil, !isWhole { return key }
    throw .character(String(Character(key[end].scalar)), offset: key[end].offset)
  }

  private static func isButton(_ word: ArraySlice<Mark>) -> Bool {
    word.count < 16 && buttons.contains(string(word).lowercased())
  }

  /// The characters up to the end of the padding; nil without padding.
  private static func paddedLength(of key: [Mark]) -> Int? {
    guard let padding = key.firstIndex(where: { $0.scalar == "=" }) else { return nil }
    return key[padding...].firstIndex { $0.scalar != "=" } ?? key.count
  }

  /// The characters of base64 that hold the DER value which begins here (X.690 §8.1.3); nil when
  /// no SEQUENCE of a key's size begins.
  private static func announcedLength(of key: [Mark]) -> Int? {
    var bits = 0
    for mark in key.prefix(8) {
      guard let digit = base64Value(mark.scalar) else { return nil }
      bits = bits << 6 | digit
    }
    guard key.count >= 8, bits >> 40 == 0x30 else { return nil }
    let octets = [32, 24, 16].map { bits >> $0 & 0xFF }
    // RSA keys have a length of one or two further octets; shorter ones are no keys.
    switch octets[0] {
    case 0x81: return (octets[1] + 3 + 2) / 3 * 4
    case 0x82: return ((octets[1] << 8) + octets[2] + 4 + 2) / 3 * 4
    default: return nil
    }
  }

  private static func base64Value(_ scalar: Unicode.Scalar) -> Int? {
    let value = Int(scalar.value)
    switch scalar {
    case "A"..."Z": return value - 65
    case "a"..."z": return value - 71
    case "0"..."9": return value + 4
    case "+": return 62
    case "/": return 63
    default: return nil
    }
  }
}
