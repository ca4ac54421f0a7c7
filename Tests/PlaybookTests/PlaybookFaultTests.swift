import Testing

@testable import Playbook

@Suite struct PlaybookFaultTests {
  @Test func theSampleHasNone() throws {
    let playbook = try Playbook(yaml: Sample.yaml, file: "sample.yaml")
    #expect(playbook.id == "sample")
    #expect(playbook.records.map(\.id) == ["mx", "dkim"])
    #expect(playbook.steps[0].inputs == ["domain", "key"])
    #expect(playbook.steps[0].instructionKeys == ["step.create.do.1"])
    #expect(playbook.limits.verification == 60...600)
    #expect(playbook.label("button", language: "ja-jp") == "進む")
    #expect(playbook.label("button", language: "fr") == "Go")
    #expect(playbook.label("knob", language: "en") == nil)
  }

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
    Change(
      "service: name", "servise: name\nservice: name", 2, 1, "servise",
      .unknownKey("servise", nearest: nil)),
    Change("service: name\n", "", 1, 1, "", .missingKey("service")),
    Change("  version: \"1\"", "  version: 1", 5, 12, "document.version", .wrongType(.text)),
    Change("id: sample", "id: [sample]", 1, 5, "id", .wrongType(.text)),
    Change(
      "minimum: 60", "minimum: \"60\"", 8, 27, "limits.verification.minimum",
      .wrongType(.number)),
    Change(
      "minimum: 60", "minimum: -1", 8, 27, "limits.verification.minimum",
      .outOfRange(minimum: 0, maximum: 31_536_000)),
    Change(
      "maximum: 600", "maximum: 59", 8, 40, "limits.verification.maximum",
      .outOfRange(minimum: 60, maximum: 31_536_000)),
    Change(
      "required: false", "required: \"false\"", 26, 15, "inputs[2].required",
      .wrongType(.yesOrNo)),
    Change(
      "statuses: [pending, done]", "statuses: pending", 9, 13, "limits.statuses",
      .wrongType(.list)),
    Change("button: {en: Go, ja: 進む}", "button: Go", 13, 11, "labels.button", .wrongType(.map)),
    Change(
      "button: {en: Go, ja: 進む}", "button: {ja: 進む}", 13, 3, "labels.button",
      .missingEnglish),
    Change("en: Go, ja", "en: \"\", ja", 13, 16, "labels.button.en", .empty),
    Change("en: Go, ja", "en: \"G\\u200Bo\", ja", 13, 16, "labels.button.en", .badText),
    Change("en: Go, ja", "en: Go, J", 13, 20, "labels.button.J", .badName("J")),
    Change(
      "version: \"1\"", "version: \"\(String(repeating: "1", count: 65))\"", 5, 12,
      "document.version", .tooLong(limit: 64)),
    Change("id: sample", "id: Sample", 1, 5, "id", .badName("Sample")),
    Change(
      "https://mail.example.net/guide", "http://mail.example.net/", 4, 8, "document.url",
      .badAddress("http://mail.example.net/")),
    Change(
      "kind: mailAddress", "kind: mailaddres", 25, 11, "inputs[2].kind",
      .unknownWord(
        "mailaddres",
        possible: [
          "domain", "host", "recordValue", "mailServer", "mailAddress", "label", "target",
          "choice",
        ],
        nearest: "mailAddress")),
    Change(
      "type: MX", "type: MXX", 32, 11, "records[0].type",
      .unknownWord("MXX", possible: ["CNAME", "MX", "TXT"], nearest: "MX")),
    Change("    priority: 10\n", "", 30, 5, "records[0]", .missingKey("priority")),
    Change(
      "priority: 10", "priority: 65536", 35, 15, "records[0].priority",
      .outOfRange(minimum: 0, maximum: 65535)),
    Change(
      "name: s._domainkey.{domain}", "name: s._domainkey.{domain}\n    priority: 1", 40, 15,
      "records[1].priority", .misplacedKey("priority")),
    Change(
      "    keyTag: p\n", "    keyTag: p\n    ending: _x\n", 23, 13, "inputs[1].ending",
      .misplacedKey("ending")),
    Change(
      "    keyTag: p\n", "    keyTag: p\n    start: p=\n", 23, 12, "inputs[1].start",
      .misplacedKey("start")),
    Change(
      "\"{key}[ {report}]\"", "\"{key}[ {report}\"", 40, 12, "records[1].value",
      .badTemplate(.unclosedBracket(offset: 5))),
    Change(
      "\"{key}[ {report}]\"", "\"{kee}\"", 40, 12, "records[1].value",
      .unknownInput("kee", nearest: "key")),
    Change(
      "\"{key}[ {report}]\"", "\"{key} {report}\"", 40, 12, "records[1].value",
      .optionalInput("report")),
    Change(
      "\"{key}[ {report}]\"", "\"{key} mailto:xxx@163.com\"", 40, 12, "records[1].value",
      .exampleAddress("xxx@163.com")),
    Change(
      "name: s._domainkey.{domain}", "name: s._domainkey.{domain}.net", 39, 11,
      "records[1].name", .outsideDomain),
    Change(
      "[{ask: report}, {records: show}]", "[{ask: rapport}, {ask: report}]", 46, 19,
      "steps[1].parts[0].ask", .unknownInput("rapport", nearest: "report")),
    Change(
      "[{ask: report}, {records: show}]", "[{ask: report}, {ask: key}]", 46, 34,
      "steps[1].parts[1].ask", .askedTwice("key")),
    Change(
      "[{ask: report}, {records: show}]", "[{records: show}]", 42, 3, "steps",
      .neverAsked("report")),
    Change(
      "[{ask: report}, {records: show}]", "[{ask: report}, {}]", 46, 28,
      "steps[1].parts[1]", .empty),
    Change(
      "[{ask: report}, {records: show}]", "[{ask: report, records: show}]", 46, 36,
      "steps[1].parts[0].records", .misplacedKey("records")),
    Change(
      "labels: [button]", "labels: [buton]", 43, 14, "steps[0].labels[0]",
      .unknownLabel("buton", nearest: "button")),
    Change(
      "pages: {en: [mx]}", "pages: {en: [mxx]}", 6, 16, "document.pages.en[0]",
      .unknownRecord("mxx", nearest: "mx")),
    Change(
      "console: https", "button: https", 13, 3, "labels.button",
      .duplicateID("button", firstLine: 11)),
    Change("- id: dkim", "- id: mx", 36, 9, "records[1].id", .duplicateID("mx", firstLine: 30)),
    Change(
      "  - id: submit\n    parts: [{tell: step.submit.do.1}]", "", 42, 3, "steps",
      .missingStep("submit")),
    Change(
      "example: me@a.example", "default: none\n    example: me@a.example", 27, 14,
      "inputs[2].default", .badDefault(.notAnAddress)),
    Change("kind: mailAddress", "kind: domain", 15, 3, "inputs", .domainInputs(count: 2)),
    Change("service: name", "service: !x name", 2, 10, "service", .tagsNotAllowed),
    Change("service: name", "service: &x name", 2, 10, "", .aliasesNotAllowed),
    Change("service: name", "service: *x", 2, 10, "", .aliasesNotAllowed),
    Change("service: name", "service: name\n? [a]\n: b", 3, 3, "", .keyNotText),
    Change(
      "service: name", "service: name\nservice: name", 3, 1, "service",
      .duplicateKey("service", firstLine: 2)),
    Change("service: name", "service: \"name", 5, 13, "", .syntax),
    Change("service: name", "service: name\u{7}", 2, 14, "", .syntax),
    Change(
      "[{tell: step.submit.do.1}]", "[{tell: step.submit.do.1}]\n---\nx: 1", 52, 1, "",
      .severalDocuments),
  ]

  @Test(arguments: changes) func everyMistakeHasItsPlace(change: Change) {
    let yaml = Sample.changed(change.old, to: change.new)
    let faults = Sample.faults(in: yaml)
    #expect(faults.contains(change.fault), "got \(faults)")
    #expect(!faults.isEmpty)
  }

  /// The changes that break one thing only report one thing only.
  @Test func nothingElseIsReported() {
    let several: Set<String> = [
      // A name or a list that cannot be read takes what hangs on it along.
      "unknown-word", "wrong-type", "empty", "domain-inputs", "unknown-input", "misplaced-key",
    ]
    for change in Self.changes where !several.contains(change.fault.code.name) {
      let faults = Sample.faults(in: Sample.changed(change.old, to: change.new))
      #expect(faults == [change.fault])
    }
  }

  @Test func allAtOnceInOrder() {
    var yaml = Sample.changed("id: sample", to: "id: Sample")
    for (old, new) in [
      ("service: name", "servic: name"), ("version: \"1\"", "version: 1"),
      ("required: true\n    keyTag", "requred: true\n    keyTag"),
      ("value: mx.example.net", "value: \"{mx\""), ("{records: check}", "{records: chek}"),
      ("priority: 10", "priority: 10\n    priority: 20"),
    ] {
      yaml = yaml.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    }
    let faults = Sample.faults(in: yaml)
    #expect(
      faults.map { "\($0.line):\($0.column) \($0.code.name)" } == [
        "1:1 missing-key", "1:5 bad-name", "2:1 unknown-key", "5:12 wrong-type",
        "19:5 missing-key", "21:5 unknown-key", "34:12 bad-template", "36:5 duplicate-key",
        "49:23 unknown-word",
      ])
    #expect(faults.contains(fault(2, 1, "servic", .unknownKey("servic", nearest: "service"))))
  }

  @Test func stepsComeInTheirOrder() {
    var yaml = Sample.changed("- id: verify", to: "- id: swap")
    yaml = yaml.split(separator: "- id: submit").joined(separator: "- id: verify")
    yaml = yaml.split(separator: "- id: swap").joined(separator: "- id: submit")
    #expect(
      Sample.faults(in: yaml) == [fault(49, 9, "steps[3].id", .stepOutOfOrder("verify"))])
  }
}
