extension LabZone {
  /// The zones of a standard lab: a root, top-level domains, a DNS host, a mail service and sender
  /// domains, sound ones and those with one fault each.
  public static func standard(_ addresses: LabAddresses) -> [LabZone] {
    infrastructure(addresses) + senders + aliases + signedSenders + delegationFaults(addresses)
  }

  /// Domains that com delegates to both servers of the DNS host. `hold.com` is not among them: the
  /// registry took its delegation away, and the servers still answer.
  private static let delegated = [
    "qcloudmail", "qq", "healthy", "nodkim", "mismatch", "lame", "halflame", "spf2", "doubled",
    "nodot", "nomx", "nodmarc", "nospf", "escape", "sub", "neg",
  ]

  private static func infrastructure(_ addresses: LabAddresses) -> [LabZone] {
    let delegated = delegated + (aliases + signedSenders).map { $0.name + "." }
    let glue = "a.gtld-servers.net. A \(addresses.tld)\n"
    let hostNS = ["dnspod NS f1g1ns1.dnspod.net.\n", "dnspod NS f1g1ns2.dnspod.net.\n"].joined()
    let hosts = """
      f1g1ns1.dnspod.net. A \(addresses.authoritative1)
      f1g1ns2.dnspod.net. A \(addresses.authoritative2)

      """
    return [
      LabZone(
        ".", on: .root,
        records: """
          @ NS a.root-servers.net.
          a.root-servers.net. A \(addresses.root)
          com. NS a.gtld-servers.net.
          net. NS a.gtld-servers.net.
          cn. NS a.dns.cn.
          id. NS a.dns.id.
          \(glue)a.dns.cn. A \(addresses.tld)
          a.dns.id. A \(addresses.tld)
          """),
      LabZone(
        "net", on: .tld,
        records: "@ NS a.gtld-servers.net.\n\(glue)root-servers NS a.root-servers.net.\n"
          + "a.root-servers.net. A \(addresses.root)\n\(hostNS)\(hosts)"),
      LabZone(
        "com", on: .tld,
        records: "@ NS a.gtld-servers.net.\n" + delegated.map(delegation).joined()
          + moreNS("four") + delegation("four")
          + faultyDelegations(addresses) + staleDelegationSigners,
        signing: .sound),
      LabZone(
        "cn", on: .tld,
        records: "@ NS a.dns.cn.\na.dns.cn. A \(addresses.tld)\n" + delegation("healthy")),
      LabZone(
        "id", on: .tld,
        records: "@ NS a.dns.id.\na.dns.id. A \(addresses.tld)\nco NS a.dns.id.\n"),
      LabZone(
        "co.id", on: .tld,
        records: "@ NS a.dns.id.\n" + delegation("example") + delegation("upward")),
      LabZone(
        "dnspod.net",
        records: hostedNS + hosts + faultyServers(addresses)
          + "f1g1ns3 A \(addresses.authoritative3)\nf1g1ns4 A \(addresses.authoritative4)\n"),
      LabZone("qq.com", records: hostedNS + "mxbiz1 A 127.53.1.1\nmxbiz2 A 127.53.1.2\n"),
      LabZone(
        "qcloudmail.com",
        records: hostedNS
          + """
          @ TXT "v=spf1 include:spf1.qcloudmail.com include:spf2.qcloudmail.com ~all"
          spf1 TXT "v=spf1 ip4:127.53.2.0/24 ~all"
          spf2 TXT "v=spf1 ip4:127.53.3.0/24 ~all"

          """
          // Over 1232 octets: cut off over UDP, whole over TCP.
          + (1...60).map { "big TXT \"filler-\($0)-0123456789012345678901234567890\"\n" }.joined()),
    ]
  }

  private static func moreNS(_ label: String) -> String {
    "\(label) NS f1g1ns3.dnspod.net.\n\(label) NS f1g1ns4.dnspod.net.\n"
  }

  private static func delegation(_ label: String) -> String {
    "\(label) NS f1g1ns1.dnspod.net.\n\(label) NS f1g1ns2.dnspod.net.\n"
  }

  private static var senders: [LabZone] {
    func zone(_ name: String, _ records: String) -> LabZone {
      LabZone(name, records: hostedNS + records)
    }
    return [
      zone("healthy.com", sender()),
      zone("healthy.cn", sender()),
      zone("example.co.id", sender()),
      zone("hold.com", sender()),
      zone("nsdiff.com", sender()),
      // Four addresses, on two servers.
      zone("four.com", moreNS("@") + sender()),
      // lame.com is delegated and on no server.
      LabZone("halflame.com", on: .first, records: hostedNS + sender()),
      LabZone("mismatch.com", on: .first, records: hostedNS + sender()),
      LabZone(
        "mismatch.com", on: .second, serial: 3,
        records: hostedNS + sender(without: [.dmarc], spf: "v=spf1 include:old.example.com -all")),
      zone("nodkim.com", sender(without: [.dkim])),
      zone("nomx.com", sender(without: [.mx])),
      zone("nospf.com", sender(without: [.spf])),
      zone("nodmarc.com", sender(without: [.dmarc])),
      zone("spf2.com", sender() + "@ TXT \"v=spf1 ip4:192.0.2.1 -all\"\n"),
      zone(
        "doubled.com",
        sender(without: [.dkim]) + dkimRecord(at: "qcloud._domainkey.doubled.com")),
      zone("nodot.com", sender(without: [.mx]) + "@ MX 10 mxbiz1.qq.com\n"),
      // Clears the screen, turns the text red, sets the window's title.
      zone("escape.com", sender() + #"@ TXT "\027[2J\027[31mred\027]0;title\007""# + "\n"),
      zone("sub.com", sender(at: "mail")),
      LabZone(
        "neg.com", ttl: 600, minimum: 600, records: hostedNS + sender(without: [.dkim])),
    ]
  }
}
