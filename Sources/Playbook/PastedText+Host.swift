import DNS

extension PastedText {
  /// The part of a host record that stands in front of the sender domain, in lower case.
  ///
  /// For `abc.example.com`, all of `qcloud._domainkey`, `qcloud._domainkey.abc` and
  /// `qcloud._domainkey.abc.example.com.` give `qcloud._domainkey`: consoles show the name
  /// relative to the domain, relative to the zone, or whole.
  func host(below domain: DNSName?, ending: String?) throws(InputFault) -> String {
    let labels = try hostLabels()
    guard let ending else {
      let own = labels.dropLast(Self.ownedTail(of: labels, domain: domain))
      if own.isEmpty { throw .onlyDomain }
      return own.joined(separator: ".")
    }
    guard let position = labels.lastIndex(of: ending.lowercased()) else {
      throw .missingEnding(ending)
    }
    if position == 0 { throw .missingSelector(ending: ending) }
    let rest = labels[(position + 1)...]
    if domain != nil, Self.ownedTail(of: Array(rest), domain: domain) != rest.count {
      throw .otherDomain(rest.joined(separator: "."))
    }
    return labels[...position].joined(separator: ".")
  }

  /// One label; of a pasted name that goes on with `ending`, the label in front of it.
  func label(before ending: String?) throws(InputFault) -> String {
    let labels = try hostLabels()
    if labels.count == 1, let only = labels.first { return only }
    guard let ending, labels.count > 1, labels[1] == ending.lowercased() else {
      throw .notOneLabel(labels.joined(separator: "."))
    }
    return labels[0]
  }

  /// A full name with its final dot; names of aliases may hold underscores (RFC 8552 §1.2).
  func target() throws(InputFault) -> String {
    let labels = try hostLabels()
    guard labels.count > 1 else { throw .domain(.publicSuffix(labels.joined())) }
    guard labels.last?.allSatisfy(\.isNumber) == false else { throw .domain(.address) }
    guard let name = try? DNSName(labels.joined(separator: ".")) else { throw .domain(.tooLong) }
    return name.description
  }

  /// How many labels at the end are the leading labels of the domain: `abc`, `abc.example.com`.
  private static func ownedTail(of labels: [String], domain: DNSName?) -> Int {
    guard let domain else { return 0 }
    let own = domain.labels.map { DNSName.presentation($0).lowercased() }
    let longest = min(own.count, labels.count)
    return stride(from: longest, to: 0, by: -1).first {
      labels.suffix($0).elementsEqual(own.prefix($0))
    } ?? 0
  }

  private func hostLabels() throws(InputFault) -> [String] {
    for mark in marks where !Self.isHostScalar(mark.scalar) {
      throw .character(String(Character(mark.scalar)), offset: mark.offset)
    }
    var text = string.lowercased()
    if text.hasSuffix("."), text.count > 1 { text.removeLast() }
    let labels = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    for label in labels where label.isEmpty || label.utf8.count > DNSName.longestLabel {
      throw .badLabel(label)
    }
    return labels
  }

  /// Letters, digits and hyphens (RFC 1123 §2.1), and the underscore of RFC 8552 §1.2.
  private static func isHostScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": true
    default: false
    }
  }
}
