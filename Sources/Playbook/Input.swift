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
    /// One part of a name, such as a token or a region.
    case label
    /// The name that an alias leads to.
    case target
    /// One of a few words.
    case choice
  }

  /// The name in `--set`, in answers, in templates and in table keys.
  public let id: String
  /// How an answer is read.
  public let kind: Kind
  /// The answer when nothing is typed.
  public let `default`: String?
  /// Whether the wizard may not go on without an answer or a default.
  public let isRequired: Bool
  /// What an answer looks like; shown, and an answer in the practice world only.
  public let example: String
  /// For a host: the label that it must hold, such as `_domainkey` (RFC 6376 §7.5). For a label:
  /// what may follow it in a pasted name and is left out.
  public let ending: String?
  /// For a record value: the tag that holds a key in base64, such as `p` (RFC 6376 §3.6.1).
  public let keyTag: String?
  /// Samples of the service's own guide that are no answers.
  public let refused: [String]
  /// For a choice: the words to choose from.
  public internal(set) var options: [String] = []
  /// For a record value: how it begins, such as `v=spf1`, in any case.
  public internal(set) var start: String?
  /// When it is asked for; nil for always.
  public internal(set) var condition: Condition?

  /// The table keys of this input: `input.<id>.question`, `.why`, `.example` and `.help`; a choice
  /// has `.option.<option>` for each option instead of an example.
  public var messageKeys: [String] {
    let shape = kind == .choice ? options.map { "option.\($0)" } : ["example"]
    return (["question", "why", "help"] + shape).map { "input.\(id).\($0)" }
  }
}
