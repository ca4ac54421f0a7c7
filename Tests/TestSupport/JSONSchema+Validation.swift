extension JSONSchema {
  /// What of a value does not hold to a schema (JSON Schema Validation §6, Core §10).
  func violations(_ value: JSONValue, _ schema: JSONValue, at path: String) -> [Violation] {
    guard case .object(let keywords) = schema else {
      return schema == .bool(false) ? [Violation(path: path, keyword: "false")] : []
    }
    return keywords.sorted { $0.key < $1.key }.flatMap { keyword, demand in
      violations(value, keyword, demand, keywords, at: path)
    }
  }

  private func violations(
    _ value: JSONValue, _ keyword: String, _ demand: JSONValue, _ keywords: [String: JSONValue],
    at path: String
  ) -> [Violation] {
    let broken = [Violation(path: path, keyword: keyword)]
    switch (keyword, demand) {
    case ("$ref", .string(let reference)):
      return resolve(reference).map { violations(value, $0, at: path) } ?? broken
    case ("type", .string(let name)): return value.isOf(name) ? [] : broken
    case ("type", .array(let names)):
      return names.contains { value.isOf($0.text ?? "") } ? [] : broken
    case ("const", _): return value == demand ? [] : broken
    case ("enum", .array(let values)): return values.contains(value) ? [] : broken
    case ("allOf", .array(let schemas)): return schemas.flatMap { violations(value, $0, at: path) }
    case ("anyOf", .array(let schemas)): return fits(value, schemas).isEmpty ? broken : []
    case ("oneOf", .array(let schemas)): return fits(value, schemas).count == 1 ? [] : broken
    case ("minimum", .number(let bound)): return (value.number ?? bound) >= bound ? [] : broken
    case ("maximum", .number(let bound)): return (value.number ?? bound) <= bound ? [] : broken
    default: break
    }
    switch value {
    case .string(let text): return holds(text, keyword, demand) ? [] : broken
    case .array(let items): return violations(items, keyword, demand, at: path) ?? broken
    case .object(let members):
      return violations(members, keyword, demand, keywords, at: path)
    default: return []
    }
  }

  private func fits(_ value: JSONValue, _ schemas: [JSONValue]) -> [JSONValue] {
    schemas.filter { violations(value, $0, at: "").isEmpty }
  }

  private func holds(_ text: String, _ keyword: String, _ demand: JSONValue) -> Bool {
    switch (keyword, demand) {
    case ("minLength", .number(let count)): text.unicodeScalars.count >= Int(count)
    case ("maxLength", .number(let count)): text.unicodeScalars.count <= Int(count)
    case ("pattern", .string(let pattern)): matches(text, pattern)
    default: true
    }
  }

  /// A regular expression over Unicode scalars, as in other languages.
  private func matches(_ text: String, _ pattern: String) -> Bool {
    let regex = try? Regex(pattern).matchingSemantics(.unicodeScalar)
    return (try? regex?.firstMatch(in: text)) != nil
  }

  /// Nil when the array itself is at fault.
  private func violations(
    _ items: [JSONValue], _ keyword: String, _ demand: JSONValue, at path: String
  ) -> [Violation]? {
    switch (keyword, demand) {
    case ("items", _):
      return items.enumerated().flatMap { violations($1, demand, at: "\(path)/\($0)") }
    case ("minItems", .number(let count)): return items.count >= Int(count) ? [] : nil
    case ("maxItems", .number(let count)): return items.count <= Int(count) ? [] : nil
    case ("uniqueItems", .bool(true)):
      let isUnique = items.indices.allSatisfy { items.firstIndex(of: items[$0]) == $0 }
      return isUnique ? [] : nil
    default: return []
    }
  }

  private func violations(
    _ members: [String: JSONValue], _ keyword: String, _ demand: JSONValue,
    _ keywords: [String: JSONValue], at path: String
  ) -> [Violation] {
    switch (keyword, demand) {
    case ("required", .array(let names)):
      return names.compactMap(\.text).filter { members[$0] == nil }
        .map { Violation(path: "\(path)/\($0)", keyword: keyword) }
    case ("properties", .object(let schemas)):
      return members.sorted { $0.key < $1.key }.flatMap { name, value in
        schemas[name].map { violations(value, $0, at: "\(path)/\(name)") } ?? []
      }
    case ("additionalProperties", _):
      return members.sorted { $0.key < $1.key }.flatMap { name, value -> [Violation] in
        if keywords["properties"]?[name] != nil { return [] }
        let place = "\(path)/\(name)"
        return demand == .bool(false)
          ? [Violation(path: place, keyword: keyword)] : violations(value, demand, at: place)
      }
    default: return []
    }
  }
}

extension JSONValue {
  fileprivate var number: Double? { if case .number(let number) = self { number } else { nil } }

  fileprivate func isOf(_ type: String) -> Bool {
    switch (self, type) {
    case (.null, "null"), (.bool, "boolean"), (.number, "number"), (.string, "string"),
      (.array, "array"), (.object, "object"):
      true
    case (.number(let number), "integer"): number.rounded() == number
    default: false
    }
  }
}
