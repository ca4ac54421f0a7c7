import ArgumentParser

/// The program: `annai [DOMAIN]` is `annai setup [DOMAIN]`.
struct AnnaiCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annai", abstract: "command.annai",
    subcommands: [
      SetupCommand.self, CheckCommand.self, DiagnoseCommand.self, DigCommand.self, SPFCommand.self,
      ExplainCommand.self, PlaybookCommand.self, WalkthroughCommand.self, RecordsCommand.self,
      PracticeCommand.self,
    ],
    defaultSubcommand: SetupCommand.self)
}

/// A command that works in a shell and ends with a status.
protocol ShellCommand: ParsableCommand {
  var global: GlobalOptions { get }
  func run(in shell: Shell) async throws -> ExitStatus
}
