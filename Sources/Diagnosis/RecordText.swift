import DNS

/// Record data as one line of text.
public enum RecordText {
  /// The octets as text: UTF-8 where it is sound, `\DDD` (RFC 1035 §5.1) where it is not.
  public static func plain(_ octets: [UInt8]) -> String {
    if let text = String(validating: octets, as: UTF8.self) { return text }
    return octets.map { octet in
      if octet < 0x80 { return String(UnicodeScalar(octet)) }
      return "\\" + String(octet)
    }.joined()
  }

  /// What a record says: TXT strings joined, MX as `10 host.`, names with their final dot.
  public static func of(_ record: ResourceRecord) -> String {
    switch record.data {
    case .address(let address): address.description
    case .name(let name): name.description
    case .mx(let preference, let exchange): "\(preference) \(exchange)"
    case .txt(let strings): plain(strings.flatMap { $0 })
    case .soa(let soa):
      "\(soa.primary) \(soa.mailbox) \(soa.serial) \(soa.refresh) \(soa.retry) \(soa.expire) \(soa.minimum)"
    case .other(let octets):
      // RFC 3597 §5.
      "\\# \(octets.count) " + octets.map(hexadecimal).joined()
    }
  }

  private static func hexadecimal(_ octet: UInt8) -> String {
    (octet < 16 ? "0" : "") + String(octet, radix: 16)
  }
}

extension Observation {
  /// The values of the answer in one line; a dash when there is none.
  var valuesText: String {
    let values = ownRecords.map(RecordText.of)
    return values.isEmpty ? "-" : values.joined(separator: " | ")
  }
}
