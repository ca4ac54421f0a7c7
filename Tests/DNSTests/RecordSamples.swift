import DNS

/// Data of every type that BIND 9.18 can write, as they stand in a message.
enum RecordSamples {
  struct Sample {
    let type: RecordType
    let data: [UInt8]
    /// The name under which the record is asked for; some types are bound to one.
    var label: String?
  }

  static let all: [Sample] =
    names + texts + addresses + keys + digests + denials + services + exotic + unknown

  private static func sample(_ type: UInt16, _ parts: [UInt8]...) -> Sample {
    Sample(type: RecordType(rawValue: type), data: parts.flatMap { $0 })
  }

  /// An uncompressed name.
  private static func name(_ text: String) -> [UInt8] {
    ((try? DNSName(text)) ?? .root).wire
  }

  /// A character-string.
  private static func string(_ text: String) -> [UInt8] { [UInt8(text.utf8.count)] + text.utf8 }

  private static func string(_ octets: some Sequence<UInt8>) -> [UInt8] {
    let octets = Array(octets)
    return [UInt8(octets.count)] + octets
  }

  private static func short(_ numbers: Int...) -> [UInt8] {
    numbers.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
  }

  private static func long(_ numbers: Int...) -> [UInt8] {
    numbers.flatMap { number in [24, 16, 8, 0].map { UInt8(number >> $0 & 255) } }
  }

  /// So many octets, never twice the same in one sample.
  private static func octets(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(($0 * 37 + count) & 255) }
  }

  private static let names: [Sample] = [
    sample(2, name("ns1.example.com")), sample(5, name(#"a\.b\032c\255\"\;\$\@\(\).example.com"#)),
    sample(12, name(".")), sample(39, name("new.example.com")), sample(3, name("md.example.com")),
    sample(4, name("mf.example.com")), sample(7, name("mb.example.com")),
    sample(8, name("mg.example.com")), sample(9, name("mr.example.com")),
    sample(14, name("who.example.com"), name("errors.example.com")),
    sample(15, short(10), name("mxbiz1.qq.com")), sample(15, short(65_535), name(".")),
    sample(17, name("who.example.com"), name(".")), sample(18, short(1), name("afs.example.com")),
    sample(21, short(2), name("rt.example.com")), sample(23, name("nsap.example.com")),
    sample(26, short(10), name("map822.example.com"), name("mapx400.example.com")),
    sample(33, short(1, 2, 5060), name("sip.example.com")),
    sample(36, short(3), name("kx.example.com")), sample(58, name("a.example"), name("b.example")),
    sample(107, short(10), name("l64.example.com")),
    sample(
      6, name("ns1.example.com"), name(#"host\.master.example.com"#),
      long(2_024_010_101, 7200, 900, 1_209_600, 86_400)),
    sample(6, name("."), name("."), long(4_294_967_295, 0, 1, 3661, 90_061)),
  ]

  private static let texts: [Sample] =
    [
      sample(16, string("v=spf1 include:qcloudmail.com ~all")),
      sample(
        16, string(#"a "quoted" \ word; (x) $ @"#), string(""),
        string(repeatElement(120, count: 255))),
      sample(19, string("311061700956")), sample(20, string("150862028003217"), string("004")),
      sample(20, string("1508")), sample(13, string("PC x"), string("Linux")),
      sample(27, string("-32.6882"), string("116.8652"), string("10.0")),
      sample(
        35, short(100, 10), string("u"), string("E2U+sip"), string("!^.*$!sip:a@example.com!"),
        name(".")),
      sample(56, string("a"), string("b")), sample(99, string("v=spf1 -all")),
      sample(256, short(10, 1), Array(#"ftp://ftp.example.com/"x""#.utf8)),
      sample(256, short(1, 1)),
      sample(257, [0], string("issue"), Array(#"letsencrypt.org; x="y""#.utf8)),
      sample(257, [128], string("iodef")), sample(258, string("avc")),
      sample(261, string("qnamemin"), string("exterr=15-17")),
      sample(262, string("ETH"), string("0x1")),
      sample(259, long(1, 2), [3], string("text/plain"), octets(100)),
      sample(259, long(0, 0), [0], string("")),
      sample(259, long(0, 0), [0], string(#"a"b c"#), [120]),
    ]
    + stride(from: 0, to: 256, by: 32).map { start in
      let octets = (start..<(start + 32)).map { UInt8($0) }
      return sample(16, string(octets), string(octets.reversed()))
    }

  private static let addresses: [Sample] = [
    sample(1, [192, 0, 2, 1]),
    sample(28, [0x20, 1, 0xD, 0xB8] + [UInt8](repeating: 0, count: 11) + [1]),
    sample(28, [UInt8](repeating: 0, count: 10) + [255, 255, 192, 0, 2, 1]),
    sample(28, [UInt8](repeating: 0, count: 16)), sample(28, octets(16)),
    sample(11, [192, 0, 2, 1, 6, 0, 0, 0x40, 1]), sample(11, [192, 0, 2, 1, 17]),
    sample(11, [192, 0, 2, 1, 132, 0x80]),
    sample(22, octets(20)),
    sample(29, [0, 0x12, 0x16, 0x13], long(2_332_896_396, 2_147_479_074, 10_000_000)),
    sample(29, [1], octets(15)), sample(31, octets(6)), sample(32, octets(80)),
    sample(34, [0], octets(20)), sample(34, [1], Array("61200000000".utf8)),
    sample(34, [2], octets(4)),
    sample(38, [0], octets(16)), sample(38, [64], octets(8), name("a6.example.com")),
    sample(38, [128], name("a6.example.com")),
    sample(38, [61, 1], octets(8), name("a6.example.com")),
    sample(42, [0, 1, 24, 3, 192, 0, 2, 0, 2, 32, 0x84, 0x20, 1, 0xD, 0xB8]), sample(42),
    sample(104, short(10), octets(8)), sample(105, short(10), octets(4)),
    sample(106, short(10), [0, 20, 0, 79, 255, 0, 0, 1]), sample(108, octets(6)),
    sample(109, octets(8)),
  ]

  private static let keys: [Sample] = [
    sample(48, short(257), [3, 8], octets(100)), sample(48, short(256), [3, 13], octets(64)),
    sample(48, short(0x181), [3, 253], name("alg.example"), octets(30)),
    sample(48, short(0x81), [3, 254], [6, 5, 0x2B, 0x0E, 3, 2, 0x1A], octets(9)),
    sample(48, short(257), [3, 200], octets(9)), sample(60, short(257), [3, 8], octets(30)),
    sample(60, short(0), [3, 0, 0]), sample(25, short(256), [3, 8], octets(100)),
    sample(25, short(0xC000), [3, 8]), sample(57, short(0), [3, 8], octets(30)),
    sample(37, short(1, 12_345), [8], octets(60)), sample(37, short(99, 12_345), [99], octets(6)),
    sample(40, [1, 2, 3], octets(100)), sample(40, [1, 2, 3]),
    sample(45, [10, 0, 2], octets(40)), sample(45, [10, 1, 2, 192, 0, 2, 38], octets(100)),
    sample(45, [10, 2, 2], octets(16), octets(20)),
    sample(45, [10, 3, 2], name("gw.example.com"), octets(20)),
    sample(49, [0, 1, 1], octets(32)), sample(49, [1]),
    sample(
      55, [4, 2], short(60), octets(4), octets(60), name("rvs.example.com"),
      name("rvs2.example.com")),
    sample(55, [4, 2], short(6), octets(4), octets(6)), sample(61, octets(200)),
    sample(67, octets(100)), sample(68, octets(5)),
    sample(
      46, short(16), [8, 2], long(3600, 1_700_000_000, 1_600_000_000), short(1234),
      name("example.com"),
      octets(64)),
    sample(
      46, short(65_280), [8, 2], long(3600, 0, 4_294_967_295), short(1234), name("."), octets(100)),
    sample(
      24, short(65_281), [8, 2], long(3600, 1_700_000_000, 1_600_000_000), short(1234),
      name("example.com"), octets(64)),
  ]

  private static let digests: [Sample] =
    [43, 59, 32_768, 32_769].map { sample($0, short(12_345), [8, 2], octets(32)) } + [
      sample(59, short(0), [0, 0, 0]), sample(44, [1, 2], octets(32)),
      sample(52, [3, 1, 1], octets(32)), sample(53, [3, 1, 1], octets(32)),
      sample(63, long(2_018_031_500), [1, 1], octets(48)),
    ]

  private static let bitmap: [UInt8] = [0, 7, 0x62, 1, 0x80, 8, 0, 3, 0x80, 1, 1, 0x40]

  private static let denials: [Sample] = [
    sample(47, name("next.example.com"), bitmap),
    sample(30, name("next.example.com"), [0x62, 1, 0x80, 8, 0, 7]),
    sample(62, long(66), short(3), [0, 4, 0x60, 0, 0, 8]),
    sample(51, [1, 0], short(10), string(octets(4))),
    sample(51, [1, 0], short(0), string("")),
    Sample(
      type: RecordType(rawValue: 50),
      data: [1, 1, 0, 10] + string(octets(8)) + string(octets(20)) + bitmap,
      label: "0123456789abcdefghijklmnopqrstuv"),
    Sample(
      type: RecordType(rawValue: 50), data: [1, 0, 0, 0] + string("") + string(octets(20)),
      label: "0123456789abcdefghijklmnopqrstu0"),
  ]

  private static let services: [Sample] = [
    sample(64, short(0), name("svc.example.com")), sample(65, short(1), name(".")),
    sample(
      64, short(16), name("."), short(1, 9), string("h2"), string("h3-29"), short(3, 2), short(53),
      short(4, 8), octets(8), short(5, 10), octets(10), short(6, 16), octets(16), short(7, 7),
      Array("/{?dns}".utf8), short(667, 5), Array(#"he"lo"#.utf8), short(668, 0)),
    sample(65, short(1), name("a."), short(1, 4), string(#"\, "#), short(5, 0)),
    sample(66, short(59), [1], short(443), name("a.example")),
    sample(66, short(0), [9], short(0), name(".")),
    sample(260, [10, 0]), sample(260, [10, 0x81, 192, 0, 2, 1]), sample(260, [10, 2], octets(16)),
    sample(260, [10, 3], name("relay.example.com")), sample(260, [10, 4], octets(3)),
  ]

  private static let exotic: [Sample] = [
    sample(10, octets(100)), sample(10), sample(100, octets(4)), sample(101, octets(4)),
    sample(102, octets(4)), sample(103, octets(4)), sample(65_533, octets(20)),
  ]

  private static let unknown: [Sample] = [
    sample(65_280, [1, 2, 255]), sample(65_280), sample(54, octets(60)), sample(263, octets(3)),
    sample(65_535, octets(1)),
  ]
}
