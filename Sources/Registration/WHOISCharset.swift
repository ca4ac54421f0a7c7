import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The character sets that WHOIS servers use; the protocol has no way to say which (RFC 3912 §4).
package enum WHOISCharset: String, CaseIterable {
  /// CNNIC, KRNIC and nearly everybody else.
  case utf8 = "UTF-8"
  /// JPRS without `/e`; seven bits, told by its escapes (RFC 1468).
  case iso2022JP = "ISO-2022-JP"
  /// Korean registrars.
  case eucKR = "EUC-KR"
  /// Japanese registrars; Microsoft's form, in which ASCII stays ASCII.
  case shiftJIS = "CP932"

  /// The set that `octets` are written in; nil when they fit none.
  static func detect(_ octets: [UInt8]) -> WHOISCharset? {
    // RFC 1468: ESC $ @ and ESC $ B begin Japanese text; in UTF-8 nobody sends them.
    let escape: [UInt8] = [0x1B, UInt8(ascii: "$")]
    if zip(octets, octets.dropFirst()).contains(where: { [$0, $1] == escape }),
      octets.allSatisfy({ $0 < 0x80 })
    {
      return .iso2022JP
    }
    if String(validating: octets, as: UTF8.self) != nil { return .utf8 }
    if pairs(octets, lead: 0xA1...0xFE, trail: 0xA1...0xFE) { return .eucKR }
    // Japanese text in Shift_JIS has leads below 0xA0, which EUC-KR does not.
    return shiftJIS.text(octets) == nil ? nil : .shiftJIS
  }

  /// The text in the set that fits; what fits none is read as UTF-8 with replacement characters.
  package static func decode(_ octets: [UInt8]) -> String {
    detect(octets)?.text(octets) ?? String(decoding: octets, as: UTF8.self)
  }

  /// Whether every octet above ASCII belongs to a pair.
  private static func pairs(
    _ octets: [UInt8], lead: ClosedRange<UInt8>, trail: ClosedRange<UInt8>
  ) -> Bool {
    var position = 0
    while position < octets.count {
      guard octets[position] >= 0x80 else {
        position += 1
        continue
      }
      guard lead.contains(octets[position]), position + 1 < octets.count,
        trail.contains(octets[position + 1])
      else { return false }
      position += 2
    }
    return true
  }

  /// The text of `octets` in this set; nil when they are not of this set.
  func text(_ octets: [UInt8]) -> String? {
    if self == .utf8 { return String(validating: octets, as: UTF8.self) }
    #if canImport(Glibc)
      return converted(octets)
    #else
      let encoding: CFStringEncodings =
        switch self {
        case .iso2022JP: .ISO_2022_JP
        case .eucKR: .EUC_KR
        default: .dosJapanese
        }
      let number = CFStringConvertEncodingToNSStringEncoding(CFStringEncoding(encoding.rawValue))
      return String(data: Data(octets), encoding: String.Encoding(rawValue: number))
    #endif
  }

  #if canImport(Glibc)
    /// Through iconv(3): Foundation on Linux has no EUC-KR.
    private func converted(_ octets: [UInt8]) -> String? {
      let converter = iconv_open("UTF-8", rawValue)
      // iconv_open(3) gives (iconv_t) -1 for a set that the system lacks.
      guard let converter, Int(bitPattern: converter) != -1 else { return nil }
      defer { iconv_close(converter) }
      var input = octets.map { CChar(bitPattern: $0) }
      // No character of these sets takes more than three octets in UTF-8 for each of its own.
      var output = [CChar](repeating: 0, count: 3 * octets.count + 16)
      var inputRest = input.count
      var outputRest = output.count
      let isWhole = input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
          var from = input.baseAddress
          var to = output.baseAddress
          return iconv(converter, &from, &inputRest, &to, &outputRest) != Int(bitPattern: UInt.max)
            && inputRest == 0
        }
      }
      guard isWhole else { return nil }
      let used = output.prefix(output.count - outputRest)
      return String(validating: used.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  #endif
}
