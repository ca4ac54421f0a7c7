import ArgumentParser
import DNS
import Localization
import MailAuth
import Report
import Terminal

/// `annai spf DOMAIN`: whether an address may send for a domain, and what its SPF record comes to.
struct SPFCommand: ShellCommand {
  static let configuration = CommandConfiguration(commandName: "spf", abstract: "command.spf")

  @ArgumentParser.Argument(help: "argument.spf-domain") var domain: String
  @Option(name: .long, help: "option.ip") var ip: IPAddress?
  @Option(name: .long, help: "option.sender") var sender: String?
  @Option(name: .long, help: "option.helo") var helo: String?
  @Option(name: .long, help: "option.add-include") var addInclude: String?
  @Option(name: .long, help: "option.spf-format") var format: SPFFormat = .text
  @OptionGroup var global: GlobalOptions

  func run(in shell: Shell) async throws -> ExitStatus {
    if ip == nil, sender != nil || helo != nil { throw Failure(.usage, "usage.spf-address") }
    let examiner = try SPFExaminer(NetworkSettings(global).settings)
    let (name, sender) = (try Self.name(domain), try ip.map { try query($0) })
    let include = try addInclude.map(Self.include)
    let report = await shell.waiting(
      "progress.checking", ["domain": .text(name.withoutFinalDot)]
    ) { await examiner.report(on: name, sender: sender, adding: include) }
    switch format {
    case .text: shell.print(SPFText(report, shell.messages).blocks)
    case .json: shell.output.write(try JSONText.encode(SPFDocument(report), pretty: true))
    }
    return ExitStatus(report.standing)
  }

  private func query(_ address: IPAddress) throws -> SPFQuery {
    SPFQuery(
      domain: try Self.name(domain).withoutFinalDot, address: address,
      sender: try sender.map(Self.mailbox), helo: helo, time: Int64(Clock.now))
  }

  private static func name(_ typed: String) throws(Failure) -> DNSName {
    do {
      return try DNSName(internationalized: typed)
    } catch {
      throw Failure(.usage, "error.dig-name", ["name": .text(typed)])
    }
  }

  /// RFC 7208 §4.3: the domain of the sender in A-labels, as the macros want it.
  private static func mailbox(_ typed: String) throws(Failure) -> String {
    guard let at = typed.lastIndex(of: "@") else { return try name(typed).withoutFinalDot }
    let host = String(typed[typed.index(after: at)...])
    return typed[...at] + (try name(host).withoutFinalDot)
  }

  private static func include(_ typed: String) throws(Failure) -> (DNSName, DomainSpec) {
    let name = try name(typed)
    do {
      return (name, try DomainSpec(name))
    } catch {
      throw Failure(.usage, "usage.spf-include", ["name": .text(typed)])
    }
  }
}

/// How a report is printed.
enum SPFFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

extension ExitStatus {
  /// A pass or a sound record is done; what could not be found out is no problem.
  fileprivate init(_ standing: SPFReport.Standing) {
    switch standing {
    case .sound: self = .done
    case .problems: self = .problems
    case .unknown: self = .notChecked
    }
  }
}

extension IPAddress: ExpressibleByArgument {
  /// An IPv4 or IPv6 address.
  public init?(argument: String) { self.init(argument) }
}
