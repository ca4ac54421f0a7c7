import DNS

/// A source in which some answers are already as they will be after a change.
///
/// A judgement over it says what a planned record will do.
public struct PlannedLookups<Base: LookupSource>: LookupSource {
  private let base: Base
  private let planned: [Question: LookupAnswer]

  /// `base` with the answers of `planned` in place of its own.
  public init(_ base: Base, planned: [Question: LookupAnswer]) {
    self.base = base
    self.planned = planned
  }

  /// The planned answer to a question, else that of the base.
  public func answer(to question: Question) -> LookupAnswer? {
    planned[question] ?? base.answer(to: question)
  }
}
