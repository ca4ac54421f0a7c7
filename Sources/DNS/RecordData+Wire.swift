extension RecordData {
  /// The data as they stand in a message, names uncompressed.
  var wire: [UInt8] {
    switch self {
    case .address(let address): address.octets
    case .name(let name): name.wire
    case .mx(let preference, let exchange): preference.octets + exchange.wire
    case .txt(let strings): strings.flatMap { [UInt8($0.prefix(255).count)] + $0.prefix(255) }
    case .soa(let soa):
      soa.primary.wire + soa.mailbox.wire
        + [soa.serial, soa.refresh, soa.retry, soa.expire, soa.minimum].flatMap(\.octets)
    case .other(let octets): octets
    }
  }

  /// Reads uncompressed data of a type; nil when they do not fit the type.
  init?(type: RecordType, fields: [[UInt8]]) {
    switch type {
    case .a, .aaaa:
      guard let octets = fields.first, let address = IPAddress(octets: octets),
        address.isIPv6 == (type == .aaaa)
      else { return nil }
      self = .address(address)
    case .ns, .cname, .ptr, .dname:
      guard let octets = fields.first, let name = try? DNSName(uncompressed: octets)
      else { return nil }
      self = .name(name)
    case .mx:
      guard fields.count == 2, let preference = UInt16(octets: fields[0]),
        let exchange = try? DNSName(uncompressed: fields[1])
      else { return nil }
      self = .mx(preference: preference, exchange: exchange)
    case .txt:
      // Each field is one character-string with its length octet in front.
      self = .txt(fields.map { Array($0.dropFirst()) })
    case .soa:
      guard let soa = StartOfAuthority(fields: fields) else { return nil }
      self = .soa(soa)
    default:
      self = .other(fields.flatMap { $0 })
    }
  }
}

extension StartOfAuthority {
  fileprivate init?(fields: [[UInt8]]) {
    guard fields.count == 7, let primary = try? DNSName(uncompressed: fields[0]),
      let mailbox = try? DNSName(uncompressed: fields[1]),
      let serial = UInt32(octets: fields[2]), let refresh = UInt32(octets: fields[3]),
      let retry = UInt32(octets: fields[4]), let expire = UInt32(octets: fields[5]),
      let minimum = UInt32(octets: fields[6])
    else { return nil }
    self.init(
      primary: primary, mailbox: mailbox, serial: serial, refresh: refresh, retry: retry,
      expire: expire, minimum: minimum)
  }
}

extension FixedWidthInteger {
  /// The octets in network order.
  var octets: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }

  /// A number from exactly as many octets as it has, in network order.
  init?(octets: [UInt8]) {
    guard octets.count == MemoryLayout<Self>.size else { return nil }
    self = octets.reduce(0) { ($0 << 8) | Self($1) }
  }
}
