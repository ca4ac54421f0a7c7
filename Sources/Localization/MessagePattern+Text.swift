extension MessagePattern {
  /// The message with its arguments in it. A placeholder without an argument is shown as `{name}`.
  ///
  /// Between code marks, each text of a list has marks of its own.
  package func text(
    _ arguments: [String: Argument], language: Language, separator: () -> String
  ) -> String {
    func shown(_ name: String, isCode: Bool = false) -> String {
      switch arguments[name] {
      case .text(let text): text
      case .integer(let number): String(number)
      case .list(let texts):
        texts.joined(separator: isCode ? "`" + separator() + "`" : separator())
      case nil: "{\(name)}"
      }
    }
    func append(_ pieces: [Piece], number: String, to result: inout String) {
      for (index, piece) in pieces.enumerated() {
        switch piece {
        case .text(let text): result += text
        case .placeholder(let name):
          let isCode = result.last == "`" && Self.begins(with: "`", pieces.dropFirst(index + 1))
          result += shown(name, isCode: isCode)
        case .number: result += number
        case .select(let name, let branches):
          let word = if case .text(let word) = arguments[name] { word } else { Self.otherWord }
          let branch =
            branches.first { $0.selector == .word(word) }
            ?? branches.first { $0.selector == .word(Self.otherWord) }
          append(branch?.pieces ?? [.text(shown(name))], number: number, to: &result)
        case .plural(let name, let branches):
          // Without a number the general wording is still the most that can be said.
          let branch =
            if case .integer(let count) = arguments[name] {
              Self.branch(for: count, of: branches, in: language)
            } else {
              branches.first { $0.selector == .category(.other) }
            }
          if let branch {
            append(branch.pieces, number: shown(name), to: &result)
          } else {
            result += shown(name)
          }
        }
      }
    }
    var result = ""
    append(pieces, number: "#", to: &result)
    return result
  }

  private static func begins(with mark: Character, _ pieces: ArraySlice<Piece>) -> Bool {
    if case .text(let text)? = pieces.first { text.first == mark } else { false }
  }

  private static func branch(
    for number: Int, of branches: [Branch], in language: Language
  ) -> Branch? {
    let wanted: [Selector] = [
      .exactly(number), .category(PluralCategory(number, in: language)), .category(.other),
    ]
    return wanted.lazy.compactMap { selector in branches.first { $0.selector == selector } }.first
  }
}
