/// The type of a resource record, by its number in the IANA registry (RFC 6895 §3.1).
public struct RecordType: RawRepresentable, Hashable, Sendable {
  /// The number on the wire.
  public let rawValue: UInt16

  /// A type by its number; unknown numbers are fine.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Host address, RFC 1035 §3.4.1.
  public static let a = RecordType(rawValue: 1)
  /// Name server, RFC 1035 §3.3.11.
  public static let ns = RecordType(rawValue: 2)
  /// Alias, RFC 1035 §3.3.1.
  public static let cname = RecordType(rawValue: 5)
  /// Start of a zone, RFC 1035 §3.3.13.
  public static let soa = RecordType(rawValue: 6)
  /// Pointer, RFC 1035 §3.3.12.
  public static let ptr = RecordType(rawValue: 12)
  /// Mail exchange, RFC 1035 §3.3.9.
  public static let mx = RecordType(rawValue: 15)
  /// Text, RFC 1035 §3.3.14.
  public static let txt = RecordType(rawValue: 16)
  /// IPv6 address, RFC 3596 §2.1.
  public static let aaaa = RecordType(rawValue: 28)
  /// Alias of a subtree, RFC 6672 §2.1.
  public static let dname = RecordType(rawValue: 39)
  /// The EDNS pseudo-record, RFC 6891 §6.1.
  public static let opt = RecordType(rawValue: 41)
  /// Delegation signer, RFC 4034 §5.
  public static let ds = RecordType(rawValue: 43)
  /// A signature of a record set (RFC 4034 §3).
  public static let rrsig = RecordType(rawValue: 46)
  /// A key that a zone is signed with (RFC 4034 §2).
  public static let dnskey = RecordType(rawValue: 48)
  /// SPF in a type of its own, which RFC 7208 §3.1 has done away with.
  public static let spf = RecordType(rawValue: 99)
  /// Transaction signature, RFC 8945 §4.2; never asked for and refused in answers.
  public static let tsig = RecordType(rawValue: 250)
  /// Whatever a server has at a name, RFC 8482.
  public static let any = RecordType(rawValue: 255)

  /// An array, which is there at once: a dictionary would be made at every start.
  private static let names: [(number: UInt16, name: String)] = [
    (1, "A"), (2, "NS"), (3, "MD"), (4, "MF"), (5, "CNAME"), (6, "SOA"), (7, "MB"), (8, "MG"),
    (9, "MR"), (10, "NULL"), (11, "WKS"), (12, "PTR"), (13, "HINFO"), (14, "MINFO"), (15, "MX"),
    (16, "TXT"), (17, "RP"), (18, "AFSDB"), (19, "X25"), (20, "ISDN"), (21, "RT"), (22, "NSAP"),
    (23, "NSAP-PTR"), (24, "SIG"), (25, "KEY"), (26, "PX"), (27, "GPOS"), (28, "AAAA"), (29, "LOC"),
    (30, "NXT"), (31, "EID"), (32, "NIMLOC"), (33, "SRV"), (34, "ATMA"), (35, "NAPTR"), (36, "KX"),
    (37, "CERT"), (38, "A6"), (39, "DNAME"), (40, "SINK"), (41, "OPT"), (42, "APL"), (43, "DS"),
    (44, "SSHFP"), (45, "IPSECKEY"), (46, "RRSIG"), (47, "NSEC"), (48, "DNSKEY"), (49, "DHCID"),
    (50, "NSEC3"), (51, "NSEC3PARAM"), (52, "TLSA"), (53, "SMIMEA"), (55, "HIP"), (56, "NINFO"),
    (57, "RKEY"), (58, "TALINK"), (59, "CDS"), (60, "CDNSKEY"), (61, "OPENPGPKEY"), (62, "CSYNC"),
    (63, "ZONEMD"), (64, "SVCB"), (65, "HTTPS"), (66, "DSYNC"), (67, "HHIT"), (68, "BRID"),
    (99, "SPF"), (100, "UINFO"), (101, "UID"), (102, "GID"), (103, "UNSPEC"), (104, "NID"),
    (105, "L32"), (106, "L64"), (107, "LP"), (108, "EUI48"), (109, "EUI64"), (249, "TKEY"),
    (250, "TSIG"), (251, "IXFR"), (252, "AXFR"), (253, "MAILB"), (254, "MAILA"), (255, "ANY"),
    (256, "URI"), (257, "CAA"), (258, "AVC"), (259, "DOA"), (260, "AMTRELAY"), (261, "RESINFO"),
    (262, "WALLET"), (32_768, "TA"), (32_769, "DLV"),
  ]

  /// Whether records of this type can be asked for one at a time: not transfers of zones
  /// (RFC 5936 §2, RFC 1995 §3), and not what only accompanies a message.
  public var isQuestion: Bool { ![0, 41, 249, 250, 251, 252].contains(rawValue) }

  /// The mnemonic, or the number alone, as records from before RFC 3597 have it.
  var mnemonicOrNumber: String { mnemonic ?? String(rawValue) }

  /// The mnemonic, or `TYPEn` for a type without one (RFC 3597 §5).
  public var name: String { mnemonic ?? "TYPE\(rawValue)" }

  private var mnemonic: String? { Self.names.first { $0.number == rawValue }?.name }

  /// The type with this mnemonic in any case, or `TYPEn`; nil when there is none.
  public init?(name: String) {
    let upper = name.uppercased()
    if let known = Self.names.first(where: { $0.name == upper }) {
      self.init(rawValue: known.number)
    } else if upper.hasPrefix("TYPE"), upper.utf8.dropFirst(4).allSatisfy({ 48...57 ~= $0 }),
      let number = UInt16(upper.dropFirst(4))
    {
      self.init(rawValue: number)
    } else {
      return nil
    }
  }
}

extension RecordType: CustomStringConvertible {
  /// The mnemonic.
  public var description: String { name }
}

extension RecordType: Codable {
  /// Decodes the mnemonic.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let type = RecordType(name: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "record type")
    }
    self = type
  }

  /// Encodes the mnemonic.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}
