/// Where an alias leads, name by name (RFC 1034 §3.6.2; RFC 6672 for DNAME, whose servers add the
/// CNAME that it amounts to).
public struct AliasChain: Hashable, Sendable, Codable {
  /// The type that was asked for.
  public var type: RecordType
  /// The names in the order of visit, the first one asked for.
  public var names: [DNSName]
  /// What is at the end.
  public var ending: Ending

  /// More links than resolvers follow: BIND ends after 16 (`max-query-restarts` and older limits).
  public static let mostLinks = 16

  /// What is at the end of a chain.
  public enum Ending: Hashable, Sendable {
    /// Records of the asked type.
    case records([ResourceRecord])
    /// Nothing: the name does not exist, or has no record of the type.
    case nothing(ResponseCode)
    /// A name that was visited before.
    case loop
    /// More links than anybody follows.
    case tooLong
    /// A server on the way gave no usable answer.
    case unknown
  }

  /// A chain that begins with a name, its end not known yet.
  public init(_ question: Question) {
    type = question.type
    names = [question.name]
    ending = .unknown
  }

  /// The last name that was reached.
  public var last: DNSName { names.last ?? .root }

  /// Goes on along the aliases in an answer; true when the chain has come to its end in it.
  public mutating func follow(_ answer: [ResourceRecord]) -> Bool {
    while let next = Self.target(of: last, in: answer) {
      if names.contains(next) {
        names.append(next)
        ending = .loop
        return true
      }
      names.append(next)
      if names.count > Self.mostLinks {
        ending = .tooLong
        return true
      }
    }
    let found = answer.filter { $0.name == last && $0.type == type }
    if found.isEmpty { return false }
    ending = .records(found)
    return true
  }

  private static func target(of name: DNSName, in answer: [ResourceRecord]) -> DNSName? {
    for record in answer where record.type == .cname && record.name == name {
      if case .name(let target) = record.data { return target }
    }
    return nil
  }
}
