import ArgumentParser
import Foundation
import Localization
import Playbook
import Report
import Terminal

/// `annai playbook`: which mail services there are, what one of them asks for, and whether a file
/// is right.
struct PlaybookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "playbook", abstract: "command.playbook",
    subcommands: [List.self, Show.self, Render.self, Check.self], defaultSubcommand: List.self)

  /// How it is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  /// `annai playbook list`: every playbook with the service it is for.
  struct List: ShellCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "command.playbook.list")
    @Option(name: .long, help: "option.list-format") var format: ListFormat = .text
    @OptionGroup var global: GlobalOptions

    func run(in shell: Shell) async throws -> ExitStatus {
      let shelf = Shelf(shell)
      let playbooks = try shelf.ids().map { try shelf.playbook($0) }
      switch format {
      case .text: shell.print(playbooks.flatMap { PlaybookOutline($0, shell.messages).entry })
      case .json:
        let document = PlaybookListDocument(playbooks, shell.messages)
        shell.output.write(try JSONText.encode(document, pretty: true))
      case .html: shell.output.write(GuideListHTML(playbooks, shell.messages).text)
      }
      return .done
    }
  }

  /// `annai playbook show ID`: the questions, the records and the steps of one playbook.
  struct Show: ShellCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "command.playbook.show")
    @ArgumentParser.Argument(help: "argument.playbook") var id: String
    @Option(name: .long, help: "option.playbook-format") var format: Format = .text
    @OptionGroup var global: GlobalOptions

    func run(in shell: Shell) async throws -> ExitStatus {
      let playbook = try Shelf(shell).playbook(id)
      switch format {
      case .text: shell.print(PlaybookOutline(playbook, shell.messages).blocks)
      case .json:
        let document = PlaybookDocument(playbook, PlaybookWords(playbook, shell.messages))
        shell.output.write(try JSONText.encode(document, pretty: true))
      }
      return .done
    }
  }

  /// `annai playbook check FILE...`: every mistake in the files and in their tables at once.
  struct Check: ShellCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "command.playbook.check")
    @ArgumentParser.Argument(help: "argument.playbook-files") var files: [String]
    @Option(name: .long, help: "option.playbook-format") var format: Format = .text
    @OptionGroup var global: GlobalOptions

    func run(in shell: Shell) async throws -> ExitStatus {
      var checked: [URL: [TableProblem]] = [:]
      let results = try files.map {
        try PlaybookCheck(file: $0, resources: shell.resources, checked: &checked)
      }
      let problems = results.flatMap(\.problems)
      try PlaybookCheckReport(
        schema: "annai.playbook-check/1", files: files, problems: problems
      ).print(format, shell)
      return results.contains(where: \.isUnreadable)
        ? .unreadableFile : problems.isEmpty ? .done : .malformedFile
    }
  }
}
