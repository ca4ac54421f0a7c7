import Foundation
import Localization
import Report
import Terminal

/// What every command works with: words, streams, surroundings.
struct Shell: Sendable {
  /// The words in the chosen language.
  private(set) var messages: Messages
  /// The folder that holds `Localizations` and `Playbooks`.
  let resources: URL
  /// The value of a variable of the process's environment.
  let environment: @Sendable (String) -> String?
  /// Whether a screen reader is at work: no colours, no drawn lines.
  let isAccessible: Bool
  /// Results.
  let output: Output
  /// Questions, progress and warnings.
  let dialogue: Output

  /// The same shell with the words of another language.
  func speaking(_ code: String) throws(Failure) -> Shell {
    do {
      let available = try ShippedLanguages(in: resources).all
      let choice = try LanguageChoice(flag: code, environment: { _ in nil }, available: available)
      var shell = self
      shell.messages = try Messages(language: choice.language, resources: resources)
      return shell
    } catch let error as LanguageError {
      throw Failure(error, available: (try? ShippedLanguages(in: resources).all) ?? [])
    } catch let error as ResourceError {
      throw Failure(error)
    } catch {
      throw Failure(.internalError, "usage.other", ["detail": .text("\(error)")])
    }
  }

  /// What each available language calls itself, with its code: `日本語 (ja)`.
  var languageNames: [String] {
    let available = (try? ShippedLanguages(in: resources).all) ?? []
    return available.compactMap { language in
      (try? Messages(language: language, resources: resources))
        .map { "\($0("language.name")) (\(language.code))" }
    }
  }

  /// Says a sentence on the dialogue stream.
  func say(_ key: MessageKey, _ arguments: [String: Argument] = [:]) {
    show([.paragraph(messages(key, arguments))])
  }

  /// Says what went wrong; gives the status that it ends with.
  func say(_ failure: Failure) -> ExitStatus {
    let message = messages(failure.key, failure.arguments)
    say("error.line", ["message": .text(message)])
    return failure.status
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
