import DNS
import Foundation
import Playbook
import Publishing
import Testing

/// What is typed at each DNS host of the repository.
@Suite struct FormEntryTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func hosts() throws -> [DNSHost] {
    let file = root.appendingPathComponent("Playbooks/dns-hosts.yaml")
    return try DNSHost.read(
      yaml: String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
  }

  /// The rows as `host|type|value|priority|ttl`, or the line.
  static func typed(
    _ id: String, _ domain: String, _ form: DNSHostForm, key: String = Sample.shortKey
  ) throws -> String {
    let entry = try entry(id, domain, form, key: key)
    return entry.line ?? entry.rows.map(\.text).joined(separator: "|")
  }

  static func entry(
    _ id: String, _ domain: String, _ form: DNSHostForm, key: String = Sample.shortKey
  ) throws -> FormEntry {
    let planned = try Sample.planned(id, domain, key: key)
    let record = try #require(ResourceRecord(planned, ttl: RecordChange.ttl))
    return FormEntry(record, zone: try DNSName(Sample.zone), form: form)
  }

  /// What differs between hosts: the name of the apex, the MX, and a text.
  struct Style: Sendable {
    var apex = "@"
    var mx = "mx.sender.example.|10"
    var spf = "v=spf1 include:sender.example ~all"
    var end = ""
  }

  private static let domainApex = Style(apex: "example.com")
  private static let emptyApex = Style(apex: "")

  /// Every host of the list.
  static let styles: [String: Style] = {
    var styles = [
      "dnspod": Style(end: "|600"), "alibaba-cloud": Style(),
      "huawei-cloud": Style(
        apex: "", mx: "10 mx.sender.example.", spf: "\"v=spf1 include:sender.example ~all\""),
      "gabia": Style(), "cafe24": emptyApex, "whois-co-kr": emptyApex, "hosting-kr": Style(),
      "onamae": emptyApex, "muumuu-dns": Style(apex: "", mx: "mx.sender.example|10", end: "|3600"),
      "xserver": emptyApex, "sakura": Style(), "rumahweb": domainApex, "niagahoster": Style(),
      "idwebhost": Style(), "domainesia": domainApex, "biznet-gio": domainApex,
      "idcloudhost": domainApex, "dewaweb": domainApex, "jagoan-hosting": domainApex,
      "qwords": domainApex, "masterweb": domainApex, "cloudkilat": domainApex,
      "cloudflare": Style(),
      "route-53": Style(
        apex: "", mx: "10 mx.sender.example.", spf: "\"v=spf1 include:sender.example ~all\""),
      "godaddy": Style(), "namecheap": Style(),
      "dns-made-easy": Style(apex: "", spf: "\"v=spf1 include:sender.example ~all\""),
      "cpanel": domainApex,
    ]
    for id in ["volcengine", "baidu", "west-cn", "xinnet", "cn-22"] { styles[id] = Style() }
    // Nothing is known of these forms but their names.
    for id in [
      "dns-com", "cloudxns", "jd-cloud", "dotname", "inames", "blueweb", "naver-cloud",
      "nhn-cloud", "cpi", "kddi", "star-domain", "conoha", "iij", "namesilo", "porkbun",
      "dynadot", "gandi", "name-com", "spaceship", "google-cloud-dns", "squarespace",
      "azure-dns", "digitalocean", "linode", "vercel", "netlify", "ovh", "ionos", "one-com",
      "wix", "dnsimple",
    ] { styles[id] = Style() }
    return styles
  }()

  @Test func everyHostIsTested() throws {
    #expect(try Set(Self.hosts().map(\.id)) == Set(Self.styles.keys).union(["value-domain"]))
  }

  @Test func everyHost() throws {
    for host in try Self.hosts() where host.id != "value-domain" {
      let style = try #require(Self.styles[host.id])
      func typed(_ id: String, _ domain: String) throws -> String {
        try Self.typed(id, domain, host.form)
      }
      let sub = "mail.example.com"
      #expect(try typed("mx", sub) == "mail|MX|\(style.mx)\(style.end)", "\(host.id)")
      #expect(try typed("spf", sub) == "mail|TXT|\(style.spf)\(style.end)", "\(host.id)")
      let apex = "example.com"
      #expect(try typed("mx", apex) == "\(style.apex)|MX|\(style.mx)\(style.end)", "\(host.id)")
      #expect(try typed("spf", apex) == "\(style.apex)|TXT|\(style.spf)\(style.end)", "\(host.id)")
      #expect(try typed("dmarc", apex).hasPrefix("_dmarc|TXT|"), "\(host.id)")
      #expect(try typed("dkim", sub).hasPrefix("s1._domainkey.mail|TXT|"), "\(host.id)")
      let dot = host.id == "muumuu-dns" ? "" : "."
      #expect(
        try typed("bounce", sub) == "bounce.mail|CNAME|bounce.sender.example\(dot)\(style.end)",
        "\(host.id)")
    }
  }

  @Test func linesOfOneTextArea() throws {
    let form = try #require(try Self.hosts().first { $0.id == "value-domain" }).form
    #expect(
      try Self.typed("spf", "mail.example.com", form)
        == "txt mail v=spf1 include:sender.example ~all")
    #expect(
      try Self.typed("spf", "example.com", form) == "txt @ v=spf1 include:sender.example ~all")
    #expect(try Self.typed("mx", "example.com", form) == "mx mx.sender.example. 10")
    #expect(
      try Self.typed("bounce", "example.com", form) == "cname bounce bounce.sender.example.")
    // The line of an MX below the zone's own name is not known: its parts are shown.
    let mx = try Self.entry("mx", "mail.example.com", form)
    #expect(mx.line == nil)
    #expect(mx.rows.map(\.text) == ["mail", "MX", "mx.sender.example.", "10"])
    #expect(mx.doubts.contains(.line))
    let long = try Self.entry("dkim", "mail.example.com", form, key: Sample.longKey)
    #expect(long.line == "txt s1._domainkey.mail \(Sample.longKey)")
    #expect(long.doubts.isEmpty)
  }

  @Test func longTexts() throws {
    let hosts = try Self.hosts()
    let key = Sample.longKey
    for host in hosts where host.id != "value-domain" {
      let entry = try Self.entry("dkim", "mail.example.com", host.form, key: key)
      let value = try #require(entry.rows.first { $0.field == .value }).text
      switch host.id {
      case "route-53", "huawei-cloud", "dns-made-easy":
        #expect(value == "\"\(key.prefix(255))\" \"\(key.dropFirst(255))\"", "\(host.id)")
      default: #expect(value == key, "\(host.id)")
      }
      #expect(entry.value == value)
      #expect(entry.exceededLimit == nil)
    }
    let form = try #require(hosts.first { $0.id == "godaddy" }).form
    let tooLong = "v=DKIM1; p=" + String(repeating: "QUFB", count: 126)
    #expect(try Self.entry("dkim", "example.com", form, key: tooLong).exceededLimit == 511)
  }

  @Test func quotesInsideATextAreEscaped() throws {
    let record = ResourceRecord(
      name: try DNSName("example.com"), type: .txt, ttl: 600,
      data: .txt([Array(#"say "hi" \ bye"#.utf8)]))
    let form = try #require(try Self.hosts().first { $0.id == "dns-made-easy" }).form
    let zone = try DNSName(Sample.zone)
    #expect(FormEntry(record, zone: zone, form: form).value == #""say \"hi\" \\ bye""#)
    #expect(FormEntry(record, zone: zone).value == #"say "hi" \ bye"#)
  }

  @Test func aZoneOfItsOwnMakesTheApex() throws {
    let planned = try Sample.planned("mx", "mail.example.com")
    let record = try #require(ResourceRecord(planned, ttl: 600))
    let entry = FormEntry(record, zone: try DNSName("mail.example.com"))
    #expect(entry.rows.first?.text == "@")
  }

  // MARK: What is not certain

  @Test func nothingKnownIsAllInDoubt() throws {
    let mx = try Self.entry("mx", "mail.example.com", DNSHostForm())
    #expect(
      mx.doubts == [
        .host(
          typed: "mail", expected: try DNSName("mail.example.com"),
          doubled: "mail.example.com.example.com"),
        .finalDot(target: "mx.sender.example."),
        .priorityApart(inside: "10 mx.sender.example."),
      ])
    let spf = try Self.entry("spf", "example.com", DNSHostForm())
    #expect(
      spf.doubts == [
        .apex([.atSign, .empty, .domain], zone: try DNSName("example.com")), .noQuotes,
      ])
    let dkim = try Self.entry("dkim", "example.com", DNSHostForm(), key: Sample.longKey)
    #expect(dkim.doubts.contains(.wholeText))
  }

  @Test func whatIsConfirmedIsInNoDoubt() throws {
    let hosts = try Self.hosts()
    func doubts(_ host: String, _ id: String, _ domain: String) throws -> [FormDoubt] {
      let form = try #require(hosts.first { $0.id == host }).form
      return try Self.entry(id, domain, form).doubts
    }
    // The name, the apex and the dot of Gabia are known, its priority and quotes are not.
    #expect(
      try doubts("gabia", "mx", "mail.example.com") == [
        .priorityApart(inside: "10 mx.sender.example."), .labels,
      ])
    #expect(try doubts("gabia", "spf", "example.com") == [.noQuotes, .labels])
    #expect(try doubts("xserver", "spf", "example.com") == [.labels])
    #expect(
      try doubts("muumuu-dns", "mx", "mail.example.com") == [
        .noFinalDot(target: "mx.sender.example.")
      ])
    #expect(
      try doubts("route-53", "mx", "example.com").contains(
        .priorityInside(target: "mx.sender.example.")))
    #expect(try doubts("route-53", "spf", "example.com").contains(.quotes))
  }

  @Test func aRecordIsFoundAgainInTheList() throws {
    let zone = try DNSName(Sample.zone)
    let records = try ZoneText.records(
      "@ MX 5 mx.example.net.\nmail TXT \"a\" \"b\"\nx CNAME y", origin: zone)
    let places = records.map { FormEntry.place(of: $0, zone: zone).map(\.text) }
    #expect(
      places == [
        ["@", "MX", "5 mx.example.net"], ["mail", "TXT", "ab"], ["x", "CNAME", "y.example.com"],
      ])
  }
}
