/// How one field of a record's data is written in a zone file.
enum PresentationField {
  case byte, short, long
  case name, ipv4, ipv6
  /// One character-string in quotes.
  case string
  /// Character-strings in quotes to the end (RFC 1035 §3.3.14).
  case strings
  /// One character-string without quotes: a property tag (RFC 8659 §4.1.1).
  case word
  /// The rest in quotes (RFC 8659 §4.1.1, RFC 7553 §4.4).
  case text
  /// The rest in hexadecimal, base64, or octets with dashes (RFC 7043 §3.2).
  case hexadecimal, base64, dashed
  /// The rest as `0x` and hexadecimal (RFC 1706 §7).
  case prefixedHexadecimal
  /// The mnemonic of a record type.
  case type
  /// Seconds since 1970 as YYYYMMDDHHmmSS (RFC 4034 §3.2).
  case moment
  /// The types in windows of a bitmap (RFC 4034 §4.1.2).
  case types
  /// A length and a salt in hexadecimal, `-` for none (RFC 5155 §3.3).
  case salt
  /// A length and a hash in base32 with the extended alphabet (RFC 5155 §3.3).
  case hash
  /// Parameters of a service binding (RFC 9460 §2.1).
  case parameters
  /// A place on the Earth (RFC 1876 §3).
  case location
  /// The kind of a certificate and the algorithm of its key (RFC 4398 §2.1, RFC 4034 §A.1).
  case certificateKind, algorithm
  /// 64 bits as four groups in hexadecimal (RFC 6742 §2.1.2).
  case locator
  /// Address prefixes (RFC 3123 §5).
  case prefixes

  /// The fields of a type; nil for a type that is written as RFC 3597 §5 says.
  static func fields(of type: RecordType) -> [PresentationField]? {
    switch type.rawValue {
    case 1: [.ipv4]
    case 28: [.ipv6]
    case 2...5, 7...9, 12, 39: [.name]
    case 6: [.name, .name, .long, .long, .long, .long, .long]
    case 13, 16, 19, 20, 27, 56, 99, 258, 261, 262: [.strings]
    case 14, 17, 58: [.name, .name]
    case 15, 18, 21, 36, 107: [.short, .name]
    case 22: [.prefixedHexadecimal]
    case 24, 46: [.type, .byte, .byte, .long, .moment, .moment, .short, .name, .base64]
    case 25, 48, 57, 60: [.short, .byte, .byte, .base64]
    case 26: [.short, .name, .name]
    case 29: [.location]
    case 31, 32: [.hexadecimal]
    case 33: [.short, .short, .short, .name]
    case 35: [.short, .short, .string, .string, .string, .name]
    case 37: [.certificateKind, .short, .algorithm, .base64]
    case 42: [.prefixes]
    case 43, 59, 32_768, 32_769: [.short, .byte, .byte, .hexadecimal]
    case 44: [.byte, .byte, .hexadecimal]
    case 47: [.name, .types]
    case 49, 61: [.base64]
    case 50: [.byte, .byte, .short, .salt, .hash, .types]
    case 51: [.byte, .byte, .short, .salt]
    case 52, 53: [.byte, .byte, .byte, .hexadecimal]
    case 62: [.long, .short, .types]
    case 63: [.long, .byte, .byte, .hexadecimal]
    case 64, 65: [.short, .name, .parameters]
    case 104, 106: [.short, .locator]
    case 105: [.short, .ipv4]
    case 108, 109: [.dashed]
    case 256: [.short, .short, .text]
    case 257: [.byte, .word, .text]
    default: nil
    }
  }
}
