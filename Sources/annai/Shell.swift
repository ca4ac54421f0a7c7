import Foundation
import Localization
import Report
import Report
import Terminal

/// What every command works with: words, streams, surroundings.
struct Shell: Sendable {
  /// The words in the chosen language.
  let messages: Messages
  /// The folder that holds `Localizations` and `Playbooks`.
  let resources: URL
  /// The environment of the process.
  let environment: [String: String]
  /// Whether a screen reader is at work: no colours, no drawn lines.
  let isAccessible: Bool
  /// Results.
  let output: Output
  /// Questions, progress and warnings.
  let dialogue: Output

  /// Says a sentence on the dialogue stream.
  func say(_ key: MessageKey, _ arguments: [String: Argument] = [:]) {
    show([.paragraph(messages(key, arguments))])
  }

  /// Shows blocks on the dialogue stream.
  func show(_ blocks: [Block]) {
    dialogue.write(BlockPrinter(dialogue, isAccessible: isAccessible).text(blocks))
  }

  /// Prints blocks as a result.
  func print(_ blocks: [Block]) {
    output.write(BlockPrinter(output, isAccessible: isAccessible).text(blocks))
  }
}
