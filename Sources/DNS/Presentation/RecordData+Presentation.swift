extension ResourceRecord {
  /// The data as a zone file and `dig +short` write them; names with their final dot.
  ///
  /// Data that do not fit their type are written as RFC 3597 §5 says, like unknown types.
  public var presentation: String {
    let octets = data.wire
    guard let fields = PresentationField.fields(of: type) else {
      return PresentationReader.unknown(octets)
    }
    var reader = PresentationReader(octets)
    guard let words = reader.words(fields), reader.isAtEnd else {
      return PresentationReader.unknown(octets)
    }
    return words.joined(separator: " ")
  }
}

/// Reads data field by field and writes each as text.
struct PresentationReader {
  /// BIND and `dig` break hexadecimal and base64 after so many characters.
  static let chunk = 56

  private let octets: [UInt8]
  private var position = 0

  init(_ octets: [UInt8]) { self.octets = octets }

  var isAtEnd: Bool { position == octets.count }

  /// RFC 3597 §5: `\# length hexadecimal`.
  static func unknown(_ octets: [UInt8]) -> String {
    let hexadecimal = chunked(octets.map(Self.hexadecimal).joined())
    return "\\# \(octets.count)" + (octets.isEmpty ? "" : " " + hexadecimal)
  }

  /// The text of the fields, or nil when the octets do not fit.
  mutating func words(_ fields: [PresentationField]) -> [String]? {
    var words: [String] = []
    for field in fields {
      guard let more = word(field) else { return nil }
      words += more
    }
    return words
  }

  private mutating func word(_ field: PresentationField) -> [String]? {
    switch field {
    case .byte: number(1).map { ["\($0)"] }
    case .short: number(2).map { ["\($0)"] }
    case .long: number(4).map { ["\($0)"] }
    case .name: name().map { [$0] }
    case .ipv4: address(4)
    case .ipv6: address(16)
    case .string: characterString().map { [Self.quoted($0)] }
    case .strings: strings()
    case .word: characterString().map { [Self.escaped($0)] }
    case .text: [Self.quoted(rest())]
    case .hexadecimal: nonEmpty(Self.chunked(rest().map(Self.hexadecimal).joined()))
    case .base64: nonEmpty(Self.chunked(Base64.text(rest())))
    case .prefixedHexadecimal: ["0x" + rest().map { Self.hexadecimal($0).lowercased() }.joined()]
    case .dashed: [rest().map { Self.hexadecimal($0).lowercased() }.joined(separator: "-")]
    case .type: number(2).map { [RecordType(rawValue: UInt16($0)).name] }
    case .moment: number(4).map { [Moment.text($0)] }
    case .types: TypeBitmap.names(rest())
    case .salt: characterString().map { [$0.isEmpty ? "-" : $0.map(Self.hexadecimal).joined()] }
    case .hash: characterString().map { [Base32.text($0)] }
    case .parameters: ServiceParameters.words(rest())
    case .location: LocationText.words(rest())
    case .certificateKind: number(2).map { [CertificateText.kind($0)] }
    case .algorithm: number(1).map { [CertificateText.algorithm($0)] }
    case .locator: locator()
    case .prefixes: AddressPrefixes.words(rest())
    }
  }

  private mutating func take(_ count: Int) -> [UInt8]? {
    guard position + count <= octets.count else { return nil }
    defer { position += count }
    return Array(octets[position..<(position + count)])
  }

  private mutating func rest() -> [UInt8] {
    defer { position = octets.count }
    return Array(octets[position...])
  }

  private mutating func number(_ count: Int) -> UInt32? {
    take(count)?.reduce(0) { $0 << 8 | UInt32($1) }
  }

  private mutating func address(_ count: Int) -> [String]? {
    take(count).flatMap { IPAddress(octets: $0) }.map { [$0.description] }
  }

  private mutating func locator() -> [String]? {
    let groups = (0..<4).compactMap { _ in number(2).map { String($0, radix: 16) } }
    return groups.count == 4 ? [groups.joined(separator: ":")] : nil
  }

  private mutating func characterString() -> [UInt8]? {
    guard let length = take(1)?.first else { return nil }
    return take(Int(length))
  }

  private mutating func strings() -> [String]? {
    var words: [String] = []
    while !isAtEnd {
      guard let string = characterString() else { return nil }
      words.append(Self.quoted(string))
    }
    return words
  }

  private mutating func name() -> String? {
    var end = position
    while end < octets.count, octets[end] != 0 { end += 1 + Int(octets[end]) }
    guard let wire = take(end + 1 - position) else { return nil }
    return (try? DNSName(uncompressed: wire))?.description
  }

  private func nonEmpty(_ text: String) -> [String] { text.isEmpty ? [] : [text] }

  /// In quotes, escaped.
  static func quoted(_ octets: [UInt8]) -> String { "\"" + escaped(octets) + "\"" }

  /// With `"` and `\` escaped and everything unprintable as `\DDD` (RFC 1035 §5.1).
  static func escaped(_ octets: [UInt8]) -> String {
    var text = ""
    for octet in octets {
      switch octet {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += "\\" + String(UnicodeScalar(octet))
      case 0x20...0x7E: text.unicodeScalars.append(UnicodeScalar(octet))
      default:
        let digits = String(octet)
        text += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      }
    }
    return text
  }

  static func hexadecimal(_ octet: UInt8) -> String {
    (octet < 16 ? "0" : "") + String(octet, radix: 16, uppercase: true)
  }

  static func chunked(_ text: String) -> String {
    var rest = text[...]
    var chunks: [Substring] = []
    while !rest.isEmpty {
      chunks.append(rest.prefix(chunk))
      rest = rest.dropFirst(chunk)
    }
    return chunks.joined(separator: " ")
  }
}
