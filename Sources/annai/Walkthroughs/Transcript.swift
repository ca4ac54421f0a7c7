import Localization
import Report
import Terminal

/// A played walkthrough as a person would have seen it on a terminal.
struct Transcript {
  /// The text, its last line ended.
  let text: String

  init(_ play: Play, _ shell: Shell) {
    let printer = BlockPrinter(shell.output, isAccessible: shell.isAccessible)
    var text = ""
    for scene in play.scenes {
      switch scene {
      case .shown, .happens: text += printer.text(scene.blocks)
      case .typed(let prompt, let typed): text += Visible.text("\(prompt)> \(typed)") + "\n"
      }
    }
    text += "\n" + play.complaints.map { Visible.text($0) + "\n" }.joined()
    self.text = text + printer.text([.paragraph(play.summary)])
  }
}
