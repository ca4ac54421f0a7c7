public import DNS

/// What a record is for.
public enum Purpose: String, Sendable, CaseIterable {
  /// Where mail to the domain goes, RFC 5321 §5.
  case mx
  /// Who may send, RFC 7208.
  case spf
  /// The key that signatures are checked with, RFC 6376.
  case dkim
  /// What receivers do with mail that fails, RFC 9989.
  case dmarc
  /// Anything else, such as proof of ownership.
  case other
}

/// A record to publish, with places for answers.
public struct RecordTemplate: Sendable, Equatable {
  /// Its name within the playbook, such as `mx`.
  public let id: String
  /// What it is for.
  public let purpose: Purpose
  /// MX, TXT or CNAME.
  public let type: RecordType
  /// The full name; it ends with the sender domain.
  public let name: Template
  /// The text of a TXT, or the target of an MX or CNAME.
  public let value: Template
  /// The preference of an MX (RFC 1035 §3.3.9); nil for other types.
  public let priority: UInt16?
  /// When it is needed; nil for always.
  public let condition: Condition?
  /// How well it is known that the service asks for this.
  public let confidence: Confidence
  /// Other full names at which the service has asked for the record at other times.
  public let otherNames: [Template]
  /// Mailbox providers whose domains the service refuses, by their ids.
  public let refusedMailboxes: [String]

  /// The types a playbook can ask for: those that mail services ask for.
  static let types: [RecordType] = [.cname, .mx, .txt]

  /// The table key of what to know about this record.
  public var noteKey: String { "record.\(id).note" }
}
