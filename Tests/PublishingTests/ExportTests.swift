import DNS
import Foundation
import Playbook
import Publishing
import Testing

/// What is written is what other tools read.
@Suite struct ExportTests {
  /// Texts that mean something in one of the formats, or that a terminal would obey.
  static let hostile = [
    #"quote " and backslash \ and \" both"#, "${path.root} %{ if true } $${x} %%{y} $x % {z}",
    "semicolon; at # comment // slashes /* stars */ -- <b> & 'single' `tick`",
    "日本語 한국어 é \u{1F600}", "line\nbreak\ttab\u{1B}[2J\u{7F}\u{2028}\u{202E}",
    "  spaces  ", "", String(repeating: "0123456789", count: 60), "a: b, c: [d] {e} | > ? * & !",
    "@at", "comma, \"quoted\", =1+1",
  ]

  static func record(_ name: String, _ data: RecordData, _ type: RecordType) throws
    -> ResourceRecord
  {
    ResourceRecord(name: try DNSName(name), type: type, ttl: 600, data: data)
  }

  static func text(_ name: String, _ text: String) throws -> ResourceRecord {
    try record(name, .txt(CharacterStrings.cut(Array(text.utf8))), .txt)
  }

  /// The sample's records at a domain, with a long key.
  static func sample(_ domain: String) throws -> RecordExport {
    let changes = try Sample.plan(domain, key: Sample.longKey).map {
      RecordChange($0, standing: nil)
    }
    return RecordExport(changes, zone: try DNSName(Sample.zone))
  }

  /// A record for each hostile text.
  static func hostileExport(_ texts: [String] = hostile) throws -> RecordExport {
    RecordExport(
      zone: try DNSName(Sample.zone),
      items: try texts.enumerated().map { index, text in
        RecordExport.Item(id: "t\(index)", try Self.text("t\(index).example.com", text))
      },
      remarks: ["a remark\nD_EXTEND(); ${x}\u{2028}end */", "second"])
  }

  static let domains = ["example.com", "mail.example.com"]

  // MARK: Zone files

  private func zone(_ text: String) -> String {
    """
    $TTL 600
    example.com. IN SOA ns1.example.net. hostmaster.example.net. 1 2 3 4 5
    example.com. IN NS ns1.example.net.

    """ + text
  }

  /// What `named-checkzone` makes of a zone file, or nil when it is not installed.
  private func checked(_ text: String) throws -> [ResourceRecord]? {
    guard let tool = Tool("named-checkzone", instead: "libldns") else { return nil }
    let outcome = try tool.run(
      ["-q", "-i", "none", "-D", "-o", "canonical", "example.com", "zone"],
      files: ["zone": zone(text)])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.complaints)\n\(text)")
    let canonical = try tool.run(
      ["-i", "none", "-D", "-o", "-", "example.com", "zone"], files: ["zone": zone(text)])
    let lines = canonical.output.split(separator: "\n").filter { $0.contains(" IN ") }
      .joined(separator: "\n")
    return try ZoneText.records(lines, origin: try DNSName(Sample.zone))
      .filter { ![.soa, .ns].contains($0.type) }
  }

  @Test(arguments: [ExportFormat.bind, .cloudflare])
  func zoneFiles(_ format: ExportFormat) throws {
    let exports = try Self.domains.map(Self.sample) + [Self.hostileExport()]
    for export in exports {
      let text = try export.text(format)
      let wanted = Set(export.items.map(\.record))
      let origin = format == .bind ? Sample.zone : "."
      #expect(try Set(ZoneText.records(text, origin: DNSName(origin))) == wanted, "\(text)")
      if let checked = try checked(text) { #expect(Set(checked) == wanted, "\(text)") }
    }
  }

  @Test func aliasesStayOutOfCloudflaresProxy() throws {
    let text = try Self.sample("mail.example.com").text(.cloudflare)
    for line in text.split(separator: "\n") {
      #expect(line.hasSuffix("; cf_tags=cf-proxied:false") == line.contains("\tCNAME\t"))
      #expect(line.split(separator: "\t").first?.hasSuffix(".example.com.") == true)
    }
  }

  // MARK: DNSPod

  /// Reads a table with commas by RFC 4180, and nothing more.
  private func cells(_ text: String) throws -> [[String]] {
    var rows: [[String]] = []
    for line in text.split(separator: "\r\n", omittingEmptySubsequences: false).dropLast() {
      var row: [String] = []
      var rest = line[...]
      while true {
        let match = try #require(
          rest.prefixMatch(of: /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/), "\(line)")
        row.append(
          match.1.map { String($0).replacing("\"\"", with: "\"") } ?? String(match.2 ?? ""))
        rest = rest[match.range.upperBound...]
        if match.3.isEmpty { break }
      }
      rows.append(row)
    }
    return rows
  }

  private func table(_ text: String) throws -> [[String]] {
    let own = try cells(text)
    guard let python = Tool("python3", instead: "a reader of the tests") else { return own }
    let script = """
      import csv, json
      print(json.dumps(list(csv.reader(open("table", newline=""), strict=True))))
      """
    let outcome = try python.run(["-c", script], files: ["table": text])
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let rows = try JSONDecoder().decode([[String]].self, from: Data(outcome.output.utf8))
    #expect(rows == own)
    return rows
  }

  @Test func dnspod() throws {
    let rows = try table(Self.sample("mail.example.com").text(.dnspod))
    #expect(
      rows == [
        ["Type", "Host", "Split Zone", "Value", "MX", "TTL", "Remarks"],
        ["MX", "mail", "Default", "mx.sender.example.", "10", "600", "mx"],
        ["TXT", "mail", "Default", "v=spf1 include:sender.example ~all", "-", "600", "spf"],
        ["TXT", "s1._domainkey.mail", "Default", Sample.longKey, "-", "600", "dkim"],
        ["TXT", "_dmarc.mail", "Default", "v=DMARC1; p=none", "-", "600", "dmarc"],
        ["CNAME", "bounce.mail", "Default", "bounce.sender.example.", "-", "600", "bounce"],
        ["TXT", "_token.mail", "Default", "token=1", "-", "600", "token"],
      ])
    #expect(try table(Self.sample("example.com").text(.dnspod))[1][1] == "@")
    let texts = Self.hostile.filter { !$0.hasPrefix("@") && !$0.contains("\n") }
    #expect(
      try table(Self.hostileExport(texts).text(.dnspod)).dropFirst().map { $0[3] } == texts)
  }

  @Test(
    "What a spreadsheet would compute is no table",
    arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "=cmd|' /C calc'!A0"])
  func formulas(_ text: String) throws {
    let export = try Self.hostileExport([text])
    #expect(throws: ExportError.formula(text)) { try export.text(.dnspod) }
    #expect(throws: Never.self) { try export.text(.bind) }
  }

  // MARK: Terraform

  /// The attributes of each resource, as they are written.
  private func resources(_ text: String) throws -> [[String: Substring]] {
    try text.matches(of: /resource "([a-z_]+)" "([A-Za-z_][A-Za-z0-9_]*)" \{\n((?:  .*\n)*)\}\n/)
      .map { match in
        var attributes: [String: Substring] = ["": match.1, "label": match.2]
        for line in match.3.split(separator: "\n") {
          let parts = try #require(line.wholeMatch(of: /\ \ ([a-z_]+) +?= (.*)/), "\(line)")
          attributes[String(parts.1)] = parts.2
        }
        return attributes
      }
  }

  /// What the quoted texts stand for: by Terraform itself where it is installed.
  private func evaluated(_ literals: [Substring]) throws -> [String] {
    let own = try literals.map { try #require(unescaped($0, doubling: ["$", "%"]), "\($0)") }
    guard let terraform = Tool("terraform", instead: "a reader of the tests") else { return own }
    let list = literals.map { "base64encode(\($0))" }.joined(separator: ", ")
    let outcome = try terraform.run(["console"], input: "join(\",\", [\(list)])\n")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let joined = outcome.output.filter { !"\"\n".contains($0) }
    let answers = try joined.split(separator: ",", omittingEmptySubsequences: false).map { text in
      String(
        decoding: try #require(Data(base64Encoded: String(text)), "\(text)"), as: UTF8.self)
    }
    #expect(answers == own)
    return answers
  }

  /// Terraform reads the file, and would not write it in another way.
  private func checkLayout(_ text: String) throws {
    guard let terraform = Tool("terraform", instead: "a reader of the tests") else { return }
    let outcome = try terraform.run(["fmt", "-check", "-diff", "-"], input: text)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.complaints)")
  }

  @Test(
    arguments: [
      (ExportFormat.terraformTencentCloud, "tencentcloud_dnspod_record"),
      (.terraformCloudflare, "cloudflare_dns_record"),
      (.terraformCloudflare4, "cloudflare_record"),
    ])
  func terraform(_ format: ExportFormat, _ type: String) throws {
    for domain in Self.domains {
      let text = try Self.sample(domain).text(format)
      try checkLayout(text)
      let resources = try resources(text)
      #expect(resources.count == 6)
      #expect(resources.allSatisfy { $0[""] == Substring(type) })
      #expect(Set(resources.map { $0["label"] }).count == 6)
      let mx = resources[0]
      #expect(mx["mx"] ?? mx["priority"] == "10")
      let names = try evaluated(resources.map { $0["sub_domain"] ?? $0["name"] ?? "" })
      let isFull = format != .terraformTencentCloud
      #expect(names[0] == (isFull ? domain : domain == "example.com" ? "@" : "mail"))
      let values = try evaluated(resources.map { $0["value"] ?? $0["content"] ?? "" })
      #expect(values[0] == (isFull ? "mx.sender.example" : "mx.sender.example."))
      let key = Sample.longKey
      #expect(
        values[2] == (isFull ? "\"\(key.prefix(255))\" \"\(key.dropFirst(255))\"" : key))
    }
  }

  @Test func nothingIsComputedInTerraform() throws {
    let text = try Self.hostileExport().text(.terraformTencentCloud)
    try checkLayout(text)
    let values = try resources(text).map { try #require($0["value"]) }
    #expect(try evaluated(values) == Self.hostile)
  }

  @Test func namesOfResourcesAreNames() throws {
    let names = ["1.example.com", "_dmarc.example.com", "*.example.com", #"a\"b.example.com"#]
    let export = RecordExport(
      zone: try DNSName(Sample.zone),
      items: try names.map { RecordExport.Item(id: "x-y", try Self.text($0, "t")) })
    let text = try export.text(.terraformCloudflare)
    try checkLayout(text)
    #expect(try resources(text).count == names.count)
  }

  // MARK: DNSControl

  /// The calls as a JavaScript engine makes them.
  private func calls(_ text: String) throws -> [[String]] {
    let own = text.split(separator: "\n").filter { $0.hasPrefix("  ") }.map { line in
      literals(in: line).compactMap { unescaped($0) }
    }
    guard let node = Tool("node", instead: "a reader of the tests") else { return own }
    let script = """
      const calls = [];
      const record = (...words) => calls.push(words.map(String));
      global.MX = record; global.TXT = record; global.CNAME = record;
      global.TTL = (seconds) => "TTL " + seconds;
      global.D_EXTEND = (domain, ...records) => calls.unshift([domain, String(records.length)]);
      (0, eval)(require("fs").readFileSync("zone.js", "utf8"));
      process.stdout.write(JSON.stringify(calls));
      """
    let outcome = try node.run(["-e", script], files: ["zone.js": text])
    #expect(outcome.status == 0, "\(outcome.complaints)\n\(text)")
    let calls = try JSONDecoder().decode([[String]].self, from: Data(outcome.output.utf8))
    #expect(calls.first == ["example.com", String(own.count)])
    let texts = calls.dropFirst().map { $0.filter { !$0.hasPrefix("TTL ") && Int($0) == nil } }
    #expect(texts == own)
    return texts
  }

  @Test func dnsControl() throws {
    for domain in Self.domains {
      let calls = try calls(Self.sample(domain).text(.dnsControl))
      let host = domain == "example.com" ? "@" : "mail"
      #expect(calls.count == 6)
      #expect(calls[0] == [host, "mx.sender.example."])
      #expect(calls[1] == [host, "v=spf1 include:sender.example ~all"])
      #expect(calls[2].last == Sample.longKey)
    }
    let hostile = Self.hostile.filter { !$0.isEmpty }
    #expect(try calls(Self.hostileExport(hostile).text(.dnsControl)).map(\.last) == hostile)
  }

  // MARK: All formats

  @Test(arguments: ExportFormat.allCases) func whatStandsThereIsNotWritten(
    _ format: ExportFormat
  ) throws {
    let plan = try Sample.plan()
    let origin = try DNSName(Sample.zone)
    let there = try ZoneText.records(
      "mail MX 10 mx.sender.example.\nmail TXT \"v=spf1 include:other.example -all\"",
      origin: origin)
    let changes = plan.map { planned in
      RecordChange(
        planned, standing: Standing(there, at: Question(planned.name, planned.type)))
    }
    let text = try RecordExport(changes, zone: origin, remarks: ["one\nline"]).text(format)
    #expect(!text.contains("mx.sender.example"))
    #expect(text.contains("include:other.example include:sender.example -all"))
    #expect(!text.contains("\n\n\n"))
    // In a table the end of a line is CRLF, which is one character.
    #expect(text.utf8.last == UInt8(ascii: "\n"))
    // A table has no place for remarks.
    if format != .dnspod { #expect(text.contains(" one line\n")) }
  }

  @Test(arguments: ExportFormat.allCases) func noControlCharacterGetsOut(
    _ format: ExportFormat
  ) throws {
    let texts = format == .dnspod ? ["plain"] : Self.hostile
    let text = try Self.hostileExport(texts).text(format)
    let raw = text.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control: !"\n\r\t".unicodeScalars.contains(scalar)
      case .format, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
    #expect(raw.isEmpty)
  }
}
