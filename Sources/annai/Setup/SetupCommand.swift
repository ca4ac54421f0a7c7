import ArgumentParser
import DNS
import Foundation
import Playbook
import Practice
import Wizard

/// `annai setup [DOMAIN]`: the wizard.
struct SetupCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup", abstract: "command.setup")

  @ArgumentParser.Argument(help: "argument.domain") var domain: String?
  @Option(name: .long, help: "option.playbook") var playbook: String?
  @Option(name: .long, help: "option.answers") var answers: String?
  @Option(name: .customLong("set"), parsing: .singleValue, help: "option.set") var settings:
    [String] = []
  @Flag(name: .long, help: "option.no-input") var noInput = false
  @Option(name: .long, defaultAsFlag: "latest", help: "option.resume") var resume: String?
  @Option(name: .long, defaultAsFlag: "healthy", help: "option.practice") var practice: String?
  @Flag(name: .long, help: "option.show-queries") var showQueries = false
  @Flag(name: .long, help: "option.notify") var notify = false
  @Option(name: .long, help: "option.every") var every: TimeLimit?
  @OptionGroup var registration: RegistrationOptions
  @OptionGroup var global: GlobalOptions

  func run(in shell: Shell) async throws -> ExitStatus {
    try await run(in: shell, recordingTo: nil)
  }

  /// The same, written down as a walkthrough in a new file.
  func run(in shell: Shell, recordingTo file: String?) async throws -> ExitStatus {
    let shelf = Shelf(shell)
    let store = RunStore(environment: shell.environment)
    let saved = try resume.map { try store.load($0 == "latest" ? nil : $0) }
    let rehearsal = try (saved.map(\.practice) ?? practice).map { try Rehearsal(scenario: $0) }
    let playbook = try shelf.playbook(
      saved?.playbook ?? self.playbook ?? rehearsal?.scenario.playbook ?? "tencent-ses")
    try rehearsal?.requireFit(playbook)
    var sheet = try AnswerSheet(playbook: playbook, settings: settings, file: answers, shell)
    if let domain, let input = playbook.domainInput {
      sheet.set(input.id, domain, .flag)
    }
    if let rehearsal, noInput { sheet.complete(with: rehearsal.proposals(for: playbook)) }
    let journey =
      saved.map { Journey(resuming: $0, playbook: playbook) }
      ?? Journey.start(
        playbook, id: RunStore.newID(), practice: rehearsal?.scenario.id, at: Clock.now)
    let network = try NetworkSettings(
      global, registration: registration.inquiry(global, shell), hosts: shelf.hosts)
    let checker = try Checker(
      playbook: playbook, hosts: shelf.hosts,
      settings: rehearsal?.settings(network.settings) ?? network.settings)
    // A person gives the list time to be read; without one it is wanted at once.
    if noInput { _ = try await shelf.hosts.all } else { shelf.hosts.prepare() }
    var dialogue = Dialogue(
      shell: shell, journey: journey, store: store, sheet: sheet, checker: checker,
      rehearsal: rehearsal, prompter: try Prompter(shell, asks: !noInput),
      showsQueries: showQueries)
    dialogue.notifies = notify
    dialogue.roundSeconds = every.map { max(1, Int($0.duration / .seconds(1))) }
    if let file { try dialogue.record(to: file) }
    return try await dialogue.run()
  }
}

/// The time of this machine.
enum Clock {
  /// Seconds since 1970 UTC.
  static var now: Int { Int(Date().timeIntervalSince1970) }
}
