import Report
import Terminal

/// A played walkthrough as a page of a documentation.
struct WalkthroughMarkdown {
  /// The text, its last line ended.
  let text: String

  init(_ play: Play) {
    // The first thing shown is the title.
    var parts: [String] = []
    for scene in play.scenes {
      switch scene {
      case .shown(let blocks): parts.append(BlockMarkdown(blocks).text)
      case .happens(let blocks): parts.append(BlockMarkdown(blocks).text)
      case .typed(let prompt, let text):
        parts.append(BlockMarkdown([.verbatim("\(prompt)> \(text)")]).text)
      }
    }
    text =
      parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { Visible.text(String($0)) }.joined(separator: "\n") + "\n"
  }
}
