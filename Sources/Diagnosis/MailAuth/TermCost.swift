/// How many lookups a term of an SPF record leads to; the term is untrusted.
public struct TermCost: Hashable, Sendable, Codable {
  /// The term.
  public let term: String
  /// The lookups: its own and all below.
  public let count: Int

  /// A cost by its parts.
  public init(term: String, count: Int) {
    self.term = term
    self.count = count
  }
}
