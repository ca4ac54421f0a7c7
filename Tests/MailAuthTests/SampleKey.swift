import MailAuth

/// Keys to test with.
enum SampleKey {
  /// RFC 6376 Appendix C: 1024 bits, as the text of `p=`.
  static let appendixC =
    "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDwIRP/UC3SBsEmGqZ9ZJW3/DkMoGeLnQg1fWn7/zYtIxN2SnFC"
    + "jxOCKG9v3b4jYfcTNh5ijSsq631uBItLa7od+v/RtdC2UzJ1lWT947qR+Rcac2gbto/NMqJ0fzfVjH4OuKhi"
    + "tdY9tf6mcwGjaNBcWToIMmPSPDdQPNUYckcQ2QIDAQAB"
  /// RFC 8463 Appendix A.2: Ed25519.
  static let football = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="

  /// An RSAPublicKey whose modulus has this number of bits, its digits made from a seed.
  static func bare(
    bits: Int, seed: UInt64 = 1, exponent: [UInt8] = [1, 0, 1]
  ) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    var modulus = (0..<(bits + 7) / 8).map { _ in UInt8.random(in: 0...255, using: &random) }
    let top = UInt8(1) << UInt8((bits - 1) % 8)
    modulus[0] = modulus[0] & (top - 1) | top
    modulus[modulus.count - 1] |= 1
    return value(0x30, integer(modulus) + integer(exponent))
  }

  /// A SubjectPublicKeyInfo of such a key.
  static func wrapped(bits: Int, seed: UInt64 = 1) -> [UInt8] {
    info(
      [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01], null, bare(bits: bits, seed: seed))
  }

  /// A SubjectPublicKeyInfo of an algorithm and a key.
  static func info(
    _ identifier: [UInt8], _ parameters: [UInt8] = [], _ key: [UInt8]
  ) -> [UInt8] {
    value(0x30, value(0x30, value(0x06, identifier) + parameters) + value(0x03, [0] + key))
  }

  static let null: [UInt8] = [0x05, 0x00]
  static let ed25519Identifier: [UInt8] = [0x2B, 0x65, 0x70]

  static func integer(_ magnitude: [UInt8]) -> [UInt8] {
    value(0x02, (magnitude.first ?? 0) >= 0x80 ? [0] + magnitude : magnitude)
  }

  /// DER: identifier, length, value (X.690 §8.1.3).
  static func value(_ identifier: UInt8, _ content: [UInt8]) -> [UInt8] {
    switch content.count {
    case ..<0x80: [identifier, UInt8(content.count)] + content
    case ..<0x100: [identifier, 0x81, UInt8(content.count)] + content
    default:
      [identifier, 0x82, UInt8(content.count >> 8), UInt8(content.count & 0xFF)] + content
    }
  }

  /// The record of a key, as a mail service shows it.
  static func record(_ octets: [UInt8]) -> String { "v=DKIM1; k=rsa; p=" + base64(octets) }

  static func base64(_ octets: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    var bits = 0
    var count = 0
    for octet in octets {
      bits = (bits << 8 | Int(octet)) & 0xFFFF
      count += 8
      while count >= 6 {
        count -= 6
        text.append(alphabet[bits >> count & 0x3F])
      }
    }
    if count > 0 { text.append(alphabet[bits << (6 - count) & 0x3F]) }
    return text + String(repeating: "=", count: (4 - text.count % 4) % 4)
  }
}
