import ArgumentParser
import Foundation
import Localization
import Report
import Resolution
import Terminal

/// From the arguments to a command in a shell, and from whatever goes wrong to a clear end.
struct Program {
  /// The version that `--version` prints.
  static let version = "0.1.0"

  private let arguments: [String]
  private let environment: @Sendable (String) -> String? = ProcessEnvironment.value
  /// What a lookup waits with; nil for a thread of its own.
  private var readiness: Readiness?

  init(arguments: [String]) {
    let ordered = ArgumentOrder.commandFirst(arguments)
    let hasMore = ProcessEnvironment.hasVariable(beginning: "ANNAI_")
    self.arguments = ArgumentOrder.valuesApart(
      hasMore ? EnvironmentOptions.complete(ordered, environment) : ordered)
  }

  /// The same program on this thread alone; nil when the machine gives no pipe to wait with.
  func runHere() -> ExitStatus? {
    try? CallingThread.run { readiness in
      var program = self
      program.readiness = readiness
      return await program.run()
    }
  }

  /// Whether it is over before threads of its own would pay.
  var isShort: Bool { isLookup || isVersion }

  private var isVersion: Bool { arguments.first == "--version" }

  func run() async -> ExitStatus {
    if isVersion {
      Output(fileDescriptor: 1, color: .never, environment: environment)
        .write("annai \(Self.version)\n")
      return .done
    }
    do throws(ResourceError) {
      let resources = try ResourceRoot.find(environment: environment)
      return await run(with: resources, try ShippedLanguages(in: resources))
    } catch {
      return LastWords.say(error)
    }
  }

  private func run(with resources: URL, _ languages: ShippedLanguages) async -> ExitStatus {
    var unknown: LanguageError?
    var choice: LanguageChoice?
    do {
      choice = try LanguageChoice(
        flag: value(of: "--lang"), environment: environment, available: languages.all)
    } catch {
      unknown = error
    }
    let messages: Messages
    do {
      messages = try languages.messages(in: choice?.language ?? fallback(languages.all))
      // A lookup that succeeds says nothing, and reading the words would be half of its time.
      if !isLookup { try messages.read() }
    } catch {
      // English may still be sound, and can say more than the last words.
      guard let english = try? Messages(language: .english, resources: resources) else {
        return LastWords.say(error)
      }
      return shell(english, resources).say(Failure(error))
    }
    let shell = self.shell(messages, resources)
    if let unknown { return shell.say(Failure(unknown, available: languages.all)) }
    if case .unsupportedCharset(let charset)? = choice?.notice {
      shell.say("notice.charset", ["charset": .text(charset)])
    }
    return await runCommand(shell)
  }

  /// `dig` has a grammar of its own, and the argument parser would take half of its time.
  private var isLookup: Bool { arguments.first == "dig" }

  private func runCommand(_ shell: Shell) async -> ExitStatus {
    if let page = HelpPage(arguments: arguments) {
      shell.print(page.blocks(shell.messages))
      return .done
    }
    do {
      if isLookup {
        return try await DigCommand(words: Array(arguments.dropFirst()), readiness).run(in: shell)
      }
      let command = try AnnaiCommand.parseAsRoot(arguments)
      guard let command = command as? any ShellCommand else {
        return shell.say(Failure(.usage, "usage.command"))
      }
      return try await command.run(in: shell)
    } catch let failure as Failure {
      return shell.say(failure)
    } catch let error as ResourceError {
      return shell.say(Failure(error))
    } catch {
      return shell.say(Failure(usage: AnnaiCommand.message(for: error)))
    }
  }

  private func shell(_ messages: Messages, _ resources: URL) -> Shell {
    // `ACCESSIBLE` is what other programs look at too.
    let isAccessible =
      arguments.contains("--accessible") || environment("ACCESSIBLE")?.isEmpty == false
    let color = isAccessible ? .never : ColorChoice(rawValue: value(of: "--color") ?? "") ?? .auto
    return Shell(
      messages: messages, resources: resources, environment: environment,
      isAccessible: isAccessible,
      output: Output(fileDescriptor: 1, color: color, environment: environment),
      dialogue: Output(fileDescriptor: 2, color: color, environment: environment))
  }

  /// The language for saying that the wanted one is unknown: what the system's locale asks for.
  private func fallback(_ available: [Language]) -> Language {
    let locale = { @Sendable [environment] name in name == "ANNAI_LANG" ? nil : environment(name) }
    return (try? LanguageChoice(flag: nil, environment: locale, available: available))?
      .language ?? .english
  }

  /// The value of an option that is needed before the command line is understood as a whole.
  private func value(of option: String) -> String? {
    let before = arguments.prefix { $0 != "--" }
    if let joined = before.last(where: { $0.hasPrefix(option + "=") }) {
      return String(joined.dropFirst(option.count + 1))
    }
    if let index = before.lastIndex(of: option), index + 1 < before.count {
      return before[index + 1]
    }
    return nil
  }
}
