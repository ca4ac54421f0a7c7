/// Real DNS servers on loopback: NSD for the root, the top-level domains and two servers of a DNS
/// host, BIND as the resolver, all on one free port and without privileges.
///
/// On demand dnsdist stands in front of the servers and does harm, or zones are signed and Unbound
/// validates.
///
/// Everything ends with `stop()`, with the last reference, and with this process, however it ends.
public final class Lab: Sendable {
  /// The port of all servers, UDP and TCP.
  public let port: UInt16
  /// The addresses of the authoritative servers.
  public let addresses: LabAddresses
  /// The temporary folder, gone after `stop()`.
  public let folder: String

  let bench: Bench

  /// Starts the servers and waits until each one serves each of its zones, at most `limit`.
  ///
  /// Labs may run side by side: each takes its own port. `block` is the third octet of the
  /// authoritative addresses, 127.53.`block`.1 to .6. With `faults`, dnsdist is put in front of all
  /// of them and of the resolver. In a `validating` lab zones are signed as each one says, com
  /// included, and there is a `validator`.
  public init(
    zones: @Sendable (LabAddresses) -> [LabZone] = LabZone.standard, block: UInt8 = 10,
    faults: [LabFault] = [], validating: Bool = false, within limit: Duration = .seconds(20)
  ) async throws {
    let addresses = LabAddresses(block: block)
    let deadline = ContinuousClock.now + limit
    bench = try await Bench.started(
      zones(addresses), addresses: addresses,
      options: Bench.Options(faults: faults, validating: validating), until: deadline)
    port = bench.configuration.port
    folder = bench.configuration.folder
    self.addresses = addresses
  }

  deinit { stop() }

  /// Starts a lab, lends it to `body` and stops it, also when `body` throws.
  @discardableResult
  public static func run<Result>(
    zones: @Sendable (LabAddresses) -> [LabZone] = LabZone.standard, block: UInt8 = 10,
    faults: [LabFault] = [], validating: Bool = false, _ body: (Lab) async throws -> Result
  ) async throws -> Result {
    let lab = try await Lab(zones: zones, block: block, faults: faults, validating: validating)
    defer { lab.stop() }
    return try await body(lab)
  }

  /// The address and port of the recursive resolver, through dnsdist in a lab with faults.
  public var resolver: (address: String, port: UInt16) {
    (bench.configuration.isFronted ? addresses.resolverFront : addresses.resolver, port)
  }
  /// The address and port of the resolver that validates; nil unless the lab does.
  public var validator: (address: String, port: UInt16)? {
    bench.signer == nil ? nil : (addresses.validator, port)
  }
  /// The path of a file of root hints that leads to this lab's root.
  public var rootHints: String { "\(folder)/root.hints" }
  /// The address of the root server.
  public var root: String { addresses.root }
  /// The address of the top-level domains' server.
  public var tld: String { addresses.tld }
  /// The address of the DNS host's first server.
  public var authoritative1: String { addresses.authoritative1 }
  /// The address of the DNS host's second server.
  public var authoritative2: String { addresses.authoritative2 }

  /// The records that a zone has now on the first server of `place`, without the SOA.
  public func records(_ name: String, on place: LabPlace = .both) throws -> String {
    try bench.zone(name, on: place.servers[0]).records
  }

  /// Replaces the records of a zone, SOA aside, and waits until the raised serial is served.
  ///
  /// A zone that is new to a server is added, for which that server is started anew.
  public func setZone(
    _ name: String, on place: LabPlace = .both, records: String
  ) async throws {
    for server in place.servers { try await bench.set(name, on: server, records: records) }
  }

  /// Empties the caches of the resolver and the validator.
  public func flushResolver() async throws { try await bench.restartResolvers() }

  /// Ends all servers and removes the folder; further calls do nothing.
  public func stop() { bench.stop() }
}
