public import DNS

/// A pattern of the names of a DNS host's servers, such as `ns*.gabia.co.kr` or `*.dnspod.net`.
///
/// A leading `*.` stands for one or more labels, any other `*` for characters inside one label.
public struct NameServerPattern: Sendable, Hashable, CustomStringConvertible {
  /// The pattern as it is written.
  public let description: String
  private let labels: [[Character]]
  private let hasPrefix: Bool

  /// How many labels and letters are given: of two patterns that fit, the one that says more counts.
  let weight: Int

  /// Reads a pattern; nil unless it has at least two labels of letters, digits, hyphens and stars.
  public init?(_ text: String) {
    guard text.utf8.count <= DNSName.longestName else { return nil }
    var labels = text.lowercased().split(separator: ".", omittingEmptySubsequences: false)
      .map(Array.init)
    hasPrefix = labels.first == ["*"]
    if hasPrefix { labels.removeFirst() }
    let isSound = labels.allSatisfy { label in
      !label.isEmpty
        && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-*".contains($0)) }
    }
    // `*.com` would take in everybody.
    guard isSound, labels.count >= 2 else { return nil }
    self.labels = labels
    description = text
    weight = labels.reduce(0) { $0 + 1 + $1.count { $0 != "*" } }
  }

  /// Whether a server's name fits.
  public func matches(_ server: DNSName) -> Bool {
    var found = server.labels.map { Array(String(decoding: $0, as: UTF8.self).lowercased()) }[...]
    if hasPrefix {
      guard found.count > labels.count else { return false }
      found = found.suffix(labels.count)
    }
    return found.count == labels.count
      && zip(found, labels).allSatisfy { Self.matches($0[...], $1[...]) }
  }

  private static func matches(
    _ label: ArraySlice<Character>, _ pattern: ArraySlice<Character>
  ) -> Bool {
    guard let first = pattern.first else { return label.isEmpty }
    if first == "*" {
      return matches(label, pattern.dropFirst())
        || (!label.isEmpty && matches(label.dropFirst(), pattern))
    }
    return label.first == first && matches(label.dropFirst(), pattern.dropFirst())
  }
}
