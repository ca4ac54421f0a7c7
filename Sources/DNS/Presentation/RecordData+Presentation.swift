extension ResourceRecord {
  /// The data as a zone file and `dig +short` write them; names with their final dot.
  public var presentation: String { presentation(PresentationStyle()) }

  /// The data in a style.
  ///
  /// Data that do not fit their type are written as RFC 3597 §5 says, like unknown types.
  public func presentation(_ style: PresentationStyle) -> String {
    let octets = data.wire
    if !style.isGeneric, let fields = PresentationField.fields(of: type) {
      var reader = PresentationReader(octets)
      var line = PresentationLine(style)
      if reader.write(fields, to: &line), reader.isAtEnd {
        line.close()
        return line.text
      }
    }
    return Self.unknown(octets, style)
  }

  /// RFC 3597 §5: `\# length hexadecimal`.
  private static func unknown(_ octets: [UInt8], _ style: PresentationStyle) -> String {
    var line = PresentationLine(style)
    line.add("\\#")
    line.add(String(octets.count))
    line.openHere()
    line.add(chunked: PresentationReader.hexadecimal(octets))
    line.close()
    return line.text
  }
}
