import Foundation

/// Values as JSON that can be shown on a terminal.
enum JSONText {
  /// The JSON of a value, with a line break at its end.
  ///
  /// The encoder escapes what is below U+0020. Everything else that a terminal may obey or that
  /// reorders a line (DEL, C1, bidirectional marks, zero-width characters) is escaped here:
  /// RFC 8259 §7 allows `\uXXXX` for every character.
  static func encode(_ value: some Encodable, pretty: Bool) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
    var text = String.UnicodeScalarView()
    for scalar in String(decoding: try encoder.encode(value), as: UTF8.self).unicodeScalars {
      if scalar == "\n" || !isUnseen(scalar) {
        text.append(scalar)
      } else {
        text.append(contentsOf: String(scalar).utf16.map(escape).joined().unicodeScalars)
      }
    }
    return String(text) + "\n"
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  private static func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
