import Report
import Terminal

/// A record's text with a mark below one place, in lines that fit a screen.
///
/// Only characters whose width is certain are shown as they are, so that the mark stands where it
/// belongs on every terminal; all others are spelled out.
struct MarkedExcerpt {
  /// One character with the cells that it takes.
  private typealias Cell = (text: String, width: Int)

  private let before: [Cell]
  private let place: [Cell]
  private let after: [Cell]
  /// The text as far as it fits, and the line with the mark.
  let lines: [String]

  /// Stands where something is left out.
  private static let gap = "..."
  /// The text does not get narrower than this, however narrow the screen is.
  private static let narrowest = 24

  init(_ excerpt: RecordFault.Excerpt, columns: Int) {
    before = Self.cells(excerpt.before)
    place = Self.cells(excerpt.place)
    after = Self.cells(excerpt.after)
    lines = Self.lines(before, place, after, columns: max(columns, Self.narrowest))
  }

  /// The whole text in one line with words in it instead of a mark below it, for a screen reader.
  var spokenLine: String {
    let parts = [before, place, after].map { $0.map(\.text).joined() }
    return "\(parts[0])>>>\(parts[1])<<<\(parts[2])"
  }

  private static func lines(
    _ before: [Cell], _ place: [Cell], _ after: [Cell], columns: Int
  ) -> [String] {
    var (before, place, after) = (before, place, after)
    if width(before) + width(place) + width(after) > columns {
      let gaps = 2 * gap.count
      place = cut(place, to: columns - gaps)
      let room = columns - gaps - width(place)
      let front = min(width(before), max(room / 2, room - width(after)))
      after = cut(after, to: room - front)
      before = cut(before.reversed(), to: front).reversed()
    }
    let start = before.map(\.text).joined()
    let mark =
      String(repeating: " ", count: width(before))
      + String(repeating: "^", count: max(1, width(place)))
    return [start + (place + after).map(\.text).joined(), mark]
  }

  /// The first cells that fit, with a gap behind them when others are left out.
  private static func cut(_ cells: [Cell], to room: Int) -> [Cell] {
    var used = 0
    let fitting = cells.prefix { cell in
      used += cell.width
      return used <= room
    }
    return fitting.count == cells.count ? cells : fitting + [(gap, gap.count)]
  }

  private static func width(_ cells: [Cell]) -> Int { cells.reduce(0) { $0 + $1.width } }

  private static func cells(_ text: String) -> [Cell] {
    Visible.text(text).flatMap { character -> [Cell] in
      let width = DisplayWidth.of(character)
      // ASCII, and what is two cells wide everywhere: kana, Han, Hangul, full-width forms.
      if character.isASCII || character.unicodeScalars.count == 1 && width == 2 {
        return [(String(character), width)]
      }
      return character.unicodeScalars.map { scalar in
        let escape = scalar.isASCII ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
        return (escape, escape.utf8.count)
      }
    }
  }
}
