/// The text that a quoted literal stands for, read strictly by the rules that HCL, YAML and
/// JavaScript share: `\"`, `\\`, `\n`, `\uXXXX`, `\UXXXXXXXX`.
///
/// Nil when it is no such literal: an open quote, an unknown escape, a raw control character.
func unescaped(_ literal: Substring, doubling: Set<Unicode.Scalar> = []) -> String? {
  var scalars = Array(literal.unicodeScalars)[...]
  guard scalars.popFirst() == "\"", scalars.popLast() == "\"" else { return nil }
  var units: [UInt16] = []
  while let scalar = scalars.popFirst() {
    switch scalar {
    case "\"": return nil
    case "\\":
      switch scalars.popFirst() {
      case "\"": units += "\"".utf16
      case "\\": units += "\\".utf16
      case "n": units += "\n".utf16
      case "r": units += "\r".utf16
      case "t": units += "\t".utf16
      case let kind? where kind == "u" || kind == "U":
        let digits = String(String.UnicodeScalarView(scalars.prefix(kind == "u" ? 4 : 8)))
        scalars = scalars.dropFirst(kind == "u" ? 4 : 8)
        guard let value = UInt32(digits, radix: 16) else { return nil }
        if kind == "u", let unit = UInt16(exactly: value) {
          units.append(unit)
        } else if let scalar = Unicode.Scalar(value) {
          units += String(scalar).utf16
        } else {
          return nil
        }
      default: return nil
      }
    case _
    where doubling.contains(scalar) && scalars.first == scalar && scalars.dropFirst().first == "{":
      scalars.removeFirst()
      units += String(scalar).utf16
    // `${` alone would be computed.
    case _ where doubling.contains(scalar) && scalars.first == "{": return nil
    case _ where scalar.properties.generalCategory == .control: return nil
    default: units += String(scalar).utf16
    }
  }
  return String(decoding: units, as: UTF16.self)
}

/// The double-quoted literals of a line.
func literals(in line: Substring) -> [Substring] {
  line.matches(of: /"(?:[^"\\]|\\.)*"/).map(\.output)
}
