/// Fields that hold an address of one kind or another.
extension PresentationReader {
  /// RFC 2874 §3.1: as many octets of the address as the prefix leaves, and a name for the prefix.
  mutating func a6(_ style: PresentationStyle) -> [String]? {
    guard let length = number(1), length <= 128, let own = take((135 - Int(length)) / 8) else {
      return nil
    }
    var suffix = own
    // Bits that belong to the prefix do not count.
    if !suffix.isEmpty { suffix[0] &= 0xFF >> UInt8(length % 8) }
    let octets = [UInt8](repeating: 0, count: 16 - suffix.count) + suffix
    guard let address = IPAddress(octets: octets) else { return nil }
    let written = length == 128 ? "" : address.description
    if length == 0 { return [String(length), written] }
    return name().map { [String(length), written, $0.text(style)] }
  }

  /// RFC 4025 §2: precedence, the gateway's kind and the algorithm stand in front of the gateway.
  mutating func gateway(_ style: PresentationStyle) -> [String]? {
    guard let precedence = number(1), let kind = number(1), let algorithm = number(1),
      let gateway = address(kind, style)
    else { return nil }
    return ["\(precedence)", "\(kind)", "\(algorithm)", gateway]
  }

  /// RFC 8777 §4.2: the highest bit of the kind says that discovery is optional.
  mutating func relay(_ style: PresentationStyle) -> [String]? {
    guard let precedence = number(1), let kind = number(1), let relay = address(kind & 127, style)
    else { return nil }
    return ["\(precedence)", "\(kind >> 7)", "\(kind & 127)", relay]
  }

  /// 0 nothing, 1 IPv4, 2 IPv6, 3 a name.
  private mutating func address(_ kind: UInt32, _ style: PresentationStyle) -> String? {
    switch kind {
    case 0: "."
    case 1: take(4).flatMap { IPAddress(octets: $0) }?.description
    case 2: take(16).flatMap { IPAddress(octets: $0) }?.description
    case 3: name()?.text(style)
    default: nil
    }
  }
}

extension IPAddress {
  /// The usual form, or with every digit where that is wanted.
  func text(_ style: PresentationStyle) -> String {
    guard style.expandsIPv6, isIPv6 else { return description }
    let groups = stride(from: 0, to: octets.count, by: 2).map {
      PresentationReader.hexadecimal(Array(octets[$0..<($0 + 2)])).lowercased()
    }
    return groups.joined(separator: ":")
  }
}

/// Ports of a WKS record: each bit of the map is one (RFC 1035 §3.4.2).
enum BitmapOfPorts {
  static func words(_ octets: [UInt8]) -> [String]? {
    // 65,536 ports are 8,192 octets.
    guard octets.count <= 8192 else { return nil }
    return octets.enumerated().flatMap { index, octet in
      (0..<8).filter { octet & (0x80 >> $0) != 0 }.map { String(index * 8 + $0) }
    }
  }
}

/// The address of an ATM end system: a telephone number, or octets (af-saa-0069.000 §2).
enum ATMAddress {
  static func words(_ octets: [UInt8]) -> [String]? {
    guard let format = octets.first, octets.count > 1 else { return nil }
    switch format {
    case 0: return [PresentationReader.hexadecimal(Array(octets[1...])).lowercased()]
    case 1 where octets[1...].allSatisfy({ (48...57).contains($0) }):
      return ["+" + String(decoding: octets[1...], as: UTF8.self)]
    default: return nil
    }
  }
}
