import Diagnosis
import Report
import Terminal

/// Two values one under the other, the stretch in which they differ marked below, in lines that
/// fit a screen.
struct DifferenceLines {
  /// The expected value, the published one, and the mark.
  let lines: [String]
  /// The values alone, for a screen reader.
  let spokenLines: [String]

  /// Stands where something is left out.
  private static let gap = "..."
  /// Values do not get narrower than this, however narrow the screen is.
  private static let narrowest = 24

  init(_ excerpt: ValueDifference.Excerpt, _ labels: Block.Labels, columns: Int, indent: Int = 2) {
    let width = max(DisplayWidth.of(labels.expected), DisplayWidth.of(labels.observed))
    func start(_ label: String) -> String {
      let space = String(repeating: " ", count: width - DisplayWidth.of(label))
      return String(repeating: " ", count: indent) + label + space + " : "
    }
    let room = max(Self.narrowest, columns - indent - width - 3)
    let before = Self.cells(excerpt.before)
    let after = Self.cells(excerpt.after)
    let stretches = [excerpt.expected, excerpt.observed].map(Self.cells)
    let shownBefore = Self.end(of: before, room: room / 3)
    let left = room - Self.width(shownBefore)
    let shown = stretches.map { Self.beginning(of: $0, room: left - 2 * Self.gap.count) }
    let whole = shown.map { stretch in
      shownBefore + stretch + Self.beginning(of: after, room: left - Self.width(stretch))
    }
    let texts = whole.map { $0.map(\.text).joined() }
    let mark = max(1, shown.map(Self.width).max() ?? 1)
    let values = [start(labels.expected) + texts[0], start(labels.observed) + texts[1]]
    let margin = indent + width + 3 + Self.width(shownBefore)
    lines =
      values + [
        String(repeating: " ", count: margin) + String(repeating: "^", count: mark)
      ]
    spokenLines = [(labels.expected, excerpt.expected), (labels.observed, excerpt.observed)].map {
      label, stretch in
      start(label) + Visible.text(excerpt.before + stretch + excerpt.after)
    }
  }

  /// One character with the cells that it takes.
  private typealias Cell = (text: String, width: Int)

  private static func width(_ cells: [Cell]) -> Int { cells.reduce(0) { $0 + $1.width } }

  /// As many of the first cells as fit; what does not fit leaves a gap.
  private static func beginning(of cells: [Cell], room: Int) -> [Cell] {
    if width(cells) <= room { return cells }
    var used = gap.count
    let fitting = cells.prefix { cell in
      used += cell.width
      return used <= room
    }
    return fitting + [(gap, gap.count)]
  }

  /// As many of the last cells as fit; what does not fit leaves a gap.
  private static func end(of cells: [Cell], room: Int) -> [Cell] {
    beginning(of: cells.reversed(), room: room).reversed()
  }

  /// Only what takes a certain number of cells on every terminal is shown as it is: ASCII, and what
  /// is wide everywhere. All else is spelled out, so that the mark stands where it belongs.
  private static func cells(_ text: String) -> [Cell] {
    text.unicodeScalars.map { scalar in
      let shown = Visible.text(String(scalar))
      if shown.utf8.count > 1, !scalar.isASCII, shown == String(scalar),
        DisplayWidth.of(shown) != 2
      {
        let spelled = "\\u{\(String(scalar.value, radix: 16))}"
        return (spelled, spelled.utf8.count)
      }
      return (shown, DisplayWidth.of(shown))
    }
  }
}
