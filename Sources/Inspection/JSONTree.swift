#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A JSON value (RFC 8259 §3) that is looked at before anybody believes it.
enum JSONTree: Hashable, Sendable {
  case null
  case truth(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([JSONTree])
  case object([String: JSONTree])

  /// The value of a key; nil when this is no object or has no such key.
  subscript(key: String) -> JSONTree? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// What a value is encoded as.
  init(encoding value: some Encodable) throws {
    self = try Self.decoder.decode(JSONTree.self, from: Self.encoder.encode(value))
  }

  /// Reads JSON text.
  init(json: Data) throws { self = try Self.decoder.decode(JSONTree.self, from: json) }

  /// Decodes a value from this tree.
  func decoded<Value: Decodable>(as type: Value.Type) throws -> Value {
    try Self.decoder.decode(type, from: Self.encoder.encode(self))
  }

  /// JSON text, one value a line, in ASCII only: nothing in it is obeyed or hidden by a terminal.
  var json: String {
    get throws {
      let encoder = Self.encoder
      encoder.outputFormatting.insert(.prettyPrinted)
      let units = String(decoding: try encoder.encode(self), as: UTF8.self).utf16
      return units.map { unit in
        if unit < 0x7F { return String(UnicodeScalar(UInt8(unit))) }
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined() + "\n"
    }
  }

  /// Moments that are `Date` are numbers like all others: seconds since 1970 UTC.
  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .secondsSince1970
    return encoder
  }

  private static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .secondsSince1970
    return decoder
  }
}

extension JSONTree: Codable {
  /// Decodes any value.
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let integer = try? container.decode(Int.self) {
      self = .integer(integer)
    } else if let members = try? decoder.container(keyedBy: Key.self) {
      let pairs = try members.allKeys.map { key in
        (key.stringValue, try members.decode(JSONTree.self, forKey: key))
      }
      self = .object(Dictionary(pairs) { $1 })
    } else if var items = try? decoder.unkeyedContainer() {
      var list: [JSONTree] = []
      while !items.isAtEnd { list.append(try items.decode(JSONTree.self)) }
      self = .list(list)
    } else if let truth = try? container.decode(Bool.self) {
      self = .truth(truth)
    } else if container.decodeNil() {
      self = .null
    } else {
      self = .number(try container.decode(Double.self))
    }
  }

  /// Encodes the value as it was.
  func encode(to encoder: any Encoder) throws {
    switch self {
    case .list(let items):
      var container = encoder.unkeyedContainer()
      for item in items { try container.encode(item) }
    case .object(let members):
      var container = encoder.container(keyedBy: Key.self)
      for (key, value) in members { try container.encode(value, forKey: Key(stringValue: key)) }
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .truth(let truth):
      var container = encoder.singleValueContainer()
      try container.encode(truth)
    case .integer(let integer):
      var container = encoder.singleValueContainer()
      try container.encode(integer)
    case .number(let number):
      var container = encoder.singleValueContainer()
      try container.encode(number)
    case .text(let text):
      var container = encoder.singleValueContainer()
      try container.encode(text)
    }
  }

  /// Any key.
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
