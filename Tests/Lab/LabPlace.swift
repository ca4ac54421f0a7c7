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
  /// A server of its own, by a number from 0 to 39; it runs only in labs with a zone on it.
  case further(UInt8)

  var servers: [LabServer] {
    switch self {
    case .root: [.root]
    case .tld: [.tld]
    case .first: [.first]
    case .second: [.second]
    case .both: [.first, .second]
    case .further(let number): [.further(number)]
    }
  }
}

/// One NSD process of the lab.
enum LabServer: Hashable, Sendable {
  case root, tld, first, second
  case further(UInt8)

  /// The servers that every lab has.
  static let always: [LabServer] = [.root, .tld, .first, .second]

  /// The name of its folder and its files.
  var name: String {
    switch self {
    case .root: "root"
    case .tld: "tld"
    case .first: "first"
    case .second: "second"
    case .further(let number): "further\(number)"
    }
  }
}
