extension MessagePattern {
  /// Stands for a value that is not known yet, in the texts that the lints look at.
  static let unknownValue: Character = "\u{FFFC}"

  /// The names of all placeholders, those of plurals and selects included.
  var placeholders: Set<String> { Self.names(pieces) }

  /// The placeholders that a plural counts, and those of them whose plural has no `other`.
  var plurals: (all: Set<String>, withoutOther: Set<String>) {
    var all: Set<String> = []
    var withoutOther: Set<String> = []
    func walk(_ pieces: [Piece]) {
      for piece in pieces {
        guard let branches = piece.branches else { continue }
        for branch in branches { walk(branch.pieces) }
        guard case .plural(let name, _) = piece else { continue }
        all.insert(name)
        if !branches.contains(where: { $0.selector == .category(.other) }) {
          withoutOther.insert(name)
        }
      }
    }
    walk(pieces)
    return (all, withoutOther)
  }

  /// The words that each select knows, by its placeholder.
  var selects: [String: Set<String>] {
    var selects: [String: Set<String>] = [:]
    func walk(_ pieces: [Piece]) {
      for piece in pieces {
        guard let branches = piece.branches else { continue }
        for branch in branches { walk(branch.pieces) }
        guard case .select(let name, _) = piece else { continue }
        let words = branches.compactMap { branch in
          if case .word(let word) = branch.selector { word } else { nil }
        }
        selects[name, default: []].formUnion(words)
      }
    }
    walk(pieces)
    return selects
  }

  /// What a reader may see, with `unknownValue` for each value: the first branch of every plural
  /// and select, then the second, and so on, so that each branch is in one of the texts.
  var variants: [String] {
    (0..<Self.widest(pieces)).map { Self.variant($0, of: pieces) }
  }

  private static func names(_ pieces: [Piece]) -> Set<String> {
    pieces.reduce(into: []) { names, piece in
      switch piece {
      case .placeholder(let name): names.insert(name)
      case .plural(let name, let branches), .select(let name, let branches):
        names.insert(name)
        for branch in branches { names.formUnion(Self.names(branch.pieces)) }
      case .text, .number: break
      }
    }
  }

  private static func widest(_ pieces: [Piece]) -> Int {
    pieces.reduce(1) { widest, piece in
      guard let branches = piece.branches else { return widest }
      return max(widest, branches.count, branches.map { Self.widest($0.pieces) }.max() ?? 1)
    }
  }

  private static func variant(_ number: Int, of pieces: [Piece]) -> String {
    pieces.reduce(into: "") { text, piece in
      switch piece {
      case .text(let literal): text += literal
      case .placeholder, .number: text.append(unknownValue)
      case .plural(_, let branches), .select(_, let branches):
        guard !branches.isEmpty else { return }
        text += variant(number, of: branches[min(number, branches.count - 1)].pieces)
      }
    }
  }
}

extension MessagePattern.Piece {
  /// The branches of a plural or a select.
  fileprivate var branches: [MessagePattern.Branch]? {
    switch self {
    case .plural(_, let branches), .select(_, let branches): branches
    case .text, .placeholder, .number: nil
    }
  }
}
