import DNS

/// A name where people put a record by mistake.
public struct Misplacement: Hashable, Sendable {
  /// The kind of mistake.
  public enum Kind: Hashable, Sendable {
    /// The zone's name stands behind the full name once more.
    case doubled
    /// The sender's labels occur twice.
    case halfDoubled
    /// The sender's labels are left out.
    case shortened
    /// The labels in front of the domain are left out.
    case apex
    /// The underscores are left out.
    case underscoreLost
    /// One letter is missing or changed places, or a dot became an underscore.
    case typo
  }

  /// The kind of mistake.
  public let kind: Kind
  /// What finds the record there.
  public let question: Question
}

extension Evidence {
  /// The names where an expected record may have been put by mistake, each once.
  public func misplacements(of expected: ExpectedRecord) -> [Misplacement] {
    let parts = parts(of: expected.name)
    var names: [(Misplacement.Kind, [[UInt8]])] = [
      (.doubled, expected.name.labels + zone.labels)
    ]
    if !parts.sender.isEmpty {
      names.append((.halfDoubled, parts.prefix + parts.sender + parts.sender + zone.labels))
    }
    if !parts.prefix.isEmpty {
      if !parts.sender.isEmpty { names.append((.shortened, parts.prefix + zone.labels)) }
      names += [(.apex, parts.sender + zone.labels), (.apex, zone.labels)]
      let plain = parts.prefix.map { $0.filter { $0 != UInt8(ascii: "_") } }
      if plain != parts.prefix {
        names.append((.underscoreLost, plain + parts.sender + zone.labels))
      }
      names += PrefixTypos.of(parts.prefix).map { (.typo, $0 + parts.sender + zone.labels) }
    }
    var seen: Set<DNSName> = [expected.name]
    return names.compactMap { kind, labels in
      guard let name = try? DNSName(labels: labels), seen.insert(name).inserted else { return nil }
      return Misplacement(kind: kind, question: Question(name, expected.type))
    }
  }

  /// The labels of a name in front of the sender domain, and the sender's own in front of the zone.
  private func parts(of name: DNSName) -> (prefix: [[UInt8]], sender: [[UInt8]]) {
    let sender = domain.isSubdomain(of: zone) ? domain.labels.dropLast(zone.labels.count) : []
    guard name.isSubdomain(of: domain) else { return ([], Array(sender)) }
    return (name.labels.dropLast(domain.labels.count), Array(sender))
  }
}
