/// Hands a text to the clipboard of the terminal: OSC 52, as xterm's control sequences define it.
///
/// It works over ssh too. The terminal does not say whether it has taken the text.
public enum Clipboard {
  /// The most octets that are handed over; some terminals drop sequences that are longer.
  public static let longest = 8192

  /// The sequence that sets the clipboard; nil when the text is empty or too long.
  public static func sequence(_ text: String) -> String? {
    let octets = Array(text.utf8)
    guard !octets.isEmpty, octets.count <= longest else { return nil }
    // BEL ends it: more terminals understand that than ESC \.
    return "\u{1B}]52;c;\(base64(octets))\u{07}"
  }

  /// RFC 4648 §4.
  private static func base64(_ octets: [UInt8]) -> String {
    stride(from: 0, to: octets.count, by: 3).map { start in
      let group = octets[start..<min(start + 3, octets.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      let digits = [18, 12, 6, 0].prefix(group.count + 1).map { alphabet[bits >> $0 & 0x3F] }
      return String(digits) + String(repeating: "=", count: 3 - group.count)
    }.joined()
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
}
