import Foundation

/// Keeps deeply nested JSON away from decoders, which call themselves once a level.
package enum JSONDepth {
  /// A domain object with its entities and their cards needs about ten levels.
  static let most = 32

  /// Whether no bracket stands deeper than `most`; says nothing else about the text.
  package static func isBounded(_ json: Data) -> Bool {
    var depth = 0
    var isInString = false
    var isEscaped = false
    for octet in json {
      if isEscaped {
        isEscaped = false
      } else if isInString {
        isEscaped = octet == UInt8(ascii: "\\")
        isInString = octet != UInt8(ascii: "\"")
      } else {
        switch octet {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "["), UInt8(ascii: "{"):
          depth += 1
          if depth > most { return false }
        case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
        default: break
        }
      }
    }
    return true
  }
}
