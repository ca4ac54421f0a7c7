extension JSONSchema {
  /// What the value of a keyword has to be.
  private enum Shape {
    /// For readers: it makes no difference.
    case text
    case reference, types, anything, list, names, count, number, pattern, flag
    /// A schema, several by name, or several in a row.
    case schema, schemas, row
  }

  private static let keywords: [String: Shape] = [
    "$schema": .text, "$id": .text, "$comment": .text, "title": .text, "description": .text,
    "$ref": .reference, "$defs": .schemas, "type": .types, "const": .anything, "enum": .list,
    "properties": .schemas, "required": .names, "additionalProperties": .schema,
    "items": .schema, "minItems": .count, "maxItems": .count, "uniqueItems": .flag,
    "minimum": .number, "maximum": .number, "minLength": .count, "maxLength": .count,
    "pattern": .pattern, "allOf": .row, "anyOf": .row, "oneOf": .row,
  ]

  static let types: Set = [
    "null", "boolean", "integer", "number", "string", "array", "object",
  ]

  /// Throws unless every keyword in a schema and in those within it is understood.
  func check(_ schema: JSONValue, at place: String) throws {
    if case .bool = schema { return }
    guard case .object(let members) = schema else {
      throw Mistake.badValue(keyword: "schema", at: place)
    }
    for (keyword, value) in members {
      guard let shape = Self.keywords[keyword] else {
        throw Mistake.unknownKeyword(keyword, at: place)
      }
      try check(value, keyword, shape, at: place)
    }
  }

  private func check(
    _ value: JSONValue, _ keyword: String, _ shape: Shape, at place: String
  ) throws {
    let bad = Mistake.badValue(keyword: keyword, at: place)
    let inner = "\(place)/\(keyword)"
    switch (shape, value) {
    case (.text, .string), (.anything, _), (.number, .number), (.flag, .bool): break
    case (.count, .number(let number)):
      guard number >= 0, number.rounded() == number else { throw bad }
    case (.list, .array(let values)), (.names, .array(let values)):
      if case .names = shape, values.contains(where: { $0.text == nil }) { throw bad }
    case (.types, .string(let name)): guard Self.types.contains(name) else { throw bad }
    case (.types, .array(let names)):
      guard names.allSatisfy({ Self.types.contains($0.text ?? "") }) else { throw bad }
    case (.pattern, .string(let pattern)):
      guard (try? Regex(pattern)) != nil else { throw bad }
    case (.reference, .string(let reference)):
      guard resolve(reference) != nil else {
        throw Mistake.missingReference(reference, at: place)
      }
    case (.schema, _): try check(value, at: inner)
    case (.schemas, .object(let schemas)):
      for (name, schema) in schemas { try check(schema, at: "\(inner)/\(name)") }
    case (.row, .array(let schemas)):
      for (index, schema) in schemas.enumerated() { try check(schema, at: "\(inner)/\(index)") }
    default: throw bad
    }
  }
}

extension JSONValue {
  /// The text of a string.
  var text: String? { if case .string(let text) = self { text } else { nil } }
}
