/// Why the text of a message cannot be read.
public struct MessageFault: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Code: String, Sendable {
    /// A `{` without its `}`.
    case unclosedBrace = "unclosed-brace"
    /// A `}` without its `{`.
    case strayBrace = "stray-brace"
    /// The name in a placeholder is empty or has a character that names do not have.
    case badName = "bad-name"
    /// A format other than `plural`.
    case unknownFormat = "unknown-format"
    /// A plural branch that is not `=NUMBER{...}` or `CATEGORY{...}`.
    case badBranch = "bad-branch"
    /// The same plural branch twice.
    case duplicateBranch = "duplicate-branch"
    /// More than 16 branches of one plural.
    case tooManyBranches = "too-many-branches"
    /// Plurals nested more than 4 deep.
    case nestedTooDeeply = "nested-too-deeply"
  }

  /// What is wrong.
  public let code: Code
  /// Where in the message, in UTF-8 octets from 0.
  public let offset: Int
}
