import Foundation
import TestSupport
import Testing

@testable import Playbook

/// The schemas that editors complete playbooks and walkthroughs with.
@Suite struct FileSchemaTests {
  private static let folder = Shipped.root.appendingPathComponent("Playbooks")
  private static let walkthroughs: [String] = {
    let path = folder.appendingPathComponent("walkthroughs").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }()

  private func schema(_ name: String) throws -> JSONSchema {
    try JSONSchema(
      contentsOf: Shipped.root.appendingPathComponent("Schemas/\(name).schema.json"))
  }

  @Test(arguments: Shipped.ids) func everyPlaybookHoldsToTheSchema(id: String) throws {
    let file = Self.folder.appendingPathComponent("\(id).yaml")
    let yaml = try String(contentsOf: file, encoding: .utf8)
    #expect(try schema("playbook").violations(in: YAMLAsJSON.text(yaml)) == [])
  }

  @Test(arguments: walkthroughs) func everyWalkthroughHoldsToTheSchema(name: String) throws {
    let file = Self.folder.appendingPathComponent("walkthroughs/\(name)")
    let yaml = try String(contentsOf: file, encoding: .utf8)
    #expect(try schema("walkthrough").violations(in: YAMLAsJSON.text(yaml)) == [])
  }

  @Test func thereAreSome() {
    #expect(Shipped.ids.count >= 15)
    #expect(Self.walkthroughs.count >= 14)
  }

  @Test(arguments: [
    ("service: name", "servise: name"), ("kind: domain", "kind: dominion"),
    ("required: true", "required: yes"), ("id: create", "id: make"),
    ("type: MX", "type: A"), ("priority: 10", "priority: 70000"),
    ("ask: domain", "asks: domain"), ("https://", "http://"),
  ])
  func whatTheReaderRefusesTheSchemaRefusesToo(old: String, new: String) throws {
    let file = Self.folder.appendingPathComponent("tencent-ses.yaml")
    let yaml = try String(contentsOf: file, encoding: .utf8)
    try #require(yaml.contains(old))
    let changed = yaml.replacing(old, with: new)
    #expect(throws: PlaybookFaults.self) { try Playbook(yaml: changed, file: "x.yaml") }
    #expect(try schema("playbook").violations(in: YAMLAsJSON.text(changed)) != [])
  }

  @Test(arguments: [
    ("version: 1", "version: 2"), ("check: now", "check: later"), ("practice:", "practise:"),
    ("status: verified", "status: fine"), ("exit: 0", "exit: 999"), ("add: all", "add: []"),
  ])
  func soItIsWithWalkthroughs(old: String, new: String) throws {
    let file = Self.folder.appendingPathComponent("walkthroughs/healthy.yaml")
    let yaml = try String(contentsOf: file, encoding: .utf8)
    try #require(yaml.contains(old))
    let changed = yaml.replacing(old, with: new)
    #expect(throws: PlaybookFaults.self) {
      try Walkthrough(yaml: changed, file: "x.yaml", vocabulary: WalkthroughSample.vocabulary)
    }
    #expect(try schema("walkthrough").violations(in: YAMLAsJSON.text(changed)) != [])
  }
}

/// A YAML document as JSON, in the way in which editors look at it.
enum YAMLAsJSON {
  static func text(_ yaml: String) throws -> String {
    var faults = FaultList()
    let root = try #require(YAMLDocument.root(of: yaml, faults: &faults))
    let data = try JSONSerialization.data(withJSONObject: value(root), options: .fragmentsAllowed)
    return String(decoding: data, as: UTF8.self)
  }

  private static func value(_ node: YAMLNode) -> Any {
    switch node.content {
    case .text(let text, let isPlain):
      guard isPlain else { return text }
      if let number = Int(text) { return number }
      return Bool(text).map { $0 as Any } ?? text
    case .list(let items): return items.map(value)
    case .map(let entries):
      return Dictionary(entries.map { ($0.key, value($0.value)) }) { first, _ in first }
    }
  }
}
