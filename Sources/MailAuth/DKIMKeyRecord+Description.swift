extension DKIMKeyRecord: CustomStringConvertible {
  /// The record in the order of RFC 6376 §3.6.1, defaults left out, the key without white space.
  public var description: String {
    var tags: [String] = hasVersion ? ["v=DKIM1"] : []
    if let hashes { tags.append("h=" + hashes.joined(separator: ":")) }
    if keyType != "rsa" { tags.append("k=" + keyType) }
    if let notes { tags.append("n=" + notes) }
    if services != ["*"] { tags.append("s=" + services.joined(separator: ":")) }
    if !flags.isEmpty { tags.append("t=" + flags.joined(separator: ":")) }
    return (tags + ["p=" + Base64Text.encode(key)]).joined(separator: "; ")
  }

  /// The value of `p=` as written, even in a record that is otherwise faulty; nil without one.
  ///
  /// Quotes, backslashes and white space inside are kept, so that they can be shown.
  public static func keyText(in octets: [UInt8]) -> [UInt8]? {
    keyRange(in: octets).map { Array(octets[$0]) }
  }

  /// Where the value of `p=` stands, even in a record that is otherwise faulty; nil without one.
  public static func keyRange(in octets: [UInt8]) -> Range<Int>? {
    guard octets.count <= 65_535 else { return nil }
    return TagList(octets).tags.first { $0.name == "p" }.map { $0.value.indices }
  }
}
