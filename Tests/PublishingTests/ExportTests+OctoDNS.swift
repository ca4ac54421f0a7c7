import DNS
import Foundation
import Playbook
import Publishing
import Testing

/// Zones for octoDNS, read by octoDNS itself where it is installed.
extension ExportTests {
  /// The zone as octoDNS or a YAML reader has it: name to entries.
  private func octoDNS(_ text: String) throws -> [String: [[String: String]]]? {
    let installed = Tool(at: Self.root + "/.build/octodns/bin/python3")
    guard let python = installed ?? Tool("python3", instead: "a reader of the tests") else {
      return nil
    }
    let outcome = try python.run(["-c", Self.octoDNSScript], files: ["example.com.yaml": text])
    if outcome.status == 3 {
      print("python3 has neither octodns nor yaml: a reader of the tests checks the zone instead")
      return nil
    }
    #expect(installed == nil || !outcome.complaints.contains("no octodns"))
    if outcome.complaints.contains("no octodns") {
      print("octodns is not installed: PyYAML and a reader of the tests check the zone instead")
    }
    #expect(outcome.status == 0, "\(outcome.complaints)")
    return try JSONDecoder().decode(
      [String: [[String: String]]].self, from: Data(outcome.output.utf8))
  }

  /// The folder of the package, where `make test` installs octoDNS.
  private static let root = #filePath.split(separator: "/").dropLast(3)
    .reduce(into: "") { $0 += "/\($1)" }

  /// Prints each record as octoDNS sees it, its own escapes undone.
  private static let octoDNSScript = #"""
    import json, sys
    def value(v):
        return f"{v['preference']} {v['exchange']}" if isinstance(v, dict) else v
    zone = {}
    try:
        from octodns.zone import Zone
        from octodns.provider.yaml import YamlProvider
        found = Zone("example.com.", [])
        YamlProvider("test", ".").populate(found)
        for record in found.records:
            data = record.data
            values = data.get("values") or [data["value"]]
            zone.setdefault(record.name, []).append(
                {"type": record._type, "ttl": str(record.ttl),
                 "values": json.dumps(sorted(value(v) for v in values))})
    except ImportError:
        print("no octodns", file=sys.stderr)
        try:
            import yaml
        except ImportError:
            sys.exit(3)
        for name, entries in yaml.safe_load(open("example.com.yaml")).items():
            for entry in entries:
                values = entry.get("values") or [entry["value"]]
                zone.setdefault(name, []).append(
                    {"type": entry["type"], "ttl": str(entry["ttl"]),
                     "values": json.dumps(sorted(value(v) for v in values))})
    print(json.dumps(zone))
    """#

  @Test func octoDNSZone() throws {
    for domain in Self.domains {
      let text = try Self.sample(domain).text(.octoDNS)
      let end = domain == "example.com" ? "" : ".mail"
      let apex = domain == "example.com" ? "" : "mail"
      guard let zone = try octoDNS(text) else { return try checkOctoDNSLiterals(text) }
      #expect(
        Set(zone.keys) == [
          apex, "s1._domainkey\(end)", "_dmarc\(end)", "bounce\(end)", "_token\(end)",
        ])
      let entries = try #require(zone[apex]).sorted { $0["type"] ?? "" < $1["type"] ?? "" }
      #expect(entries.map { $0["type"] } == ["MX", "TXT"])
      #expect(
        entries.map { $0["values"] } == [
          "[\"10 mx.sender.example.\"]", "[\"v=spf1 include:sender.example ~all\"]",
        ])
      #expect(entries.allSatisfy { $0["ttl"] == "600" })
      #expect(zone["_dmarc\(end)"]?.first?["values"] == #"["v=DMARC1\\; p=none"]"#)
      let key = Sample.longKey.replacing(";", with: #"\\;"#)
      #expect(zone["s1._domainkey\(end)"]?.first?["values"] == "[\"\(key)\"]")
    }
  }

  @Test("octoDNS refuses a file whose names are in another order") func octoDNSOrder() throws {
    let names = ["s10", "s2", "S1", "a-1", "a", "_dmarc", "1x", "10x", "2x", "*", "x.s2", "x.s10"]
    let export = RecordExport(
      zone: try DNSName(Sample.zone),
      items: try names.map { RecordExport.Item(id: "t", try Self.text("\($0).example.com", "t")) })
    let text = try export.text(.octoDNS)
    let order = text.matches(of: /(?m)^"(.*)":$/).map { String($0.1) }
    let places = ["2x", "10x", "s2", "s10", "x.s2", "x.s10"].compactMap { order.firstIndex(of: $0) }
    #expect(places == places.sorted() && places.count == 6)
    if let zone = try octoDNS(text) { #expect(zone.count == names.count) }
  }

  @Test func hostileTextsStayTextsInOctoDNS() throws {
    let text = try Self.hostileExport(Self.hostile.filter { !$0.isEmpty }).text(.octoDNS)
    try checkOctoDNSLiterals(text)
  }

  /// Every text is one literal in quotes that stands for what was given.
  private func checkOctoDNSLiterals(_ text: String) throws {
    for line in text.split(separator: "\n") where line.hasPrefix("      - ") {
      let rest = line.dropFirst("      - ".count)
      if rest.hasPrefix("exchange: ") { continue }
      _ = try #require(unescaped(rest), "\(line)")
    }
  }
}
