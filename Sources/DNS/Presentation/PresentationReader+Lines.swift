/// Fields that are written otherwise over several lines.
extension PresentationReader {
  /// Key material that may be left out.
  mutating func writeSecret(_ field: PresentationField, to line: inout PresentationLine) {
    let octets = rest()
    guard !line.style.hidesCryptography else {
      line.add("[omitted]")
      return
    }
    if case .digest = field {
      line.add(chunked: Self.hexadecimal(octets))
    } else {
      line.add(chunked: Base64.text(octets))
    }
  }

  /// A key and what is known of it. Without a key there is nothing to say (RFC 2535 §3.1.2).
  mutating func writeKey(hasRole: Bool, to line: inout PresentationLine) {
    let key = rest()
    guard !key.isEmpty else { return }
    if line.style.hidesCryptography, let tag = KeyTag.tag(of: octets) {
      line.add("[key id = \(tag)]")
    } else {
      line.add(chunked: Base64.text(key))
    }
    guard line.style.hasComments, let comment = KeyComment.text(of: octets, hasRole: hasRole) else {
      return
    }
    if line.style.isMultiline { line.close(onOwnLine: true) } else { line.append(" ") }
    line.append(comment)
  }

  /// The serial and the times, with their meanings where remarks are wanted.
  mutating func writeSOANumbers(to line: inout PresentationLine) -> Bool {
    let titles = ["serial", "refresh", "retry", "expire", "minimum"]
    for title in titles {
      guard let number = number(4) else { return false }
      let digits = String(number)
      guard line.style.isMultiline, line.style.hasComments else {
        line.add(digits)
        line.breakLine()
        continue
      }
      let filled = digits + String(repeating: " ", count: max(0, 10 - digits.count))
      let time = title == "serial" ? "" : " (\(TimeText.long(number)))"
      line.add("\(filled) ; \(title)\(time)")
      line.breakLine()
    }
    if line.style.hasComments { line.close(onOwnLine: true) } else { line.closeTight() }
    return true
  }

  /// RFC 8005 §5: two lengths stand in front of the identity and the key.
  mutating func writeHostIdentity(to line: inout PresentationLine) -> Bool {
    guard let identityLength = number(1), let algorithm = number(1), let keyLength = number(2),
      let identity = take(Int(identityLength)), let key = take(Int(keyLength))
    else { return false }
    line.add(String(algorithm))
    line.add(Self.hexadecimal(identity))
    line.breakLine()
    line.add(Base64.text(key))
    while !isAtEnd {
      guard let server = name() else { return false }
      line.breakLine()
      line.add(server.text(line.style))
    }
    return true
  }

  /// RFC 4701 §3.1: the kind of the identifier, the kind of the digest, and how long that is.
  mutating func writeDHCIDRemark(to line: inout PresentationLine) {
    line.close()
    guard line.style.isMultiline, octets.count >= 3 else { return }
    let kind = Int(octets[0]) << 8 | Int(octets[1])
    line.append(" ; \(kind) \(octets[2]) \(octets.count - 3)")
  }

  /// RFC 5155 §3.2.1: the types of each window on a line of their own.
  mutating func writeTypeLines(to line: inout PresentationLine) -> Bool {
    guard let windows = TypeBitmap.windows(rest()) else { return false }
    for window in windows {
      line.breakLine()
      for name in window { line.add(name) }
    }
    return true
  }
}
