extension Unicode.Scalar {
  /// Whether a scalar can stand in a file that people read: nothing that is obeyed or not seen.
  var isWritable: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: false
    default: true
    }
  }

  /// `\UXXXXXXXX`, as HCL and YAML have it.
  var escaped: String { "\\U" + Self.hexadecimal(value, digits: 8) }

  /// `\uXXXX` for each UTF-16 unit, as JavaScript has it.
  var escapedUnits: String {
    String(self).utf16.map { "\\u" + Self.hexadecimal(UInt32($0), digits: 4) }.joined()
  }

  private static func hexadecimal(_ number: UInt32, digits: Int) -> String {
    let text = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
