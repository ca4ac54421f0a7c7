import DNS

extension RecordExport {
  /// JavaScript for DNSControl that adds the records to a domain which is configured already.
  var dnsControlDomain: String {
    let calls = items.compactMap { item -> String? in
      let record = item.record
      let name = Self.javaScript(record.name.hostLabel(in: zone))
      let ttl = "TTL(\(record.ttl))"
      switch record.data {
      case .mx(let preference, let exchange):
        return "MX(\(name), \(preference), \(Self.javaScript(exchange.description)), \(ttl))"
      case .name(let target):
        return "CNAME(\(name), \(Self.javaScript(target.description)), \(ttl))"
      // DNSControl cuts long texts and escapes them itself.
      case .txt: return "TXT(\(name), \(Self.javaScript(record.plainText)), \(ttl))"
      default: return nil
      }
    }
    let domain = Self.javaScript(zone.withoutFinalDot)
    // No comma behind the last one: older engines take none.
    let list = calls.map { ",\n  \($0)" }.joined()
    return comments("//") + "D_EXTEND(\(domain)\(list)\n);\n"
  }

  /// A text as a string literal (ECMA-262 §12.9.4); line separators would end older ones.
  private static func javaScript(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      default: scalar.isWritable ? String(scalar) : scalar.escapedUnits
      }
    }
    return "\"\(scalars.joined())\""
  }
}
