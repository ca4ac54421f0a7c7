import ArgumentParser
import Foundation
import Localization
import Playbook
import Report
import Terminal

/// `annai walkthrough`: runs of playbooks that are written down, played and compared with what was
/// expected.
struct WalkthroughCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "walkthrough", abstract: "command.walkthrough",
    subcommands: [List.self, Run.self, Check.self, Record.self], defaultSubcommand: List.self)

  /// `annai walkthrough list`: those that come with the program.
  struct List: ShellCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "command.walkthrough.list")
    @OptionGroup var global: GlobalOptions

    func run(in shell: Shell) async throws -> ExitStatus {
      let shelf = WalkthroughShelf(shell)
      for id in try shelf.ids() {
        let walkthrough = try shelf.walkthrough(shelf.path(id))
        let title = shell.messages(MessageKey(walkthrough.title))
        shell.print([.verbatim(id, indent: 0), .paragraph(title, indent: 4)])
      }
      return .done
    }
  }

  /// `annai walkthrough run FILE...`: plays them and says what was not as expected.
  struct Run: ShellCommand {
    static let configuration = CommandConfiguration(
      commandName: "run", abstract: "command.walkthrough.run")
    @ArgumentParser.Argument(help: "argument.walkthroughs") var files: [String]
    @Option(name: .long, help: "option.walkthrough-format") var format: WalkthroughFormat = .text
    @Flag(name: .long, help: "option.all-languages") var allLanguages = false
    @Option(name: .customLong("set"), parsing: .singleValue, help: "option.walkthrough-set")
    var settings: [String] = []
    @OptionGroup var registration: RegistrationOptions
    @OptionGroup var global: GlobalOptions

    func run(in shell: Shell) async throws -> ExitStatus {
      let shelf = WalkthroughShelf(shell)
      let shells = try languages(shell)
      if format == .asciicast, files.count * shells.count > 1 {
        throw Failure(.usage, "usage.asciicast")
      }
      let books = Shelf(shell)
      let settings = try NetworkSettings(
        global, registration: registration.inquiry(global, shell), hosts: books.hosts)
      let network = Stage.Network(shelf: books, settings: settings.settings)
      var plays: [Play] = []
      for file in files {
        let path = shelf.path(file)
        let walkthrough = try shelf.walkthrough(path)
        for shell in shells {
          var walk = try Walk(
            walkthrough, file: path, given: self.settings, network: network, shell)
          try await walk.run()
          plays.append(Play(walk, file: path))
        }
      }
      shell.output.write(try format.text(plays, shell))
      return plays.allSatisfy { $0.unmet.isEmpty } ? .done : .problems
    }

    private func languages(_ shell: Shell) throws -> [Shell] {
      guard allLanguages else { return [shell] }
      return try ShippedLanguages(in: shell.resources).all.map { try shell.speaking($0.code) }
    }
  }

  /// `annai walkthrough check FILE...`: every mistake in the files at once; nothing is played.
  struct Check: ShellCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "command.walkthrough.check")
    @ArgumentParser.Argument(help: "argument.walkthroughs") var files: [String]
    @Option(name: .long, help: "option.playbook-format") var format: PlaybookCommand.Format = .text
    @OptionGroup var global: GlobalOptions

    func run(in shell: Shell) async throws -> ExitStatus {
      let shelf = WalkthroughShelf(shell)
      var problems: [PlaybookProblem] = []
      var isUnreadable = false
      for file in files {
        let path = shelf.path(file)
        do {
          _ = try Walkthrough.read(path, vocabulary: shelf.vocabulary(beside: path))
        } catch .malformed(let faults) {
          problems += faults.faults.map { PlaybookProblem($0, in: file) }
        } catch {
          isUnreadable = true
          problems.append(PlaybookProblem(unreadable: file))
        }
      }
      try PlaybookCheckReport(
        schema: "annai.walkthrough-check/1", files: files, problems: problems
      ).print(format, shell)
      return isUnreadable ? .unreadableFile : problems.isEmpty ? .done : .malformedFile
    }
  }

  /// `annai walkthrough record FILE`: the wizard, with everything written down as a walkthrough.
  struct Record: ShellCommand {
    static let configuration = CommandConfiguration(
      commandName: "record", abstract: "command.walkthrough.record")
    @ArgumentParser.Argument(help: "argument.record") var file: String
    @OptionGroup var setup: SetupCommand
    var global: GlobalOptions { setup.global }

    func run(in shell: Shell) async throws -> ExitStatus {
      try await setup.run(in: shell, recordingTo: file)
    }
  }
}
