import Foundation
import TestSupport
import Testing

@testable import Inspection

/// The schema in the repository tells of every key that is written.
@Suite struct CaseSchemaTests {
  private static let file = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Schemas/annai.case.schema.json")

  private static func schema() throws -> JSONTree { try JSONTree(json: Data(contentsOf: file)) }

  @Test func everyCaseHoldsToTheSchema() async throws {
    let schema = try JSONSchema(contentsOf: Self.file)
    for file in try CaseCorpus.cases() {
      await Task.yield()
      #expect(try schema.violations(in: file.json) == [])
    }
  }

  @Test func aCaseFromAnActualLookHoldsToTheSchema() async throws {
    let schema = try JSONSchema(contentsOf: Self.file)
    for id in ["registry-hold", "negative-cache", "spf-multiple"] {
      let look = try await Stage(id).look()
      #expect(try schema.violations(in: CaseCorpus.file(look.evidence).json) == [])
    }
  }

  /// What the reader refuses for its kind, the schema refuses too.
  @Test(arguments: [
    (#""at" : 0"#, #""at" : "0""#), (#""delegation" : "present""#, #""delegation" : "perhaps""#),
    (#""192.0.2.153""#, #""192.0.2.153; reboot""#), (#""timedOut""#, "{}"),
    (#""found" : "#, #""lost" : "#), (#""octets" : "007fff""#, #""octets" : "7""#),
    (#""edns" : "unanswered""#, #""edns" : 1"#), ("annai.case/1", "annai.case/2"),
  ]) func aSpoiledCaseDoesNot(old: String, new: String) throws {
    let json = try CaseCorpus.file(CaseCorpus.full()).json
    try #require(json.contains(old))
    let spoiled = json.replacing(old, with: new)
    #expect(try !JSONSchema(contentsOf: Self.file).violations(in: spoiled).isEmpty)
    #expect(throws: CaseFileError.self) { try CaseFile(json: Array(spoiled.utf8)) }
  }

  @Test func everyKeyIsDescribed() async throws {
    let schema = try Self.schema()
    var missing: Set<String> = []
    for file in try CaseCorpus.cases() {
      await Task.yield()
      let tree = try JSONTree(json: Data(file.json.utf8))
      Self.compare(tree, with: [schema], in: schema, at: "", &missing)
    }
    #expect(missing.sorted() == [], "describe these in Schemas/annai.case.schema.json")
  }

  @Test func whatIsRequiredIsWritten() throws {
    let schema = try Self.schema()
    guard case .list(let required)? = schema["required"] else {
      Issue.record("the schema requires nothing")
      return
    }
    let tree = try JSONTree(json: Data(CaseCorpus.file(CaseCorpus.full()).json.utf8))
    for case .text(let key) in required { #expect(tree[key] != nil, "\(key)") }
    #expect(schema["title"] == .text(CaseFile.schema))
    #expect(schema["properties"]?["schema"]?["const"] == .text(CaseFile.schema))
  }

  /// Notes keys for which none of the schemas that may apply has a description.
  private static func compare(
    _ tree: JSONTree, with schemas: [JSONTree], in root: JSONTree, at path: String,
    _ missing: inout Set<String>
  ) {
    let schemas = schemas.flatMap { alternatives($0, in: root) }
    switch tree {
    case .object(let members):
      for (key, value) in members {
        let described = schemas.compactMap { $0["properties"]?[key] }
        if described.isEmpty {
          missing.insert(path + "." + key)
        } else {
          compare(value, with: described, in: root, at: path + "." + key, &missing)
        }
      }
    case .list(let items):
      let described = schemas.compactMap { $0["items"] }
      for item in items { compare(item, with: described, in: root, at: path + "[]", &missing) }
    default: break
    }
  }

  /// The schema itself, what it refers to, and each of its alternatives.
  private static func alternatives(_ schema: JSONTree, in root: JSONTree) -> [JSONTree] {
    var found = [schema]
    if case .text(let reference)? = schema["$ref"] {
      let name = String(reference.split(separator: "/").last ?? "")
      if let definition = root["$defs"]?[name] { found += alternatives(definition, in: root) }
    }
    if case .list(let choices)? = schema["anyOf"] {
      found += choices.flatMap { alternatives($0, in: root) }
    }
    return found
  }
}
