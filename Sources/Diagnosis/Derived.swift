/// What is worked out from other values and kept beside them: no part of what makes two things
/// equal, and never written down.
struct Derived<Value: Sendable>: Sendable {
  /// The value, once it has been worked out.
  var value: Value?
}

extension Derived: Hashable {
  static func == (left: Derived, right: Derived) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}

extension Derived: Codable {
  init(from decoder: any Decoder) { value = nil }

  func encode(to encoder: any Encoder) {}
}

extension KeyedDecodingContainer {
  /// There is nothing to read: without this, synthesised code would ask for the key.
  func decode<Value>(_ type: Derived<Value>.Type, forKey key: Key) throws -> Derived<Value> {
    Derived()
  }
}

extension KeyedEncodingContainer {
  /// There is nothing to write.
  mutating func encode<Value>(_ value: Derived<Value>, forKey key: Key) throws {}
}
