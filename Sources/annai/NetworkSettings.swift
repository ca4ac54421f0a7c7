import DNS
import Foundation
import Inspection
import Localization
import Playbook
import Resolution

/// Whom to ask: from options, the environment and the system.
///
/// What nobody chose is looked up when it is wanted: a lookup at a named server needs none of it.
struct NetworkSettings {
  /// The port of every server that a delegation leads to.
  let port: UInt16
  /// One time limit for everything that is asked.
  let timeout: Duration
  private let servers: [ServerAddress]
  private let hints: RootHints?
  private let registration: RegistrationInquiry
  private let hosts: HostDirectory?

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
    self.servers = servers
    self.port = port ?? ServerAddress.standardPort
    self.timeout = timeout ?? .seconds(8)
    self.registration = registration
    self.hosts = hosts
    hints = try rootHints.map(Self.hints)
  }

  /// Where traces begin.
  var rootHints: RootHints { hints ?? .iana }

  /// The named resolvers, or those of this machine and two public ones.
  var resolvers: [ServerAddress] { servers.isEmpty ? Self.usual(Self.ownResolvers) : servers }

  /// What a whole look at a domain is made with.
  var settings: Inspector.Settings {
    // Whoever names resolvers believes them.
    let own = servers.isEmpty ? Self.ownResolvers : []
    var settings = Inspector.Settings(
      resolvers: servers.isEmpty ? Self.usual(own) : servers, rootHints: rootHints, port: port,
      timeout: timeout,
      // A list that cannot be read is named when a host is to be recognised.
      hostServers: { [hosts] in (try? await hosts?.all.flatMap(\.servers)) ?? [] },
      registration: registration)
    settings.ownResolvers = own
    return settings
  }

  private static func usual(_ own: [ServerAddress]) -> [ServerAddress] {
    (own + ResolverConfiguration.publicResolvers).reduce(into: []) {
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
