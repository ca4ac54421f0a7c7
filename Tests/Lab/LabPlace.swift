/// On which authoritative servers of the lab a zone lies.
public enum LabPlace: Sendable {
  /// The server of the root zone.
  case root
  /// The server of the top-level domains.
  case tld
  /// The first server of the DNS host.
  case first
  /// The second server of the DNS host.
  case second
  /// Both servers of the DNS host.
  case both

  var servers: [LabServer] {
    switch self {
    case .root: [.root]
    case .tld: [.tld]
    case .first: [.first]
    case .second: [.second]
    case .both: [.first, .second]
    }
  }
}

/// One NSD process of the lab.
enum LabServer: String, CaseIterable, Sendable {
  case root, tld, first, second
}

/// The loopback addresses of a lab's authoritative servers.
public struct LabAddresses: Sendable {
  /// The server of the root zone.
  public let root: String
  /// The server of the top-level domains.
  public let tld: String
  /// The first server of the DNS host, `f1g1ns1.dnspod.net`.
  public let authoritative1: String
  /// The second server of the DNS host, `f1g1ns2.dnspod.net`.
  public let authoritative2: String
  /// Where no server listens; binding it claims a port for a lab.
  let lock: String

  init(block: UInt8) {
    root = "127.53.\(block).1"
    tld = "127.53.\(block).2"
    authoritative1 = "127.53.\(block).3"
    authoritative2 = "127.53.\(block).4"
    lock = "127.53.\(block).254"
  }

  subscript(server: LabServer) -> String {
    switch server {
    case .root: root
    case .tld: tld
    case .first: authoritative1
    case .second: authoritative2
    }
  }
}
