extension EDNSOption {
  /// The option as `dig` writes it: `; NSID: 6e 73 31 ("ns1")`.
  var line: String {
    if let error = ExtendedError(self) { return error.line }
    return known.map { "; \($0)" } ?? unknown
  }

  /// A title and what the data mean; nil when they do not fit their code, or it has no name here.
  private var known: String? {
    switch code {
    case 1: longLivedQuery
    case 8: subnet
    case 9: seconds("EXPIRE")
    case 10: data.isEmpty ? nil : "COOKIE: " + PresentationReader.hexadecimal(data).lowercased()
    case 11: keepalive
    case 12: data.isEmpty ? "PAD:" : "PAD: (\(data.count) bytes)"
    case 14: keyTags
    case 16: data.count == 2 ? "CLIENT-TAG: \(number(0, 2))" : nil
    case 17: data.count == 2 ? "SERVER-TAG: \(number(0, 2))" : nil
    default: nil
    }
  }

  private var unknown: String {
    let title = code == Self.nsid ? "; NSID:" : "; OPT=\(code):"
    if data.isEmpty { return title }
    let octets = data.map { PresentationReader.hexadecimal([$0]).lowercased() + " " }.joined()
    return "\(title) \(octets)(\"\(Self.printable(data))\")"
  }

  /// RFC 8764 §3.2.
  private var longLivedQuery: String? {
    guard data.count == 18 else { return nil }
    let identifier = UInt64(number(6, 4)) << 32 | UInt64(number(10, 4))
    return "LLQ: Version: \(number(0, 2)), Opcode: \(number(2, 2)), Error: \(number(4, 2)), "
      + "Identifier: \(identifier), Lifetime: \(number(14, 4))"
  }

  /// RFC 7871 §6.
  private var subnet: String? {
    guard data.count >= 4 else { return nil }
    let lengths = "/\(data[2])/\(data[3])"
    let own = Array(data[4...])
    switch number(0, 2) {
    case 0 where own.isEmpty: return "CLIENT-SUBNET: 0" + lengths
    case 1 where own.count <= 4: return address(own, of: 4).map { "CLIENT-SUBNET: \($0)\(lengths)" }
    case 2 where own.count <= 16:
      return address(own, of: 16).map { "CLIENT-SUBNET: \($0)\(lengths)" }
    default: return nil
    }
  }

  private func address(_ octets: [UInt8], of size: Int) -> IPAddress? {
    IPAddress(octets: octets + [UInt8](repeating: 0, count: size - octets.count))
  }

  /// RFC 7314 §3.
  private func seconds(_ title: String) -> String? {
    if data.isEmpty { return title + ":" }
    guard data.count == 4 else { return nil }
    return "\(title): \(number(0, 4)) (\(TimeText.long(number(0, 4))))"
  }

  /// RFC 7828 §3.1, in tenths of a second.
  private var keepalive: String? {
    if data.isEmpty { return "TCP KEEPALIVE:" }
    guard data.count == 2 else { return nil }
    let tenths = number(0, 2)
    return "TCP KEEPALIVE: \(tenths / 10).\(tenths % 10) secs"
  }

  /// RFC 8145 §4.1.
  private var keyTags: String? {
    guard !data.isEmpty, data.count % 2 == 0 else { return nil }
    let tags = stride(from: 0, to: data.count, by: 2).map { String(number($0, 2)) }
    return "KEY-TAG: " + tags.joined(separator: ", ")
  }

  /// So many octets from a place on, which the caller has made sure of.
  private func number(_ start: Int, _ count: Int) -> UInt32 {
    data[start..<(start + count)].reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// ASCII as it is, and a dot for everything else.
  private static func printable(_ octets: [UInt8]) -> String {
    String(decoding: octets.map { (0x20...0x7E).contains($0) ? $0 : 0x2E }, as: UTF8.self)
  }
}
