/// The parameters of SVCB and HTTPS records (RFC 9460 §2.1 and §7).
enum ServiceParameters {
  /// `alpn="h2"`, `port=8443` and so on; nil when the octets are no parameters.
  static func words(_ octets: [UInt8]) -> [String]? {
    var words: [String] = []
    var position = 0
    while position < octets.count {
      guard position + 4 <= octets.count else { return nil }
      let key = Int(octets[position]) << 8 | Int(octets[position + 1])
      let length = Int(octets[position + 2]) << 8 | Int(octets[position + 3])
      position += 4
      guard position + length <= octets.count else { return nil }
      guard let word = word(key, Array(octets[position..<(position + length)])) else { return nil }
      words.append(word)
      position += length
    }
    return words
  }

  private static func word(_ key: Int, _ value: [UInt8]) -> String? {
    switch key {
    case 0:
      guard value.count % 2 == 0 else { return nil }
      let keys = stride(from: 0, to: value.count, by: 2).map {
        name(Int(value[$0]) << 8 | Int(value[$0 + 1]))
      }
      return "mandatory=" + keys.joined(separator: ",")
    case 1: return protocols(value).map { "alpn=\"\($0)\"" }
    case 2: return "no-default-alpn"
    case 3: return value.count == 2 ? "port=\(Int(value[0]) << 8 | Int(value[1]))" : nil
    case 4: return addresses(value, 4).map { "ipv4hint=" + $0 }
    case 5: return value.isEmpty ? "ech" : "ech=" + Base64.text(value)
    case 6: return addresses(value, 16).map { "ipv6hint=" + $0 }
    default:
      return value.isEmpty ? name(key) : name(key) + "=" + PresentationReader.quoted(value)
    }
  }

  private static func name(_ key: Int) -> String {
    let names = ["mandatory", "alpn", "no-default-alpn", "port", "ipv4hint", "ech", "ipv6hint"]
    // `dohpath` (RFC 9461 §5) has no name in BIND 9.18 either.
    return names.indices.contains(key) ? names[key] : "key\(key)"
  }

  private static func protocols(_ value: [UInt8]) -> String? {
    var names: [String] = []
    var position = 0
    while position < value.count {
      let end = position + 1 + Int(value[position])
      guard end <= value.count else { return nil }
      // RFC 9460 §A.1: escaped as an item of a list first, then as a string; BIND escapes blanks.
      let item = value[(position + 1)..<end].flatMap { octet -> [UInt8] in
        [UInt8(ascii: ","), UInt8(ascii: "\\")].contains(octet) ? [92, octet] : [octet]
      }
      names.append(PresentationReader.escaped(item).replacing(" ", with: "\\032"))
      position = end
    }
    return names.joined(separator: ",")
  }

  private static func addresses(_ value: [UInt8], _ size: Int) -> String? {
    guard !value.isEmpty, value.count % size == 0 else { return nil }
    return stride(from: 0, to: value.count, by: size).compactMap {
      IPAddress(octets: Array(value[$0..<($0 + size)]))?.description
    }.joined(separator: ",")
  }
}
