import DNS

extension FuzzTarget {
  /// Records in zone text, whose lines libldns reads.
  static let zoneText = FuzzTarget("zone-text") { octets in
    let origin = try DNSName("example.com")
    guard
      let records = try? ZoneText.records(String(decoding: octets, as: UTF8.self), origin: origin)
    else { return false }
    for record in records {
      let line = RecordColumns().line(record)
      try holdsPrintable(line.replacing("\t", with: " "), "line")
      // libldns takes owners below 255 characters, escapes included, and `\# 0` for no strings.
      guard Self.writtenTypes.contains(record.type), record.data != .txt([]),
        record.name.description.utf8.count < 255
      else { continue }
      try hold(try? ZoneText.records(line, origin: .root), is: [record], line)
    }
    return !records.isEmpty
  }

  /// The types that annai itself writes into zone texts.
  private static let writtenTypes: Set<RecordType> = [
    .a, .aaaa, .ns, .cname, .ptr, .dname, .mx, .txt, .soa,
  ]
}
