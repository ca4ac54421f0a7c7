import Yams

/// Finds anchors and aliases, which a playbook may not have.
enum YAMLAliases {
  /// See `bomb`.
  private static let few = 4

  /// The first node with an anchor, in the order of the document.
  ///
  /// An alias follows its anchor, so the search ends before it enters the copy that an alias is.
  static func first(in node: Node) -> Mark? {
    if node.anchor != nil { return node.mark }
    switch node {
    case .scalar: return nil
    case .alias(let alias): return alias.mark
    case .sequence(let sequence):
      for item in sequence { if let found = first(in: item) { return found } }
      return nil
    case .mapping(let mapping):
      for (key, value) in mapping {
        if let found = first(in: key) ?? first(in: value) { return found }
      }
      return nil
    }
  }

  /// The place of the first text that looks like an alias, when there are more than a few.
  ///
  /// Yams hashes the keys of each map while it reads, and a key may be an alias to a list of
  /// aliases. n aliases stand for at most 3^(n/3) copies, so up to four of them, which may be
  /// stars in a comment or a text, are harmless to read and are judged afterwards.
  static func bomb(in text: String) -> Place? {
    var line = 1
    var column = 1
    var first: Place?
    var count = 0
    var previous: Unicode.Scalar = "\n"
    for scalar in text.unicodeScalars {
      let isName =
        scalar == "_" || scalar == "-" || scalar.properties.isAlphabetic
        || ("0"..."9").contains(scalar)
      if previous == "*", isName {
        count += 1
        first = first ?? Place(line: line, column: column - 1, path: "")
      }
      previous = scalar
      column += 1
      if scalar == "\n" { (line, column) = (line + 1, 1) }
    }
    return count > few ? first : nil
  }
}
