/// Finds the word that somebody probably meant.
enum NearestWord {
  /// Words longer than this are not compared: none that is looked for comes near.
  private static let longest = 32

  /// The one closest word with at most `limit` letters wrong; nil when none or several are.
  static func among(_ words: [String], to text: String, limit: Int) -> String? {
    let typed = Array(text.utf8.prefix(longest + 1))
    guard typed.count <= longest else { return nil }
    let near = words.map { ($0, distance(typed, Array($0.utf8))) }.filter { $0.1 <= limit }
    guard let best = near.map(\.1).min() else { return nil }
    let closest = near.filter { $0.1 == best }
    return closest.count == 1 ? closest[0].0 : nil
  }

  /// Letters to add, drop, replace or swap with a neighbour (optimal string alignment).
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var next = [index + 1]
      for (place, other) in right.enumerated() {
        var cost = min(row[place] + (letter == other ? 0 : 1), row[place + 1] + 1, next[place] + 1)
        if index > 0, place > 0, letter == right[place - 1], left[index - 1] == other {
          cost = min(cost, before[place - 1] + 1)
        }
        next.append(cost)
      }
      before = row
      row = next
    }
    return row[right.count]
  }
}
