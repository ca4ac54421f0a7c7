/// Slips of the fingers in the labels in front of a domain, such as `_dmarc` or `s1._domainkey`.
enum PrefixTypos {
  /// More are not asked for: a long selector is copied, not typed.
  private static let most = 48
  /// Labels longer than this are copied, not typed.
  private static let longestLabel = 16

  /// The slips, what is likely first: signs mixed up, a letter left out, two letters swapped.
  static func of(_ prefix: [[UInt8]]) -> [[[UInt8]]] {
    var slips = mixedUp(prefix)
    for (index, label) in prefix.enumerated() where label.count <= longestLabel {
      slips += (shorter(label) + swapped(label)).map { slip in
        var labels = prefix
        labels[index] = slip
        return labels
      }
    }
    return Array(slips.filter { $0 != prefix && !$0.contains(where: \.isEmpty) }.prefix(most))
  }

  /// A hyphen for an underscore, an underscore for the dot in front of one.
  private static func mixedUp(_ prefix: [[UInt8]]) -> [[[UInt8]]] {
    let underscore = UInt8(ascii: "_")
    let hyphens = prefix.map { $0.map { $0 == underscore ? UInt8(ascii: "-") : $0 } }
    let joined = prefix.dropFirst().reduce(into: Array(prefix.prefix(1))) { labels, label in
      if label.first == underscore {
        labels[labels.count - 1] += label
      } else {
        labels.append(label)
      }
    }
    return [joined, hyphens]
  }

  private static func shorter(_ label: [UInt8]) -> [[UInt8]] {
    label.indices.map { index in
      var label = label
      label.remove(at: index)
      return label
    }
  }

  private static func swapped(_ label: [UInt8]) -> [[UInt8]] {
    label.indices.dropLast().map { index in
      var label = label
      label.swapAt(index, index + 1)
      return label
    }
  }
}
