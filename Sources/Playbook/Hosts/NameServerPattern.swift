public import DNS

/// A pattern of the names of a DNS host's servers, such as `ns*.gabia.co.kr` or `*.dnspod.net`.
///
/// A leading `*.` stands for one or more labels, any other `*` for characters inside one label.
public struct NameServerPattern: Sendable, Hashable, CustomStringConvertible {
  /// The pattern as it is written.
  public let description: String
  private let labels: [[UInt8]]
  private let hasPrefix: Bool

  /// How many labels and letters are given: of two patterns that fit, the one that says more counts.
  let weight: Int

  /// Reads a pattern; nil unless it has at least two labels of letters, digits, hyphens and stars.
  public init?(_ text: String) {
    guard text.utf8.count <= DNSName.longestName else { return nil }
    var labels = text.lowercased().utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
      .map(Array.init)
    hasPrefix = labels.first == [Self.star]
    if hasPrefix { labels.removeFirst() }
    let isSound = labels.allSatisfy { label in
      !label.isEmpty
        && label.allSatisfy { octet in
          switch octet {
          case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "-"), Self.star: true
          default: false
          }
        }
    }
    // `*.com` would take in everybody.
    guard isSound, labels.count >= 2 else { return nil }
    self.labels = labels
    description = text
    weight = labels.reduce(0) { $0 + 1 + $1.count { $0 != Self.star } }
  }

  /// Whether a server's name fits.
  public func matches(_ server: DNSName) -> Bool { matches(Self.labels(of: server)) }

  /// The labels of a name in lower case, as patterns compare them.
  static func labels(of server: DNSName) -> [[UInt8]] {
    server.labels.map { label in
      label.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
  }

  /// Whether a name with these labels, in lower case, fits.
  func matches(_ server: [[UInt8]]) -> Bool {
    var found = server[...]
    if hasPrefix {
      guard found.count > labels.count else { return false }
      found = found.suffix(labels.count)
    }
    return found.count == labels.count
      && zip(found, labels).allSatisfy { Self.matches($0[...], $1) }
  }

  private static let star = UInt8(ascii: "*")

  /// One label against one pattern, in which `*` stands for any run of characters.
  ///
  /// What stands between two stars is taken where it is found first, so nothing is tried twice.
  private static func matches(_ label: ArraySlice<UInt8>, _ pattern: [UInt8]) -> Bool {
    var parts = pattern.split(separator: star, omittingEmptySubsequences: false)
    guard parts.count > 1 else { return label.elementsEqual(pattern) }
    let front = parts.removeFirst()
    let back = parts.removeLast()
    guard label.starts(with: front) else { return false }
    var rest = label.dropFirst(front.count)
    guard rest.suffix(back.count).elementsEqual(back), rest.count >= back.count else {
      return false
    }
    rest = rest.dropLast(back.count)
    for part in parts where !part.isEmpty {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }
}
