/// Makes text from outside safe to show: whatever a terminal would obey or hide is spelled out.
///
/// Nothing else is changed, so that a value can still be copied from the screen.
public enum Visible {
  /// A text with control characters as `\x1b` and other unseen scalars as `\u{202e}`.
  ///
  /// Unseen are C1 controls, line and paragraph separators, format characters (bidirectional
  /// controls, zero-width characters, byte order marks), fillers, tags and noncharacters.
  /// Doing it twice changes nothing more.
  public static func text(_ untrusted: String) -> String {
    guard untrusted.unicodeScalars.contains(where: isUnseen) else { return untrusted }
    var shown = String.UnicodeScalarView()
    for scalar in untrusted.unicodeScalars { append(scalar, to: &shown) }
    return String(shown)
  }

  /// Octets as UTF-8 text, made safe; an octet that is not part of UTF-8 is shown as `\xNN`.
  public static func bytes(_ octets: [UInt8]) -> String {
    var shown = String.UnicodeScalarView()
    var parser = Unicode.UTF8.ForwardParser()
    var rest = octets.makeIterator()
    var position = 0
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let encoded):
        append(Unicode.UTF8.decode(encoded), to: &shown)
        position += encoded.count
      case .error(let length):
        for octet in octets[position..<min(position + length, octets.count)] {
          shown.append(contentsOf: hexadecimal(octet).unicodeScalars)
        }
        position += length
      case .emptyInput: return String(shown)
      }
    }
  }

  /// Whether a terminal would obey or hide this scalar instead of showing it.
  static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E: return false
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF: return false  // choose the shape of what is seen
    default: break
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to shown: inout String.UnicodeScalarView) {
    if !isUnseen(scalar) {
      shown.append(scalar)
    } else if scalar.value < 0x80 {
      shown.append(contentsOf: hexadecimal(UInt8(scalar.value)).unicodeScalars)
    } else {
      shown.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
    }
  }

  private static func hexadecimal(_ octet: UInt8) -> String {
    (octet < 0x10 ? "\\x0" : "\\x") + String(octet, radix: 16)
  }
}
