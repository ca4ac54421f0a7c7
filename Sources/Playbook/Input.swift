/// One thing that a playbook asks for.
public struct Input: Sendable, Equatable {
  /// What an answer must be; this decides how it is read.
  public enum Kind: String, Sendable, CaseIterable {
    /// The sender domain.
    case domain
    /// A host record below the sender domain, as a console shows it.
    case host
    /// The value of a TXT record, as a console shows it.
    case recordValue
    /// The host name of a mail server.
    case mailServer
    /// A mailbox.
    case mailAddress
  }

  /// The name in `--set`, in answers, in templates and in table keys.
  public let id: String
  /// How an answer is read.
  public let kind: Kind
  /// The answer when nothing is typed.
  public let `default`: String?
  /// Whether the wizard may not go on without an answer or a default.
  public let isRequired: Bool
  /// What an answer looks like; shown, never used.
  public let example: String
  /// For a host: the label that it must hold, such as `_domainkey` (RFC 6376 §7.5).
  public let ending: String?
  /// For a record value: the tag that holds a key in base64, such as `p` (RFC 6376 §3.6.1).
  public let keyTag: String?
  /// Samples of the service's own guide that are no answers.
  public let refused: [String]

  /// The table keys of this input: `input.<id>.question`, `.why`, `.example` and `.help`.
  public var messageKeys: [String] {
    ["question", "why", "example", "help"].map { "input.\(id).\($0)" }
  }
}
