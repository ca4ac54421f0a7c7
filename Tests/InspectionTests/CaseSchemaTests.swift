import Foundation
import Testing

@testable import Inspection

/// The schema in the repository tells of every key that is written.
@Suite struct CaseSchemaTests {
  private static func schema() throws -> JSONTree {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "Schemas/annai.case.schema.json")
    return try JSONTree(json: Data(contentsOf: file))
  }

  @Test func everyKeyIsDescribed() throws {
    let schema = try Self.schema()
    var missing: Set<String> = []
    for file in try CaseCorpus.cases() {
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
