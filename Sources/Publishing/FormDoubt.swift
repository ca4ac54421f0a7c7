public import DNS
public import Playbook

/// Something about a form that no source confirms, with what is needed to say what to look at.
public enum FormDoubt: Sendable, Hashable {
  /// The name was typed without the zone: the list must not show it doubled, and not cut.
  case host(typed: String, expected: DNSName, doubled: String)
  /// The zone's own name: the ways to type it, in this order.
  case apex([DNSHostForm.ApexEntry], zone: DNSName)
  /// The priority was given apart; it may belong in front of the value.
  case priorityApart(inside: String)
  /// The priority was put in front of the target; there may be a field for it.
  case priorityInside(target: String)
  /// The target has its final dot, which may be refused.
  case finalDot(target: String)
  /// The target has no final dot, which may be needed.
  case noFinalDot(target: String)
  /// The text is without quotes, which may be wanted.
  case noQuotes
  /// The text is in quotes, which may become a part of it.
  case quotes
  /// A long text is in one piece.
  case wholeText
  /// A long text is in several strings.
  case strings
  /// How the line for this record is written is not known.
  case line
  /// The labels of the fields are not confirmed.
  case labels
}
