import Foundation
import Localization
import Report
import Terminal

/// A played walkthrough as a recording, asciicast v3: a header, then one event a line, each with
/// the seconds since the event before it.
struct Asciicast {
  /// The lines, each ended.
  let text: String

  /// Seconds before something is shown, before a person begins to type, and for each letter.
  private static let pauses = (show: 0.6, think: 1.0, letter: 0.06)
  private static let rows = 24

  private struct Header: Encodable {
    struct Terminal: Encodable {
      let cols: Int
      let rows: Int
    }
    let version = 3
    let term: Terminal
    let title: String
  }

  init(_ play: Play, _ shell: Shell) throws {
    let printer = BlockPrinter(shell.output, isAccessible: shell.isAccessible)
    let header = Header(
      term: Header.Terminal(cols: BlockPrinter.widest, rows: Self.rows), title: play.title)
    var lines = [try JSONText.encode(header, pretty: false)]
    for scene in play.scenes {
      switch scene {
      case .shown, .happens:
        lines.append(try Self.output(printer.text(scene.blocks), after: Self.pauses.show))
      case .typed(let prompt, let typed):
        lines.append(try Self.output(Visible.text("\(prompt)> "), after: Self.pauses.show))
        for (index, letter) in Visible.text(typed).enumerated() {
          let pause = index == 0 ? Self.pauses.think : Self.pauses.letter
          lines.append(try Self.output(String(letter), after: pause))
        }
        lines.append(try Self.output("\n", after: Self.pauses.think))
      }
    }
    lines.append(
      try Self.event(after: Self.pauses.show, "x", String(play.unmet.isEmpty ? 0 : 1)))
    text = lines.joined()
  }

  /// What a terminal is sent: it needs a carriage return at each line break.
  private static func output(_ text: String, after pause: Double) throws -> String {
    try event(after: pause, "o", text.replacing("\n", with: "\r\n"))
  }

  private static func event(after pause: Double, _ code: String, _ data: String) throws -> String {
    let encoded = try JSONText.encode([code, data], pretty: false)
    return "[\(pause)," + encoded.dropFirst()
  }
}
