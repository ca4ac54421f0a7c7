import Synchronization

/// Counts the queries that were sent, tries and fallbacks included.
public final class QueryCounter: Sendable {
  private let number = Atomic<Int>(0)

  /// A counter at zero.
  public init() {}

  /// Queries so far.
  public var count: Int { number.load(ordering: .relaxed) }

  func add() { number.add(1, ordering: .relaxed) }
}
