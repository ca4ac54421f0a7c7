/// Seconds as BIND writes them in units.
enum TimeText {
  private static let units: [(name: String, letter: String, seconds: UInt32)] = [
    ("week", "w", 604_800), ("day", "d", 86_400), ("hour", "h", 3600), ("minute", "m", 60),
    ("second", "s", 1),
  ]

  /// `1w2d`, as a zone file may write a TTL.
  static func short(_ seconds: UInt32) -> String {
    let parts = parts(seconds).map { "\($0.count)\(units[$0.unit].letter)" }
    return parts.isEmpty ? "0s" : parts.joined()
  }

  /// `1 week 2 days`, for a comment.
  static func long(_ seconds: UInt32) -> String {
    let parts = parts(seconds).map { part in
      "\(part.count) \(units[part.unit].name)\(part.count == 1 ? "" : "s")"
    }
    return parts.isEmpty ? "0 seconds" : parts.joined(separator: " ")
  }

  private static func parts(_ seconds: UInt32) -> [(unit: Int, count: UInt32)] {
    var rest = seconds
    return units.indices.compactMap { unit in
      let count = rest / units[unit].seconds
      rest %= units[unit].seconds
      return count == 0 ? nil : (unit, count)
    }
  }
}
