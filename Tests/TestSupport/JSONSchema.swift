import Foundation

/// A JSON Schema, draft 2020-12, as far as the schemas of this repository go.
///
/// A keyword that is not understood here is an error, or a schema would promise what nobody checks.
public struct JSONSchema: Sendable {
  /// Why a schema cannot be used.
  public enum Mistake: Error, Equatable {
    case unknownKeyword(String, at: String)
    case badValue(keyword: String, at: String)
    case missingReference(String, at: String)
  }

  /// A place in a document that does not hold to the schema.
  public struct Violation: Equatable, CustomStringConvertible, Sendable {
    /// The path of the value, such as `/records/0/name`.
    public let path: String
    /// The keyword that is broken.
    public let keyword: String

    /// The place and the keyword.
    public var description: String { "\(path.isEmpty ? "/" : path): \(keyword)" }
  }

  let root: JSONValue

  /// Reads a schema and looks at all of it, also at parts that no document may ever reach.
  public init(_ text: String) throws {
    root = try JSONValue(text)
    try check(root, at: "#")
  }

  /// Reads the schema in a file.
  public init(contentsOf file: URL) throws {
    try self.init(String(contentsOf: file, encoding: .utf8))
  }

  /// Everything in a JSON text that does not hold to the schema; empty when it is sound.
  public func violations(in text: String) throws -> [Violation] {
    violations(try JSONValue(text), root, at: "")
  }

  /// The schema that `#`, `#/$defs/name` and so on stand for.
  func resolve(_ reference: String) -> JSONValue? {
    guard reference == "#" || reference.hasPrefix("#/") else { return nil }
    return reference.split(separator: "/").dropFirst().reduce(root) { value, key in
      value?[String(key)]
    }
  }
}
