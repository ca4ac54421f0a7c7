import Diagnosis
import Foundation
import Report
import TestSupport
import Testing

/// `Schemas/annai.check.schema.json` against what is written.
@Suite struct CheckSchemaTests {
  private static let file = Tables.root.appending(path: "Schemas/annai.check.schema.json")

  private func text(_ result: CheckResult) throws -> String {
    let document = CheckDocument(result, try Tables.messages("en"), showsQueries: true)
    return String(decoding: try JSONEncoder().encode(document), as: UTF8.self)
  }

  @Test(arguments: Rule.all.map(\.id.rawValue))
  func everyFindingHoldsToTheSchema(id: String) throws {
    let schema = try JSONSchema(contentsOf: Self.file)
    let rule = try #require(Rule.named(FindingID(rawValue: id)))
    #expect(try schema.violations(in: text(look(at: id))) == [])
    // Sound worlds of rules of one layer are much the same.
    let isFirst = Rule.all.first { $0.layer == rule.layer }?.id == rule.id
    if isFirst { #expect(try schema.violations(in: text(look(rule.fixed.evidence()))) == []) }
  }

  /// A schema that lets everything pass would hold too.
  @Test func whatIsNotInTheContractIsFound() throws {
    let schema = try JSONSchema(contentsOf: Self.file)
    let sound = try text(try look(at: "name-doubled"))
    for (text, replacement, path) in [
      (#""status":"problems""#, #""status":"bad""#, "/status"),
      (#""role":"consequence""#, #""role":"cause""#, "/findings/1"),
      (#""severity":"error""#, #""severity":"fatal""#, "/findings/0/severity"),
      (#""queries":31"#, #""queries":-1"#, "/queries"),
      (#""playbook":"#, #""book":"#, "/book"),
      (#""source":"dns""#, #""source":"dns","more":1"#, "/registration/more"),
    ] {
      let spoilt = sound.replacingOccurrences(of: text, with: replacement)
      #expect(spoilt != sound, "\(text)")
      let found = try schema.violations(in: spoilt).map(\.path)
      #expect(found.contains(path), "\(text): \(found)")
    }
  }
}
