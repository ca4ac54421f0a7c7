import Foundation
import Localization
import Playbook

/// A yes or a no in the words of any of the languages: who sees `yes` and `no` as the options of a
/// question answers as people speak.
enum YesOrNo {
  /// The option that was meant; nil when it is none, or the question has no such options.
  static func option(_ typed: String, of input: Input, _ shell: Shell) -> String? {
    guard input.kind == .choice, Set(input.options) == ["yes", "no"] else { return nil }
    let word = typed.trimmed.precomposedStringWithCompatibilityMapping.lowercased()
    let languages = (try? ShippedLanguages(in: shell.resources).all) ?? []
    for language in languages {
      guard let messages = try? Messages(language: language, resources: shell.resources) else {
        continue
      }
      if words(messages("wizard.yes-words")).contains(word) { return "yes" }
      if words(messages("wizard.no-words")).contains(word) { return "no" }
    }
    return nil
  }

  private static func words(_ list: String) -> [String] {
    list.split(separator: ",").map { String($0).trimmed }
  }
}
