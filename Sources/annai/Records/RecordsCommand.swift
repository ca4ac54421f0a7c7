import ArgumentParser
import DNS
import Localization
import Playbook
import Publishing
import Report
import Terminal

/// `annai records DOMAIN`: what a playbook asks for, as text or as a file for another tool; nobody
/// is asked, no server either.
struct RecordsCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "records", abstract: "command.records")

  @ArgumentParser.Argument(help: "argument.domain") var domain: String
  @Option(name: .long, help: "option.playbook") var playbook = "tencent-ses"
  @Option(name: .long, help: "option.answers") var answers: String?
  @Option(name: .customLong("set"), parsing: .singleValue, help: "option.set") var settings:
    [String] = []
  @Option(name: .long, help: "option.zone") var zone: String?
  @Option(name: .long, help: "option.host") var host: String?
  @Option(name: .long, help: "option.records-format") var format: RecordsFormat = .text
  @OptionGroup var global: GlobalOptions

  func run(in shell: Shell) async throws -> ExitStatus {
    let shelf = Shelf(shell)
    let playbook = try shelf.playbook(self.playbook)
    let given = try AnswerSheet(playbook: playbook, settings: settings, file: answers, shell)
    let sheet = try Self.sheet(
      of: domain, playbook, given.values, zone: zone, host: try await host(shelf.hosts))
    switch format {
    case .text: shell.print(RecordCards(sheet, shell.messages).blocks)
    case .file(let format):
      shell.output.write(try RecordFile(sheet, shell.messages).text(format))
    }
    return .done
  }

  /// What a playbook asks for at a domain, which is given as it was typed.
  static func sheet(
    of typed: String, _ playbook: Playbook, _ answers: [String: String], zone: String? = nil,
    host: DNSHost? = nil
  ) throws -> RecordSheet {
    let domain = try domain(typed)
    var values = answers
    if let input = playbook.domainInput { values[input.id] = domain.name.withoutFinalDot }
    let open = playbook.inputs.filter { input in
      input.isRequired && input.default == nil && values[input.id] == nil
    }
    guard open.isEmpty else {
      throw Failure(.inputNeeded, "error.input-needed", Failure.need(open.map(\.id)))
    }
    let zone = try zone.map { try Self.zone($0, of: domain.name) } ?? domain.registrableDomain
    return RecordSheet(
      try Plan.records(playbook, values, zone: zone), zone: zone, survey: nil, host: host)
  }

  /// The host whose form is wanted; without one the list is not even read.
  private func host(_ hosts: HostDirectory) async throws -> DNSHost? {
    guard let host else { return nil }
    return try await hosts.host(host)
  }

  private static func domain(_ typed: String) throws(Failure) -> SenderDomain {
    do {
      return try SenderDomain(typed)
    } catch {
      throw Failure(.usage, InputFault.domain(error))
    }
  }

  /// The zone that holds the domain: a name at or above it.
  private static func zone(_ typed: String, of domain: DNSName) throws(Failure) -> DNSName {
    guard let zone = try? DNSName(typed), zone != .root, domain.isSubdomain(of: zone) else {
      throw Failure(
        .usage, "record.zone-elsewhere",
        ["zone": .text(typed), "domain": .text(domain.withoutFinalDot)])
    }
    return zone
  }
}

/// How `annai records` prints.
enum RecordsFormat: ExpressibleByArgument, Equatable {
  /// Cards for people.
  case text
  /// A file for another tool.
  case file(ExportFormat)

  init?(argument: String) {
    if argument == "text" {
      self = .text
    } else if let format = ExportFormat(rawValue: argument) {
      self = .file(format)
    } else {
      return nil
    }
  }
}
