import DNS

extension RecordExport {
  /// The table that DNSPod imports, with commas (RFC 4180).
  ///
  /// Texts are without quotes of the zone file, and what is no MX has `-` for its priority.
  func dnspodTable() throws(ExportError) -> String {
    var lines = [["Type", "Host", "Split Zone", "Value", "MX", "TTL", "Remarks"]]
    for item in items {
      let record = item.record
      let value: String
      var priority = "-"
      switch record.data {
      case .mx(let preference, let exchange):
        (value, priority) = (exchange.description, String(preference))
      case .name(let target): value = target.description
      case .txt: value = record.plainText
      default: continue
      }
      if Self.isFormula(value) { throw .formula(value) }
      lines.append([
        record.type.name, record.name.hostLabel(in: zone), "Default", value, priority,
        String(record.ttl), item.id,
      ])
    }
    // RFC 4180 §2.1: lines end in CRLF.
    return lines.map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// What a spreadsheet would compute instead of showing it.
  ///
  /// An apostrophe in front would keep it from that, and become a part of the record.
  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
  }

  /// RFC 4180 §2.5 to §2.7.
  private static func cell(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains { ",\"\r\n;\t".unicodeScalars.contains($0) }
    guard needsQuotes || text.first == " " || text.last == " " else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }
}
