extension LabZone {
  /// What com says about domains whose delegation is at fault.
  static func faultyDelegations(_ addresses: LabAddresses) -> String {
    """
    nsdiff NS f1g1ns1.dnspod.net.
    nsdiff NS old.parked.net.
    parentchild NS f1g1ns1.dnspod.net.
    parentchild NS f1g1ns2.dnspod.net.
    subzone NS f1g1ns1.dnspod.net.
    glued NS ns1.glued
    glued NS ns2.glued
    ns1.glued A \(addresses.authoritative1)
    ns2.glued A \(addresses.authoritative2)
    gluewrong NS ns1.gluewrong
    gluewrong NS ns2.gluewrong
    ns1.gluewrong A \(addresses.authoritative1)
    ns2.gluewrong A \(addresses.deserted)
    noaddress NS f1g1ns1.dnspod.net.
    noaddress NS nowhere.dnspod.net.
    lostns NS nowhere.dnspod.net.
    lostns NS alias.dnspod.net.
    nsalias NS f1g1ns1.dnspod.net.
    nsalias NS alias.dnspod.net.
    deserted NS f1g1ns1.dnspod.net.
    deserted NS deserted.dnspod.net.
    loopa NS ns.loopb
    loopb NS ns.loopa

    """
  }

  /// What the domain of the DNS host says about servers that are at fault. There is no `nowhere`.
  static func faultyServers(_ addresses: LabAddresses) -> String {
    "alias CNAME f1g1ns1\ndeserted A \(addresses.deserted)\n"
  }

  /// Domains that hang together wrongly.
  static func delegationFaults(_ addresses: LabAddresses) -> [LabZone] {
    let first = "@ NS f1g1ns1.dnspod.net.\n"
    let second = "@ NS f1g1ns2.dnspod.net.\n"
    return [
      // The child names one server only, the parent both.
      LabZone("parentchild.com", records: first + sender()),
      // The records stand in the zone and below its cuts, where nobody sees them.
      LabZone(
        "subzone.com", on: .first,
        records: first + sender() + sender(at: "mail")
          + ["_domainkey", "_dmarc", "mail"].map { "\($0) NS f1g1ns2.dnspod.net.\n" }.joined()),
      LabZone("_domainkey.subzone.com", on: .second, records: second),
      LabZone("_dmarc.subzone.com", on: .second, records: second),
      LabZone("mail.subzone.com", on: .second, records: second),
      // Sound, with servers of its own: the delegation carries their addresses.
      LabZone("glued.com", records: ownServers(addresses) + sender()),
      // The registry knows an old address of ns2, where nobody answers.
      LabZone("gluewrong.com", records: ownServers(addresses) + sender()),
      LabZone(
        "noaddress.com", records: first + "@ NS nowhere.dnspod.net.\n" + sender()),
      LabZone(
        "lostns.com", records: "@ NS nowhere.dnspod.net.\n@ NS alias.dnspod.net.\n" + sender()),
      LabZone("nsalias.com", records: first + "@ NS alias.dnspod.net.\n" + sender()),
      LabZone("deserted.com", records: first + "@ NS deserted.dnspod.net.\n" + sender()),
      // The server of each can be found in the other one only.
      LabZone(
        "loopa.com",
        records: "@ NS ns.loopb.com.\nns A \(addresses.authoritative1)\n" + sender()),
      LabZone(
        "loopb.com",
        records: "@ NS ns.loopa.com.\nns A \(addresses.authoritative1)\n" + sender()),
      // The second server does not hold upward.co.id, but an old copy of id: it refers to co.id.
      LabZone("upward.co.id", on: .first, records: hostedNS + sender()),
      LabZone(
        "id", on: .second, serial: 3, records: "@ NS a.dns.id.\nco NS a.dns.id.\n"),
    ]
  }

  /// The standard zones and chain.com, in which each label is a zone on a server of its own.
  ///
  /// `depth` counts the labels `a` in front of chain.com, at most 39; the deepest zone is a sound
  /// sender domain. Each server takes 10 MB and some 30 ms to start.
  public static func chained(_ addresses: LabAddresses, depth: UInt8) -> [LabZone] {
    func name(_ number: UInt8) -> String {
      String(repeating: "a.", count: Int(number)) + "chain.com"
    }
    func delegation(_ number: UInt8) -> String {
      "\(name(number)). NS ns.\(name(number)).\n"
        + "ns.\(name(number)). A \(addresses.further(number))\n"
    }
    let links = (0...depth).map { number in
      let more = number < depth ? delegation(number + 1) : sender()
      return LabZone(
        name(number), on: .further(number),
        records: "@ NS ns\nns A \(addresses.further(number))\n" + more)
    }
    let standard = standard(addresses).map { zone in
      guard zone.name == "com" else { return zone }
      var com = zone
      com.records += delegation(0)
      return com
    }
    return standard + links
  }

  private static func ownServers(_ addresses: LabAddresses) -> String {
    """
    @ NS ns1
    @ NS ns2
    ns1 A \(addresses.authoritative1)
    ns2 A \(addresses.authoritative2)

    """
  }
}
