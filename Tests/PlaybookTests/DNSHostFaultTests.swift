import DNS
import Testing

@testable import Playbook

/// Every mistake in a list of DNS hosts is found, at its place.
@Suite struct DNSHostFaultTests {
  static let yaml = """
    version: 1
    hosts:
      - id: one
        name: { en: One, ja: 一 }
        nameServers: ["ns*.one.example", "*.one.example"]
        servers: [ns1.one.example]
        form:
          layout: fields
          host: { is: relative, unverified: true }
          apex: [at-sign, empty]
          priority: in-value
          dot: required
          quotes: none
          longText: strings
          longestText: 511
          shortestTTL: 600
          labels:
            unverified: true
            host: { ja: ホスト名 }
        notes:
          - { id: twice, types: [MX], unverified: true }
      - id: two
        name: { en: Two }
    """

  struct Change: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let fault: PlaybookFault
    var testDescription: String { "\(fault.code.name): \(new)" }

    init(
      _ old: String, _ new: String, _ line: Int, _ column: Int, _ path: String,
      _ code: PlaybookFault.Code
    ) {
      self.old = old
      self.new = new
      self.fault = PlaybookFault(line: line, column: column, path: path, code: code)
    }
  }

  static let changes: [Change] = [
    Change("version: 1", "version: 2", 1, 10, "version", .outOfRange(minimum: 1, maximum: 1)),
    Change("version: 1\n", "", 1, 1, "", .missingKey("version")),
    Change(
      "version: 1", "verson: 1\nversion: 1", 1, 1, "verson", .unknownKey("verson", nearest: nil)),
    Change("id: one\n", "id: One\n", 3, 9, "hosts[0].id", .badName("One")),
    Change("id: two", "id: one", 22, 9, "hosts[1].id", .duplicateID("one", firstLine: 3)),
    Change("en: One, ", "", 4, 11, "hosts[0].name", .missingEnglish),
    Change("en: One, ja", "en: One, JA", 4, 22, "hosts[0].name.JA", .badName("JA")),
    Change("en: One", "en: \"\"", 4, 17, "hosts[0].name.en", .empty),
    Change("en: One", "en: \"a\\u202eb\"", 4, 17, "hosts[0].name.en", .badText),
    Change("    name: { en: Two }", "    form: {}", 22, 5, "hosts[1]", .missingKey("name")),
    Change(
      "\"*.one.example\"", "\"*.example\"", 5, 38, "hosts[0].nameServers[1]",
      .badPattern("*.example")),
    Change(
      "\"*.one.example\"", "\"a_b.one.example\"", 5, 38, "hosts[0].nameServers[1]",
      .badPattern("a_b.one.example")),
    Change(
      "servers: [ns1.one.example]", "servers: [ns1..example]", 6, 15, "hosts[0].servers[0]",
      .badName("ns1..example")),
    Change(
      "layout: fields", "layout: field", 8, 15, "hosts[0].form.layout",
      .unknownWord("field", possible: ["fields", "lines"], nearest: "fields")),
    Change("is: relative, ", "", 9, 13, "hosts[0].form.host", .missingKey("is")),
    Change(
      "is: relative", "is: relativ", 9, 19, "hosts[0].form.host.is",
      .unknownWord(
        "relativ", possible: ["relative", "either", "full"], nearest: "relative")),
    Change(
      "relative, unverified: true", "relative, unverified: perhaps", 9, 41,
      "hosts[0].form.host.unverified", .wrongType(.yesOrNo)),
    Change(
      "relative, unverified: true", "relative, unsure: true", 9, 29,
      "hosts[0].form.host.unsure", .unknownKey("unsure", nearest: nil)),
    Change("[at-sign, empty]", "[]", 10, 13, "hosts[0].form.apex", .empty),
    Change(
      "[at-sign, empty]", "[at-sign, none]", 10, 23, "hosts[0].form.apex[1]",
      .unknownWord("none", possible: ["at-sign", "empty", "domain"], nearest: nil)),
    Change(
      "priority: in-value", "priority: [in-value]", 11, 17, "hosts[0].form.priority",
      .wrongType(.text)),
    Change(
      "longestText: 511", "longestText: \"511\"", 15, 20, "hosts[0].form.longestText",
      .wrongType(.number)),
    Change(
      "longestText: 511", "longestText: 0", 15, 20, "hosts[0].form.longestText",
      .outOfRange(minimum: 1, maximum: 65_535)),
    Change(
      "shortestTTL: 600", "shortestTTL: 99999999999", 16, 20, "hosts[0].form.shortestTTL",
      .outOfRange(minimum: 0, maximum: 2_147_483_647)),
    Change(
      "shortestTTL: 600", "shortestTTL: 600\n      fixedTTL: 3600", 16, 20,
      "hosts[0].form.shortestTTL", .misplacedKey("shortestTTL")),
    Change("        host: { ja: ホスト名 }\n", "", 18, 9, "hosts[0].form.labels", .empty),
    Change(
      "host: { ja: ホスト名 }", "host: { ja: x }\n        valeu: { ja: x }", 20, 9,
      "hosts[0].form.labels.valeu", .unknownKey("valeu", nearest: "value")),
    Change(
      "types: [MX]", "types: [MXX]", 21, 30, "hosts[0].notes[0].types[0]",
      .unknownWord("MXX", possible: ["CNAME", "MX", "TXT"], nearest: "MX")),
    Change(
      "id: twice", "id: Twice", 21, 15, "hosts[0].notes[0].id", .badName("Twice")),
  ]

  @Test func theSampleHasNone() throws {
    let hosts = try DNSHost.read(yaml: Self.yaml, file: "hosts.yaml")
    #expect(hosts.map(\.id) == ["one", "two"])
    let one = try #require(hosts.first)
    #expect(one.name(language: "ja-jp") == "一")
    #expect(one.name(language: "ko") == "One")
    #expect(one.servers.map(\.description) == ["ns1.one.example."])
    #expect(one.form.host == DNSHostForm.Fact(.relative, isUnverified: true))
    #expect(one.form.apex == DNSHostForm.Fact([.atSign, .empty]))
    #expect(one.form.priority == DNSHostForm.Fact(.inValue))
    #expect(one.form.finalDot == DNSHostForm.Fact(.required))
    #expect(one.form.quotes == DNSHostForm.Fact(DNSHostForm.Use.none))
    #expect(one.form.longText == DNSHostForm.Fact(.strings))
    #expect(one.form.longestText == DNSHostForm.Fact(511))
    #expect(one.form.shortestTTL == DNSHostForm.Fact(600))
    #expect(one.form.labels?.isUnverified == true)
    #expect(one.form.label(.host, language: "ja")?.isForeign == false)
    #expect(one.form.label(.host, language: "en")?.text == "ホスト名")
    #expect(one.form.label(.host, language: "en")?.isForeign == true)
    #expect(one.form.label(.value, language: "ja") == nil)
    #expect(one.notes.map(\.id) == ["twice"])
    #expect(one.notes[0].isUnverified)
    #expect(one.notes[0].concerns([.txt, .mx]) && !one.notes[0].concerns([.txt]))
    #expect(hosts[1].form == DNSHostForm())
  }

  @Test(arguments: changes) func mistake(_ change: Change) throws {
    let parts = Self.yaml.split(separator: change.old, omittingEmptySubsequences: false)
    try #require(parts.count == 2, "the sample must hold this once: \(change.old)")
    #expect(faults(in: parts.joined(separator: change.new)) == [change.fault])
  }

  @Test func allMistakesAtOnce() throws {
    let yaml = "version: 3\nhosts:\n  - id: X\n    name: { ja: x }\n    form: { dot: perhaps }\n"
    #expect(
      faults(in: yaml).map(\.code.name) == [
        "out-of-range", "bad-name", "missing-english", "unknown-word",
      ])
  }

  @Test(
    "What leaves no structure is one mistake",
    arguments: [
      ("", "empty"), ("hosts: [\n", "syntax"), ("nothing\n", "wrong-type"),
      ("a: &a [*a]\n", "aliases-not-allowed"), ("version: 1\n---\nversion: 1\n", "missing-key"),
    ])
  func noStructure(_ yaml: String, _ name: String) {
    #expect(faults(in: yaml).map(\.code.name).contains(name))
  }

  private func faults(in yaml: String) -> [PlaybookFault] {
    do {
      _ = try DNSHost.read(yaml: yaml, file: "hosts.yaml")
      return []
    } catch {
      return error.faults
    }
  }
}
