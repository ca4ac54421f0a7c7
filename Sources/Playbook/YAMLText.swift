/// Texts as YAML 1.2 writes them, so that they read as the same texts.
enum YAMLText {
  /// An id or a table key: as it is, where no reader takes it for something else.
  static func word(_ text: String) -> String {
    // YAML 1.1 has more words for yes and no than YAML 1.2 (§10.3.2).
    let others: Set<String> = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
    let isPlain = Name.isMessageKey(text) && !others.contains(text.lowercased())
    return isPlain ? text : quoted(text)
  }

  /// Ids in a list.
  static func words(_ texts: [String]) -> String {
    "[" + texts.map(word).joined(separator: ", ") + "]"
  }

  /// Any text, in double quotes (§7.3.1).
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
          let digits = String(scalar.value, radix: 16)
          quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        default: quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }

  /// Any texts in a list.
  static func quoted(_ texts: [String]) -> String {
    "[" + texts.map(quoted).joined(separator: ", ") + "]"
  }
}
