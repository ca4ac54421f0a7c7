extension MessagePattern {
  /// The message with its arguments in it. A placeholder without an argument is shown as `{name}`.
  package func text(
    _ arguments: [String: Argument], language: Language, separator: () -> String
  ) -> String {
    func shown(_ name: String) -> String {
      switch arguments[name] {
      case .text(let text): text
      case .integer(let number): String(number)
      case .list(let texts): texts.joined(separator: separator())
      case nil: "{\(name)}"
      }
    }
    func append(_ pieces: [Piece], number: String, to result: inout String) {
      for piece in pieces {
        switch piece {
        case .text(let text): result += text
        case .placeholder(let name): result += shown(name)
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

  private static func branch(
    for number: Int, of branches: [Branch], in language: Language
  ) -> Branch? {
    let wanted: [Selector] = [
      .exactly(number), .category(PluralCategory(number, in: language)), .category(.other),
    ]
    return wanted.lazy.compactMap { selector in branches.first { $0.selector == selector } }.first
  }
}
