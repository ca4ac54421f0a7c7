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
  /// The rest in hexadecimal or base64, left out where no cryptography is wanted.
  case digest, signature
  /// The rest as a public key, with a remark that may name its role.
  case key(hasRole: Bool)
  /// The rest in base64 in one piece, `-` for none.
  case wholeBase64
  /// The rest as `0x` and hexadecimal (RFC 1706 §7).
  case prefixedHexadecimal
  /// The mnemonic of a record type, as it was written before RFC 3597, and that of a way of
  /// notification (RFC 9859 §2.1).
  case type, oldType, scheme
  /// Seconds since 1970 as YYYYMMDDHHmmSS (RFC 4034 §3.2).
  case moment
  /// The types in windows of a bitmap (RFC 4034 §4.1.2), the same with a line for each window, or in
  /// one bitmap of the first 128 (RFC 2535 §5.2).
  case types, typeLines, firstTypes
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
  /// Ports in a bitmap (RFC 1035 §3.4.2).
  case ports
  /// An address of an ATM end system (af-saa-0069.000 §2).
  case atmAddress
  /// A prefix length, the rest of an address and a name (RFC 2874 §3.1).
  case a6
  /// A gateway with its precedence and algorithm (RFC 4025 §2), and a relay (RFC 8777 §4.2).
  case gateway, relay
  /// A host's identity, its key and its rendezvous servers (RFC 8005 §5).
  case hostIdentity
  /// The five numbers of an SOA with their meanings (RFC 1035 §3.3.13).
  case soaNumbers
  /// A remark about the three parts of a DHCID (RFC 4701 §3.1).
  case dhcidRemark
  /// Over several lines: a bracket and a new line, a bracket, a bracket that touches, a new line.
  case open, openHere, openTight, line

  /// The fields of a type; nil for a type that is written as RFC 3597 §5 says.
  static func fields(of type: RecordType) -> [PresentationField]? {
    switch type.rawValue {
    case 1: [.ipv4]
    case 28: [.ipv6]
    case 2...5, 7...9, 12, 23, 39: [.name]
    case 6: [.name, .name, .open, .soaNumbers]
    case 11: [.ipv4, .byte, .ports]
    case 13, 16, 19, 20, 27, 56, 99, 258, 261, 262: [.strings]
    case 14, 17, 58: [.name, .name]
    case 15, 18, 21, 36, 107: [.short, .name]
    case 22: [.prefixedHexadecimal]
    case 24:
      [.oldType, .byte, .byte, .long, .moment, .open, .moment, .short, .name, .line, .base64]
    case 25, 57: [.short, .byte, .byte, .open, .key(hasRole: false)]
    case 26: [.short, .name, .name]
    case 29: [.location]
    case 30: [.name, .firstTypes]
    case 31, 32: [.openHere, .hexadecimal]
    case 33: [.short, .short, .short, .name]
    case 34: [.atmAddress]
    case 35: [.short, .short, .string, .string, .string, .name]
    case 37: [.certificateKind, .short, .algorithm, .open, .base64]
    case 38: [.a6]
    case 40: [.byte, .byte, .byte, .open, .base64]
    case 42: [.prefixes]
    case 43, 59, 32_768, 32_769: [.short, .byte, .byte, .open, .digest]
    case 44: [.byte, .byte, .open, .hexadecimal]
    case 45: [.openHere, .gateway, .line, .base64]
    case 46:
      [.type, .byte, .byte, .long, .open, .moment, .moment, .short, .name, .line, .signature]
    case 47: [.name, .types]
    case 48, 60: [.short, .byte, .byte, .open, .key(hasRole: true)]
    case 49: [.openHere, .base64, .dhcidRemark]
    case 50: [.byte, .byte, .short, .salt, .open, .hash, .typeLines]
    case 51: [.byte, .byte, .short, .salt]
    case 52, 53: [.byte, .byte, .byte, .open, .hexadecimal]
    case 55: [.openHere, .hostIdentity]
    case 61: [.openHere, .signature]
    case 62: [.long, .short, .types]
    case 63: [.long, .byte, .byte, .open, .digest]
    case 64, 65: [.short, .name, .parameters]
    case 66: [.type, .scheme, .short, .name]
    case 67, 68: [.openTight, .base64]
    case 104, 106: [.short, .locator]
    case 105: [.short, .ipv4]
    case 108, 109: [.dashed]
    case 256: [.short, .short, .text]
    case 257: [.byte, .word, .text]
    case 259: [.long, .long, .byte, .string, .wholeBase64]
    case 260: [.relay]
    default: nil
    }
  }
}
