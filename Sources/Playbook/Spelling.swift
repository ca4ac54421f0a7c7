/// Finds the word that was meant.
public enum Spelling {
  /// The nearest of `words`, when at most a third of the letters differ; nil else.
  public static func nearest(to typed: String, in words: some Sequence<String>) -> String? {
    let typed = Array(typed.lowercased().unicodeScalars)
    guard typed.count <= Name.longest else { return nil }
    var best: (word: String, distance: Int)?
    for word in words {
      let letters = Array(word.lowercased().unicodeScalars)
      let distance = distance(typed, letters)
      guard distance <= max(1, max(typed.count, letters.count) / 3) else { continue }
      if best == nil || distance < best?.distance ?? 0 { best = (word, distance) }
    }
    return best?.word
  }

  /// Letters to insert, delete, replace or swap with their neighbour (optimal string alignment).
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var rows = [Array(0...right.count)]
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        let isSame = left[row] == right[column]
        var cost = min(rows[row][column + 1] + 1, current[column] + 1)
        cost = min(cost, rows[row][column] + (isSame ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, rows[row - 1][column - 1] + 1)
        }
        current.append(cost)
      }
      rows.append(current)
    }
    return rows[left.count][right.count]
  }
}
