import DNS
import Foundation
import Inspection
import Localization
import Playbook
import Resolution

/// Whom to ask: from options, the environment and the system.
struct NetworkSettings {
  let settings: Inspector.Settings

  init(
    _ options: GlobalOptions, registration: RegistrationInquiry = RegistrationInquiry(),
    hosts: HostDirectory? = nil
  ) throws {
    try self.init(
      servers: options.server, rootHints: options.rootHints, port: options.dnsPort,
      timeout: options.timeout?.duration, registration: registration, hosts: hosts)
  }

  /// What nobody chose is as usual.
  init(
    servers: [ServerAddress] = [], rootHints: String? = nil, port: UInt16? = nil,
    timeout: Duration? = nil, registration: RegistrationInquiry = RegistrationInquiry(),
    hosts: HostDirectory? = nil
  ) throws {
    var hints = RootHints.iana
    if let rootHints { hints = try Self.hints(rootHints) }
    var settings = Inspector.Settings(
      resolvers: servers.isEmpty ? Self.resolvers : servers, rootHints: hints,
      port: port ?? ServerAddress.standardPort, timeout: timeout ?? .seconds(8),
      // A list that cannot be read is named when a host is to be recognised.
      hostServers: { (try? await hosts?.all.flatMap(\.servers)) ?? [] },
      registration: registration)
    // Whoever names resolvers believes them.
    if servers.isEmpty { settings.ownResolvers = Self.ownResolvers }
    self.settings = settings
  }

  /// Those of this machine, and two public ones.
  private static var resolvers: [ServerAddress] {
    (ownResolvers + ResolverConfiguration.publicResolvers).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  /// Those of this machine.
  private static var ownResolvers: [ServerAddress] {
    let system = (try? BoundedFile.text(at: "/etc/resolv.conf")) ?? ""
    return ResolverConfiguration.servers(inResolvConf: system)
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
