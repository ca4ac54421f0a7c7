extension RecordData: Codable {
  /// One key says what kind of data it is.
  private enum Kind: String, CodingKey {
    case address, name, mx, txt, soa, octets
  }

  private struct MailExchange: Codable {
    let preference: UInt16
    let exchange: DNSName
  }

  /// RDLENGTH has sixteen bits (RFC 1035 §3.2.1).
  private static let mostOctets = Int(UInt16.max)

  /// Decodes what `encode` writes; data that no message can hold are refused.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Kind.self)
    guard let kind = container.allKeys.first, container.allKeys.count == 1 else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "one kind of data"))
    }
    switch kind {
    case .address: self = .address(try container.decode(IPAddress.self, forKey: kind))
    case .name: self = .name(try container.decode(DNSName.self, forKey: kind))
    case .soa: self = .soa(try container.decode(StartOfAuthority.self, forKey: kind))
    case .mx:
      let mx = try container.decode(MailExchange.self, forKey: kind)
      self = .mx(preference: mx.preference, exchange: mx.exchange)
    case .txt:
      let strings = try container.decode([String].self, forKey: kind)
      let octets = strings.compactMap(CharacterString.octets)
      guard octets.count == strings.count,
        octets.reduce(0, { $0 + 1 + $1.count }) <= Self.mostOctets
      else {
        throw DecodingError.dataCorruptedError(
          forKey: kind, in: container, debugDescription: "character-strings")
      }
      self = .txt(octets)
    case .octets:
      let text = try container.decode(String.self, forKey: kind)
      guard let octets = Hexadecimal.octets(text, most: Self.mostOctets) else {
        throw DecodingError.dataCorruptedError(
          forKey: kind, in: container, debugDescription: "hexadecimal octets")
      }
      self = .other(octets)
    }
  }

  /// Encodes one key for the kind: names and addresses as text, strings with `\DDD` for octets that
  /// are not printable ASCII (RFC 1035 §5.1), any other data in hexadecimal.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Kind.self)
    switch self {
    case .address(let address): try container.encode(address, forKey: .address)
    case .name(let name): try container.encode(name, forKey: .name)
    case .mx(let preference, let exchange):
      try container.encode(
        MailExchange(preference: preference, exchange: exchange), forKey: .mx)
    case .txt(let strings):
      try container.encode(strings.map(CharacterString.text), forKey: .txt)
    case .soa(let soa): try container.encode(soa, forKey: .soa)
    case .other(let octets): try container.encode(Hexadecimal.text(octets), forKey: .octets)
    }
  }
}

/// A character-string as text in which every octet can be told (RFC 1035 §5.1).
enum CharacterString {
  /// RFC 1035 §3.3.
  private static let longest = 255

  /// Printable ASCII as it is, a backslash doubled, everything else as `\DDD`.
  static func text(_ octets: [UInt8]) -> String {
    octets.reduce(into: "") { text, octet in
      switch octet {
      case UInt8(ascii: "\\"): text += "\\\\"
      case 0x20...0x7E: text.unicodeScalars.append(UnicodeScalar(octet))
      default:
        let digits = String(octet)
        text += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      }
    }
  }

  /// The octets of such a text; nil when it is none.
  static func octets(_ text: String) -> [UInt8]? {
    guard text.utf8.count <= 4 * longest else { return nil }
    var octets: [UInt8] = []
    var rest = text.utf8[...]
    while let first = rest.popFirst() {
      guard (0x20...0x7E).contains(first) else { return nil }
      guard first == UInt8(ascii: "\\") else {
        octets.append(first)
        continue
      }
      if rest.first == first {
        octets.append(first)
        rest.removeFirst()
        continue
      }
      let digits = rest.prefix(3)
      guard digits.count == 3, digits.allSatisfy({ (48...57).contains($0) }),
        let octet = UInt8(String(decoding: digits, as: UTF8.self))
      else { return nil }
      octets.append(octet)
      rest = rest.dropFirst(3)
    }
    return octets.count <= longest ? octets : nil
  }
}

/// Octets as pairs of hexadecimal digits.
enum Hexadecimal {
  static func text(_ octets: [UInt8]) -> String {
    octets.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The octets of such a text, at most so many; nil when it is none.
  static func octets(_ text: String, most: Int) -> [UInt8]? {
    guard text.utf8.count <= 2 * most else { return nil }
    let digits = text.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map {
      UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
  }
}
