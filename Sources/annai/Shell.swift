import Foundation
import Localization
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
  /// Results.
  let output: Output
  /// Questions, progress and warnings.
  let dialogue: Output

  /// Says a sentence on the dialogue stream.
  func say(_ key: MessageKey, _ arguments: [String: Argument] = [:]) {
    dialogue.write(BlockPrinter(dialogue).text([.paragraph(messages(key, arguments))]))
  }
}
