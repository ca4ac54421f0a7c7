/// When a question or a record counts: which option each of some choices must have.
public struct Condition: Sendable, Equatable {
  /// The id of a choice to the option that it must have; all of them must hold.
  public let choices: [String: String]

  /// Whether these answers fulfil it.
  public func holds(_ values: [String: String]) -> Bool {
    choices.allSatisfy { values[$0.key] == $0.value }
  }

  /// Whether this one holds wherever the other does.
  func follows(from other: Condition?) -> Bool {
    choices.allSatisfy { other?.choices[$0.key] == $0.value }
  }
}

extension Condition? {
  /// Whether these answers fulfil it; nothing to fulfil is fulfilled.
  func holds(_ values: [String: String]) -> Bool { self?.holds(values) ?? true }
}
