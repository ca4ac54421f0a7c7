/// Text for HTML: nothing in it becomes markup (HTML Living Standard §13.3).
enum HTMLText {
  /// Text for content and for attributes in double quotes.
  ///
  /// What nobody would see is spelled out, so that nothing in a value hides from its reader.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n": escaped += " "
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
          escaped += "\\u{\(String(scalar.value, radix: 16))}"
        default: escaped.unicodeScalars.append(scalar)
        }
      }
    }
    return escaped
  }

  /// A sentence of the tables: code marks become code, web addresses become links.
  static func prose(_ text: String) -> String {
    Prose.pieces(text).map { piece in
      switch piece {
      case .text(let text): escaped(text)
      case .code(let text): "<code>\(escaped(text))</code>"
      case .address(let text): #"<a href="\#(escaped(text))">\#(escaped(text))</a>"#
      }
    }.joined()
  }
}
