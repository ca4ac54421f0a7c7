/// Reads data field by field and writes each as text.
struct PresentationReader {
  let octets: [UInt8]
  private(set) var position = 0

  init(_ octets: [UInt8]) { self.octets = octets }

  var isAtEnd: Bool { position == octets.count }

  /// Writes the fields; false when the octets do not fit.
  mutating func write(_ fields: [PresentationField], to line: inout PresentationLine) -> Bool {
    for field in fields {
      guard write(field, to: &line) else { return false }
    }
    return true
  }

  private mutating func write(
    _ field: PresentationField, to line: inout PresentationLine
  ) -> Bool {
    switch field {
    case .open: line.open()
    case .openHere: line.openHere()
    case .openTight: line.openTight()
    case .line: line.breakLine()
    case .hexadecimal: line.add(chunked: Self.hexadecimal(rest()))
    case .base64: line.add(chunked: Base64.text(rest()))
    case .digest, .signature: writeSecret(field, to: &line)
    case .key(let hasRole): writeKey(hasRole: hasRole, to: &line)
    case .soaNumbers: return writeSOANumbers(to: &line)
    case .hostIdentity: return writeHostIdentity(to: &line)
    case .dhcidRemark: writeDHCIDRemark(to: &line)
    case .typeLines: return writeTypeLines(to: &line)
    default:
      guard let words = words(field, line.style) else { return false }
      for word in words { line.add(word) }
    }
    return true
  }

  /// The words of a field that is written alike on one line and on several.
  private mutating func words(
    _ field: PresentationField, _ style: PresentationStyle
  ) -> [String]? {
    switch field {
    case .byte: number(1).map { ["\($0)"] }
    case .short: number(2).map { ["\($0)"] }
    case .long: number(4).map { ["\($0)"] }
    case .name: name().map { [$0.text(style)] }
    case .ipv4: take(4).flatMap { IPAddress(octets: $0) }.map { [$0.description] }
    case .ipv6: take(16).flatMap { IPAddress(octets: $0) }.map { [$0.text(style)] }
    case .string: characterString().map { [Self.quoted($0)] }
    case .strings: strings()
    case .word: characterString().map { [Self.escaped($0)] }
    case .text: [Self.quoted(rest())]
    case .prefixedHexadecimal: ["0x" + Self.hexadecimal(rest()).lowercased()]
    case .dashed: [rest().map { Self.hexadecimal([$0]).lowercased() }.joined(separator: "-")]
    case .wholeBase64: [isAtEnd ? "-" : Base64.text(rest())]
    case .type: number(2).map { [RecordType(rawValue: UInt16($0)).name] }
    case .oldType: number(2).map { [RecordType(rawValue: UInt16($0)).mnemonicOrNumber] }
    case .scheme: number(1).map { [$0 == 1 ? "NOTIFY" : "\($0)"] }
    case .moment: number(4).map { [Moment.text($0)] }
    case .types: TypeBitmap.windows(rest())?.flatMap { $0 }
    case .firstTypes: TypeBitmap.namesOfFirst(rest())
    case .salt: characterString().map { [$0.isEmpty ? "-" : Self.hexadecimal($0)] }
    case .hash: characterString().map { [Base32.text($0)] }
    case .parameters: ServiceParameters.words(rest())
    case .location: LocationText.words(rest())
    case .certificateKind: number(2).map { [CertificateText.kind($0)] }
    case .algorithm: number(1).map { [CertificateText.algorithm($0)] }
    case .locator: locator()
    case .prefixes: AddressPrefixes.words(rest())
    case .ports: BitmapOfPorts.words(rest())
    case .atmAddress: ATMAddress.words(rest())
    case .a6: a6(style)
    case .gateway: gateway(style)
    case .relay: relay(style)
    default: nil
    }
  }

  mutating func take(_ count: Int) -> [UInt8]? {
    guard position + count <= octets.count else { return nil }
    defer { position += count }
    return Array(octets[position..<(position + count)])
  }

  mutating func rest() -> [UInt8] {
    defer { position = octets.count }
    return Array(octets[position...])
  }

  mutating func number(_ count: Int) -> UInt32? {
    take(count)?.reduce(0) { $0 << 8 | UInt32($1) }
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

  /// An uncompressed name, which is what libldns leaves and what RFC 3597 §4 demands of newer types.
  mutating func name() -> DNSName? {
    var end = position
    while end < octets.count, octets[end] != 0 { end += 1 + Int(octets[end]) }
    guard let wire = take(end + 1 - position) else { return nil }
    return try? DNSName(uncompressed: wire)
  }

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

  /// Two capital digits an octet.
  static func hexadecimal(_ octets: [UInt8]) -> String {
    octets.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
  }
}
