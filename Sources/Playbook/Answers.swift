/// What was answered, by input id; as typed or as read, both are fine.
public struct Answers: Sendable, Equatable, ExpressibleByDictionaryLiteral {
  /// Input id to answer.
  public var values: [String: String]

  /// Answers by input id.
  public init(_ values: [String: String] = [:]) { self.values = values }

  /// Answers by input id; the last one counts when an id stands twice.
  public init(dictionaryLiteral elements: (String, String)...) {
    values = Dictionary(elements) { $1 }
  }

  /// The answer to an input; nil for none.
  public subscript(id: String) -> String? {
    get { values[id] }
    set { values[id] = newValue }
  }
}
