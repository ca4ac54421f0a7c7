/// The loopback addresses of a lab's servers.
public struct LabAddresses: Sendable {
  /// The server of the root zone.
  public let root: String
  /// The server of the top-level domains.
  public let tld: String
  /// The first server of the DNS host, `f1g1ns1.dnspod.net`.
  public let authoritative1: String
  /// The second server of the DNS host, `f1g1ns2.dnspod.net`.
  public let authoritative2: String
  /// The first server once more, as `f1g1ns3.dnspod.net`.
  public let authoritative3: String
  /// The second server once more, as `f1g1ns4.dnspod.net`.
  public let authoritative4: String
  /// Where no server ever listens: an address that the system refuses at once.
  public let deserted: String

  /// BIND, which listens only on addresses that an interface carries; never behind dnsdist.
  public let resolver = "127.0.0.1"
  /// Unbound, in a validating lab.
  let validator: String
  /// The resolver through dnsdist, in a lab with faults.
  let resolverFront: String
  /// An address of dnsdist that leads to the root server without any fault.
  let frontProbe: String
  /// Where nothing is ever answered; binding it claims a port for a lab.
  let lock: String
  private let block: UInt8

  init(block: UInt8) {
    self.block = block
    root = "127.53.\(block).1"
    tld = "127.53.\(block).2"
    authoritative1 = "127.53.\(block).3"
    authoritative2 = "127.53.\(block).4"
    authoritative3 = "127.53.\(block).5"
    authoritative4 = "127.53.\(block).6"
    deserted = "127.53.\(block).200"
    resolverFront = "127.53.\(block).53"
    validator = "127.53.\(block).54"
    frontProbe = "127.53.\(block).99"
    lock = "127.53.\(block).254"
  }

  /// The address of a server of its own, number 0 to 39.
  public func further(_ number: UInt8) -> String { "127.53.\(block).\(10 + Int(number))" }

  /// Where the world finds a server.
  func open(_ server: LabServer) -> [String] {
    switch server {
    case .root: [root]
    case .tld: [tld]
    case .first: [authoritative1, authoritative3]
    case .second: [authoritative2, authoritative4]
    case .further(let number): [further(number)]
    }
  }

  /// Where a server listens when dnsdist has its place.
  func behind(_ server: LabServer) -> String {
    switch server {
    case .root: "127.53.\(block).101"
    case .tld: "127.53.\(block).102"
    case .first: "127.53.\(block).103"
    case .second: "127.53.\(block).104"
    case .further(let number): further(number)
    }
  }
}
