import ArgumentParser
import Foundation
import Localization
import Report
import Terminal

/// From the arguments to a command in a shell, and from whatever goes wrong to a clear end.
struct Program {
  /// The version that `--version` prints.
  static let version = "0.1.0"

  private let arguments: [String]
  private let environment: [String: String]

  init(
    arguments: [String], environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.arguments = ArgumentOrder.commandFirst(arguments)
    self.environment = environment
  }

  func run() async -> ExitStatus {
    let resources: URL
    let available: [Language]
    do {
      resources = try ResourceRoot.find(environment: environment)
      available = try Messages.languages(in: resources)
    } catch {
      return LastWords.say(error)
    }
    if arguments == ["--version"] {
      Output(fileDescriptor: 1, color: .never, environment: environment)
        .write("annai \(Self.version)\n")
      return .done
    }
    var unknown: LanguageError?
    var choice: LanguageChoice?
    do {
      choice = try LanguageChoice(
        flag: languageFlag, environment: environment, available: available)
    } catch {
      unknown = error
    }
    let messages: Messages
    do {
      messages = try Messages(language: choice?.language ?? fallback(available), resources: resources)
    } catch {
      return LastWords.say(error)
    }
    let shell = self.shell(messages, resources)
    if case .unknownLanguage(let typed, let suggestion)? = unknown {
      return end(shell, Failure(typed: typed, suggestion: suggestion, available: available))
    }
    if case .unsupportedCharset(let charset)? = choice?.notice {
      shell.say("notice.charset", ["charset": .text(charset)])
    }
    return await runCommand(shell)
  }

  private func runCommand(_ shell: Shell) async -> ExitStatus {
    if let page = HelpPage(arguments: arguments) {
      shell.output.write(BlockPrinter(shell.output).text(page.blocks(shell.messages)))
      return .done
    }
    do {
      let command = try AnnaiCommand.parseAsRoot(arguments)
      guard let command = command as? any ShellCommand else {
        return end(shell, Failure(.usage, "usage.command"))
      }
      return try await command.run(in: shell)
    } catch let failure as Failure {
      return end(shell, failure)
    } catch let error as ResourceError {
      return end(shell, Failure(error))
    } catch {
      return end(shell, Failure(usage: AnnaiCommand.message(for: error)))
    }
  }

  private func end(_ shell: Shell, _ failure: Failure) -> ExitStatus {
    let message = shell.messages(failure.key, failure.arguments)
    let text = shell.messages("error.line", ["message": .text(message)])
    shell.dialogue.write(BlockPrinter(shell.dialogue).text([.paragraph(text)]))
    return failure.status
  }

  private func shell(_ messages: Messages, _ resources: URL) -> Shell {
    let color = ColorChoice(rawValue: value(of: "--color", "ANNAI_COLOR") ?? "") ?? .auto
    return Shell(
      messages: messages, resources: resources, environment: environment,
      output: Output(fileDescriptor: 1, color: color, environment: environment),
      dialogue: Output(fileDescriptor: 2, color: color, environment: environment))
  }

  private var languageFlag: String? { value(of: "--lang", nil) }

  /// The language for saying that the wanted one is unknown: what the system's locale asks for.
  private func fallback(_ available: [Language]) -> Language {
    let environment = environment.filter { $0.key != "ANNAI_LANG" }
    return (try? LanguageChoice(flag: nil, environment: environment, available: available))?
      .language ?? .english
  }

  /// The value of an option that is needed before the command line is understood as a whole.
  private func value(of option: String, _ variable: String?) -> String? {
    let before = arguments.prefix { $0 != "--" }
    if let joined = before.last(where: { $0.hasPrefix(option + "=") }) {
      return String(joined.dropFirst(option.count + 1))
    }
    if let index = before.lastIndex(of: option), index + 1 < before.count {
      return before[index + 1]
    }
    return variable.flatMap { environment[$0] }
  }
}

extension Failure {
  fileprivate init(typed: String, suggestion: Language?, available: [Language]) {
    let codes = Argument.list(available.map(\.code))
    if let suggestion {
      self.init(
        .usage, "error.language-suggestion",
        ["typed": .text(typed), "suggestion": .text(suggestion.code), "codes": codes])
    } else {
      self.init(.usage, "error.language-unknown", ["typed": .text(typed), "codes": codes])
    }
  }
}
