extension LabZone {
  /// The standard zones, a sender domain for each mistake that people make with a record, and
  /// sender domains as they are found in the world.
  public static func withMistakes(_ addresses: LabAddresses) -> [LabZone] {
    let added = mistakes + shapes + neighbours
    let delegations = added.filter { $0.name.split(separator: ".").count == 2 }.map { zone in
      ["f1g1ns1", "f1g1ns2"].map { "\(zone.name). NS \($0).dnspod.net.\n" }.joined()
    }
    let further = [
      "com": delegations.joined() + delivered,
      // A DNS host with one server; the address of the other one exists nowhere.
      "net": "otherdns NS ns.otherdns.net.\nns.otherdns A \(addresses.authoritative1)\n",
      "dnspod.net": "inside A 0.0.0.1\n",
    ]
    return standard(addresses).map { zone in
      var zone = zone
      zone.records += further[zone.name] ?? ""
      return zone
    } + added + elsewhere(addresses)
  }

  /// What com says about domains whose delegation is the mistake.
  private static let delivered = """
    delegation-elsewhere NS ns.otherdns.net.
    server-address-private NS f1g1ns1.dnspod.net.
    server-address-private NS inside.dnspod.net.

    """

  /// A domain at one DNS host, whose DKIM record stands at another one.
  private static func elsewhere(_ addresses: LabAddresses) -> [LabZone] {
    [
      LabZone(
        "otherdns.net", on: .first,
        records: "@ NS ns\nns A \(addresses.authoritative1)\n"),
      LabZone(
        "delegation-elsewhere.com", on: .first,
        records: "@ NS ns.otherdns.net.\n" + sender(without: [.dkim])),
      LabZone("delegation-elsewhere.com", on: .second, records: hostedNS + sender()),
      LabZone(
        "server-address-private.com",
        records: "@ NS f1g1ns1.dnspod.net.\n@ NS inside.dnspod.net.\n" + sender()),
    ]
  }

  /// A TXT record whose text may be long: strings of at most 255 octets.
  public static func text(_ text: String, at owner: String) -> String {
    var rest = text[...]
    var strings: [String] = []
    while !rest.isEmpty {
      strings.append("\"\(rest.prefix(250))\"")
      rest = rest.dropFirst(250)
    }
    return "\(owner) TXT \(strings.joined(separator: " "))\n"
  }

  /// One zone for each finding about records and values, called after it.
  static var mistakes: [LabZone] {
    misplaced + mistyped + damaged + [
      zone("delegation-changing", sender()),
      zone(
        "large-answers-lost",
        sender() + (1...60).map { "@ TXT \"filling-\($0)-0123456789\"\n" }.joined()),
    ]
  }

  private static func zone(_ id: String, _ records: String) -> LabZone {
    LabZone("\(id).com", records: hostedNS + records)
  }

  private static var key: String { "qcloud._domainkey" }
  private static var policy: String { "TXT \"v=DMARC1; p=none\"\n" }

  /// Records at wrong names.
  private static var misplaced: [LabZone] {
    [
      zone("name-doubled", sender(without: [.dmarc]) + "_dmarc.name-doubled.com \(policy)"),
      // The sender is mail.
      zone(
        "name-half-doubled",
        sender(at: "mail", without: [.dmarc]) + "_dmarc.mail.mail \(policy)"),
      zone(
        "name-left-out", sender(at: "mail", without: [.dkim]) + dkimRecord(at: key)),
      zone("name-at-apex", sender(without: [.dmarc]) + "@ \(policy)"),
      zone(
        "name-underscore-lost",
        sender(without: [.dkim]) + dkimRecord(at: "qcloud.domainkey")),
      zone("name-typo", sender(without: [.dkim]) + dkimRecord(at: "qcloud_domainkey")),
      zone("wildcard-masks-record", sender(without: [.dmarc]) + "* TXT \"v=spf1 -all\"\n"),
    ]
  }

  /// Records of the wrong type, aliases in the way.
  private static var mistyped: [LabZone] {
    [
      zone("record-type-wrong", sender(without: [.mx]) + "@ TXT \"10 mxbiz1.qq.com.\"\n"),
      zone("record-type-address", sender(without: [.dmarc]) + "_dmarc A 127.53.9.9\n"),
      zone("record-type-spf", sender(without: [.spf]) + "@ SPF \"\(spf)\"\n"),
      zone("record-duplicated", sender() + "_dmarc TXT \"\\\"v=DMARC1; p=none\\\"\"\n"),
      zone(
        "cname-blocks-record", sender(without: [.dmarc]) + "_dmarc CNAME mxbiz1.qq.com.\n"),
      // The sender is mail; what stands below the alias is in order.
      zone(
        "cname-blocks-sender",
        "mail CNAME www\nwww A 127.53.9.8\n" + sender(at: "mail", without: [.mx, .spf])),
      zone(
        "cname-flattened", sender() + "_link A 104.16.1.1\n"),
      zone("record-missing", sender()),
      zone(
        "cname-chain-long",
        sender(without: [.dkim]) + "\(key) CNAME hop1\n"
          + (1...9).map { "hop\($0) CNAME hop\($0 + 1)\n" }.joined() + dkimRecord(at: "hop10")),
    ]
  }

  /// Right names and types, damaged values.
  private static var damaged: [LabZone] {
    let dkim = dkim.joined()
    return [
      zone("record-mismatch", sender(spf: "v=spf1 -all")),
      zone("target-missing-dot", sender(without: [.mx]) + "@ MX 10 mxbiz1.qq.com\n"),
      zone("target-dot-doubled", sender(without: [.mx]) + "@ MX 10 mxbiz1.qq.com\\..\n"),
      zone(
        "dmarc-spaced", sender(without: [.dmarc]) + "_dmarc TXT \"v=DMARC1 ; p=none\"\n"),
      zone("value-ends-with-dot", sender(without: [.dmarc]) + "_dmarc TXT \"v=DMARC1; p=none.\"\n"),
      zone("value-quoted", sender(spf: "\\\"\(spf)\\\"")),
      zone(
        "value-has-foreign-characters",
        sender(without: [.dmarc]) + "_dmarc TXT \"v=DMARC1\u{FF1B} p=none\u{200B}\"\n"),
      zone("value-has-spaces", sender(spf: " \(spf)")),
      zone("value-escaped", sender(without: [.dmarc]) + "_dmarc TXT \"v=DMARC1\\\\; p=none\"\n"),
      zone("value-has-label", sender(spf: "Value: \(spf)")),
      zone(
        "value-case-changed",
        sender(without: [.dkim]) + text(dkim.lowercased(), at: key)),
      zone(
        "value-split-across-records",
        sender(without: [.dkim]) + self.dkim.map { text($0, at: key) }.joined()),
      zone("value-truncated", sender(without: [.dkim]) + text(String(dkim.prefix(255)), at: key)),
      zone("value-of-other-record", sender(without: [.dmarc]) + "_dmarc TXT \"\(spf)\"\n"),
    ]
  }
}
