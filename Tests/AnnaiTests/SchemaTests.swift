import Foundation
import Lab
import TestSupport
import Testing

extension ProgramTests {
  /// The schemas of the repository, and the reader that holds output to them.
  @Suite("Schemas") struct SchemaTests {
    private static let folder = Words.root.appending(path: "Schemas")

    static let names: [String] = {
      let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
      return (files ?? []).filter { $0.hasSuffix(".json") }.sorted()
    }()

    @Test func thereAreSchemas() { #expect(Self.names.contains("annai.dig.schema.json")) }

    /// No keyword in any of them that nobody would check.
    @Test(arguments: names) func everySchemaIsUnderstood(name: String) throws {
      _ = try JSONSchema(contentsOf: Self.folder.appending(path: name))
      let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
      let schema = try JSONValue(text)
      #expect(schema["title"] == .string(name.replacing(".schema.json", with: "/1")))
      #expect(schema["$schema"] == .string("https://json-schema.org/draft/2020-12/schema"))
    }

    /// Faulty domains in each language, on one line and on several, with the lookups.
    @Test(arguments: Words.codes) func checksHoldToTheirSchema(code: String) async throws {
      let lab = try await SharedLab.lab
      let schema = try JSONSchema(
        contentsOf: Self.folder.appending(path: "annai.check.schema.json"))
      let domains = ["healthy.com", "spf2.com", "hold.com", "cnameloop.com", SharedLab.hostileZone]
      let words = ["check", "--lang", code, "--registration", "never"] + domains + lab.options
      let lines = try Annai.run(words + ["--format", "ndjson", "--show-queries"], in: Place())
      #expect(lines.output.split(separator: "\n").count == domains.count, "\(lines)")
      for line in lines.output.split(separator: "\n") {
        #expect(try schema.violations(in: String(line)) == [])
      }
      let pretty = try Annai.run(words + ["--format", "json"], in: Place())
      let objects = pretty.output.split(separator: "\n}\n").map { "\($0)\n}" }
      #expect(objects.count == domains.count)
      for object in objects { #expect(try schema.violations(in: object) == []) }
    }

    /// A schema and a text, and the paths at which the text breaks it.
    struct Case: Sendable, CustomTestStringConvertible {
      let schema: String
      let text: String
      var broken: [String] = []

      var testDescription: String { "\(schema) \(text)" }
    }

    static let cases: [Case] = [
      Case(schema: "true", text: "[1]"), Case(schema: "false", text: "1", broken: [""]),
      Case(schema: #"{"type": "integer"}"#, text: "1.0"),
      Case(schema: #"{"type": "integer"}"#, text: "1.5", broken: [""]),
      Case(schema: #"{"type": ["null", "boolean"]}"#, text: "true"),
      Case(schema: #"{"type": ["null", "boolean"]}"#, text: "1", broken: [""]),
      Case(schema: #"{"type": "number"}"#, text: "false", broken: [""]),
      Case(schema: #"{"const": {"a": [1]}}"#, text: #"{"a": [1]}"#),
      Case(schema: #"{"const": 1}"#, text: "true", broken: [""]),
      Case(schema: #"{"enum": ["a", null]}"#, text: "null"),
      Case(schema: #"{"enum": ["a", null]}"#, text: #""b""#, broken: [""]),
      Case(schema: #"{"minimum": 0, "maximum": 5}"#, text: "5"),
      Case(schema: #"{"minimum": 0, "maximum": 5}"#, text: "6", broken: [""]),
      Case(schema: #"{"minimum": 0, "maximum": 5}"#, text: #""x""#),
      Case(schema: #"{"minLength": 2, "maxLength": 3}"#, text: #""e\u0301""#),
      Case(schema: #"{"minLength": 2, "maxLength": 3}"#, text: #""a""#, broken: [""]),
      Case(schema: #"{"pattern": "^[a-z]+$"}"#, text: #""abc""#),
      Case(schema: #"{"pattern": "^[a-z]+$"}"#, text: #""abc\n""#, broken: [""]),
      Case(schema: #"{"pattern": "^[ -~]*$"}"#, text: #""e\u0301""#, broken: [""]),
      Case(schema: #"{"pattern": "b"}"#, text: #""abc""#),
      Case(
        schema: #"{"items": {"type": "string"}}"#, text: #"["a", 1, "b", 2]"#, broken: ["/1", "/3"]),
      Case(schema: #"{"minItems": 1, "maxItems": 2}"#, text: "[]", broken: [""]),
      Case(schema: #"{"minItems": 1, "maxItems": 2}"#, text: "[1, 2, 3]", broken: [""]),
      Case(schema: #"{"uniqueItems": true}"#, text: "[1, 2, 1]", broken: [""]),
      Case(schema: #"{"uniqueItems": true}"#, text: "[1, true]"),
      Case(
        schema: #"{"properties": {"a": {"type": "null"}}, "required": ["a", "b"]}"#,
        text: #"{"a": 1}"#, broken: ["/a", "/b"]),
      Case(
        schema: #"{"properties": {"a": {}}, "additionalProperties": false}"#,
        text: #"{"a": 1, "c": 2}"#, broken: ["/c"]),
      Case(
        schema: #"{"additionalProperties": {"type": "integer"}}"#, text: #"{"a": 1, "c": "x"}"#,
        broken: ["/c"]),
      Case(schema: #"{"anyOf": [{"type": "null"}, {"const": 1}]}"#, text: "1"),
      Case(schema: #"{"anyOf": [{"type": "null"}, {"const": 1}]}"#, text: "2", broken: [""]),
      Case(schema: #"{"oneOf": [{"minimum": 1}, {"maximum": 5}]}"#, text: "3", broken: [""]),
      Case(schema: #"{"oneOf": [{"minimum": 1}, {"maximum": 5}]}"#, text: "7"),
      Case(schema: #"{"allOf": [{"minimum": 1}, {"maximum": 5}]}"#, text: "7", broken: [""]),
      Case(
        schema: ##"{"$ref": "#/$defs/list", "$defs": {"list": {"items": {"$ref": "#"}}}}"##,
        text: "[[], [[]]]"),
      Case(
        schema:
          ##"{"$defs": {"n": {"type": "null"}}, "items": {"$ref": "#/$defs/n"}}"##,
        text: "[0]", broken: ["/0"]),
    ]

    @Test(arguments: cases) func everyKeywordIsObeyed(_ row: Case) throws {
      let paths = try JSONSchema(row.schema).violations(in: row.text).map(\.path)
      #expect(paths == row.broken)
    }

    @Test(arguments: [
      (#"{"format": "date"}"#, JSONSchema.Mistake.unknownKeyword("format", at: "#")),
      (##"{"$defs": {"a": {"items": {"if": {}}}}}"##, .unknownKeyword("if", at: "#/$defs/a/items")),
      (##"{"anyOf": [{}, {"not": {}}]}"##, .unknownKeyword("not", at: "#/anyOf/1")),
      (##"{"$ref": "#/$defs/a"}"##, .missingReference("#/$defs/a", at: "#")),
      (#"{"$ref": "other.json"}"#, .missingReference("other.json", at: "#")),
      (#"{"type": "int"}"#, .badValue(keyword: "type", at: "#")),
      (#"{"pattern": "("}"#, .badValue(keyword: "pattern", at: "#")),
      (#"{"required": "a"}"#, .badValue(keyword: "required", at: "#")),
      (#"{"minItems": -1}"#, .badValue(keyword: "minItems", at: "#")),
      (##"{"properties": {"a": 1}}"##, .badValue(keyword: "schema", at: "#/properties/a")),
    ]) func whatIsNotUnderstoodIsAMistake(schema: String, mistake: JSONSchema.Mistake) {
      #expect(throws: mistake) { try JSONSchema(schema) }
    }
  }
}
