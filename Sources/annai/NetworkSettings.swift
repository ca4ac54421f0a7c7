import DNS
import Foundation
import Inspection
import Localization
import Playbook
import Resolution

/// Whom to ask: from options, the environment and the system.
struct NetworkSettings {
  let settings: Inspector.Settings

  init(_ options: GlobalOptions, _ shell: Shell, hostServers: [DNSHost]) throws {
    let environment = shell.environment
    let port = try Self.number(options.dnsPort, environment["ANNAI_DNS_PORT"], "ANNAI_DNS_PORT")
    var hints = RootHints.iana
    if let path = options.rootHints ?? environment["ANNAI_ROOT_HINTS"] {
      hints = try Self.hints(path)
    }
    settings = Inspector.Settings(
      resolvers: try Self.resolvers(options, environment), rootHints: hints,
      port: port ?? ServerAddress.standardPort,
      timeout: try Self.timeout(options, environment),
      hostServers: hostServers.flatMap(\.servers))
  }

  private static func resolvers(
    _ options: GlobalOptions, _ environment: [String: String]
  ) throws -> [ServerAddress] {
    if !options.server.isEmpty { return options.server }
    if let text = environment["ANNAI_SERVER"], !text.isEmpty {
      return try text.split(whereSeparator: { $0 == "," || $0.isWhitespace }).map { word in
        guard let server = ServerAddress(String(word)) else {
          throw Failure(
            .usage, "usage.invalid-value",
            ["value": .text(String(word)), "option": .text("ANNAI_SERVER")])
        }
        return server
      }
    }
    let system = (try? BoundedFile.text(at: "/etc/resolv.conf")) ?? ""
    let servers = ResolverConfiguration.servers(inResolvConf: system)
    return (servers + ResolverConfiguration.publicResolvers).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  private static func timeout(
    _ options: GlobalOptions, _ environment: [String: String]
  ) throws -> Duration {
    if let limit = options.timeout { return limit.duration }
    guard let text = environment["ANNAI_TIMEOUT"], !text.isEmpty else { return .seconds(8) }
    guard let limit = TimeLimit(argument: text) else {
      throw Failure(
        .usage, "usage.invalid-value", ["value": .text(text), "option": .text("ANNAI_TIMEOUT")])
    }
    return limit.duration
  }

  private static func number(
    _ option: UInt16?, _ text: String?, _ variable: String
  ) throws -> UInt16? {
    guard option == nil, let text, !text.isEmpty else { return option }
    guard let number = UInt16(text), number > 0 else {
      throw Failure(
        .usage, "usage.invalid-value", ["value": .text(text), "option": .text(variable)])
    }
    return number
  }

  private static func hints(_ path: String) throws -> RootHints {
    let text = try BoundedFile.text(at: path)
    do {
      return try RootHints(zoneText: text)
    } catch .unreadable(let fault) {
      throw Failure(
        .malformedFile, "error.root-hints", ["file": .text(path), "line": .integer(fault.line)])
    } catch .noServer {
      throw Failure(
        .malformedFile, "error.root-hints", ["file": .text(path), "line": .integer(1)])
    }
  }
}
