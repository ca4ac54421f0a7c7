import ArgumentParser
import DNS
import Localization
import Practice
import Report
import Terminal

/// `annai practice`: the embedded world.
struct PracticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice", abstract: "command.practice",
    subcommands: [List.self, Serve.self], defaultSubcommand: List.self)

  /// `annai practice list`: the scenarios.
  struct List: ShellCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "command.practice.list")
    @OptionGroup var global: GlobalOptions

    func run(in shell: Shell) async throws -> ExitStatus {
      let blocks = Scenario.all.flatMap { scenario -> [Block] in
        [
          .verbatim(scenario.id, indent: 0),
          .paragraph(shell.messages(MessageKey("practice.\(scenario.id).title")), indent: 4),
          .paragraph(shell.messages(MessageKey("practice.\(scenario.id).story")), indent: 4),
        ]
      }
      shell.print(blocks)
      return .done
    }
  }

  /// `annai practice serve [SCENARIO]`: lets other tools ask the world.
  struct Serve: ShellCommand {
    static let configuration = CommandConfiguration(
      commandName: "serve", abstract: "command.practice.serve")
    @ArgumentParser.Argument(help: "argument.scenario") var scenario = "healthy"
    @OptionGroup var global: GlobalOptions

    func run(in shell: Shell) async throws -> ExitStatus {
      guard let scenario = Scenario(id: scenario) else {
        throw Failure(
          .usage, "error.unknown-scenario",
          ["id": .text(self.scenario), "ids": .list(Scenario.all.map(\.id))])
      }
      let world = try Rehearsal.world(scenario, port: global.dnsPort ?? 0)
      defer { world.close() }
      do {
        try world.serve(scenario.domain)
      } catch {
        throw Failure(.internalError, "error.practice-world", ["reason": .text("\(error)")])
      }
      world.addRecords(scenario.records)
      let rows = world.servers.map { server in
        Block.Row(
          .plain,
          [
            server.role.rawValue, server.name?.withoutFinalDot ?? "-",
            "\(server.address)#\(world.port)",
          ])
      }
      let example =
        "dig -p \(world.port) @\(world.resolver.address) MX \(scenario.domain.withoutFinalDot)"
      let registered = PublicSuffixList.registrableDomain(of: scenario.domain) ?? scenario.domain
      let registration = "curl \(world.registryService)domain/\(registered.withoutFinalDot)"
      shell.print([
        .table(rows), .space, .verbatim(example, indent: 0),
        .verbatim(registration, indent: 0), .space,
      ])
      shell.say("practice.serving")
      return ExitStatus(rawValue: 128 + Signals.wait()) ?? .interrupted
    }
  }
}
