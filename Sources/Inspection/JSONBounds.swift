/// A look at JSON text before it is read: deep or crowded text would cost a reader its stack or
/// its memory, however short it is.
enum JSONBounds {
  /// Why a text is not read.
  enum Excess: Hashable, Sendable {
    /// An octet that never stands in JSON text in UTF-8.
    case notText
    /// Lists and objects in each other, deeper than any case.
    case depth
    /// More values than any case has.
    case values
  }

  /// Cases are not half as deep.
  static let deepest = 32
  /// A check of a domain with many servers makes some ten thousand.
  static let mostValues = 400_000

  /// What is too much; nil when the text can be read.
  static func excess(in json: some Sequence<UInt8>) -> Excess? {
    var depth = 0
    var values = 1
    var isString = false
    var isEscaped = false
    for octet in json {
      if octet == 0 { return .notText }
      if isString {
        // RFC 8259 §7: a quotation mark behind a backslash does not end the string.
        if isEscaped {
          isEscaped = false
        } else if octet == UInt8(ascii: "\\") {
          isEscaped = true
        } else if octet == UInt8(ascii: "\"") {
          isString = false
        }
        continue
      }
      switch octet {
      case UInt8(ascii: "\""): isString = true
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        values += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ","): values += 1
      default: break
      }
      if depth > deepest { return .depth }
      if values > mostValues { return .values }
    }
    return nil
  }
}
