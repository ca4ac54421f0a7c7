import ArgumentParser
import DNS
import Diagnosis
import Foundation
import Inspection
import Localization
import Playbook
import Practice
import Report
import Terminal
import Wizard

/// `annai check DOMAIN...`: look and explain, ask nothing.
struct CheckCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "command.check")

  @ArgumentParser.Argument(help: "argument.domains") var domains: [String]
  @Option(name: .long, help: "option.playbook") var playbook: String?
  @Option(name: .customLong("set"), parsing: .singleValue, help: "option.set") var answers:
    [String] =
      []
  @Option(name: .long, help: "option.format") var format: CheckFormat = .text
  @Flag(name: .long, help: "option.show-queries") var showQueries = false
  @Option(name: .long, help: "option.practice") var practice: String?
  @Option(name: .long, help: "option.save-case") var saveCase: String?
  @Option(name: .long, help: "option.nameservers") var nameservers: ConsoleServers?
  @OptionGroup var registration: RegistrationOptions
  @OptionGroup var global: GlobalOptions

  func run(in shell: Shell) async throws -> ExitStatus {
    if let saveCase { try checkCanSave(saveCase) }
    let shelf = Shelf(shell)
    let rehearsal = try practice.map { try Rehearsal(scenario: $0) }
    let playbook = try shelf.playbook(
      self.playbook ?? rehearsal?.scenario.playbook ?? "tencent-ses")
    try rehearsal?.requireFit(playbook)
    var given = try AnswerSheet(playbook: playbook, settings: answers, file: nil, shell)
    if let rehearsal { given.complete(with: rehearsal.proposals(for: playbook)) }
    try given.requireSoundKeys(for: playbook, shell.messages)
    let network = try NetworkSettings(
      global, registration: registration.inquiry(global, shell), hosts: shelf.hosts)
    var settings = rehearsal?.settings(network.settings) ?? network.settings
    settings.editedZone = nameservers.map { EditedZone(nameServers: $0.names) }
    let checker = try Checker(playbook: playbook, hosts: shelf.hosts, settings: settings)
    var worst = ExitStatus.done
    for typed in domains {
      let result: CheckResult
      if let domain = try? SenderDomain(typed) {
        try rehearsal?.add(checker.plan(domain, answers: given.values), for: domain.name)
        result = try await shell.waiting(
          "progress.checking", ["domain": .text(domain.name.withoutFinalDot)]
        ) { try await checker.check(domain, typed: typed, answers: given.values) }
      } else {
        result = checker.refuse(typed)
      }
      try format.print(result, shell, showsQueries: showQueries)
      if let saveCase { try save(result, at: saveCase, shell) }
      worst = ExitStatus.worse(worst, ExitStatus(result.verdict.status))
    }
    return worst
  }

  /// What is certain to fail is said before anybody waits.
  private func checkCanSave(_ file: String) throws(Failure) {
    guard domains.count == 1 else { throw Failure(.usage, "usage.save-case") }
    guard CaseFile.isFree(file) else { throw Failure(CaseFileError.exists, file: file) }
  }

  private func save(_ result: CheckResult, at file: String, _ shell: Shell) throws(Failure) {
    do {
      try CaseFile(result).save(at: file)
    } catch {
      throw Failure(error, file: file)
    }
    shell.say("notice.case-saved", ["file": .text(file)])
  }
}

/// How a check is printed.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, ndjson

  func print(_ result: CheckResult, _ shell: Shell, showsQueries: Bool) throws {
    switch self {
    case .text:
      shell.print(
        CheckText(result, shell.messages, clock: .local, showsQueries: showsQueries).blocks)
    case .json, .ndjson:
      let document = CheckDocument(
        result, shell.messages, clock: .local, showsQueries: showsQueries)
      shell.output.write(try JSONText.encode(document, pretty: self == .json))
    }
  }
}

extension ExitStatus {
  /// The status of one verdict.
  init(_ status: Verdict.Status) {
    switch status {
    case .verified: self = .done
    case .problems: self = .problems
    case .waiting: self = .waiting
    case .unknown: self = .notChecked
    }
  }

  /// The one that matters more: a problem, then what could not be checked, then waiting.
  static func worse(_ left: ExitStatus, _ right: ExitStatus) -> ExitStatus {
    let order: [ExitStatus] = [.problems, .notChecked, .waiting, .done]
    return order.first { $0 == left || $0 == right } ?? left
  }
}
