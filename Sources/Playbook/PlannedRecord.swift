public import DNS

/// A record as it must be published for one sender domain.
public struct PlannedRecord: Sendable, Equatable {
  /// The record's name within the playbook, such as `mx`.
  public let id: String
  /// What it is for.
  public let purpose: Purpose
  /// The full name.
  public let name: DNSName
  /// MX, TXT or CNAME.
  public let type: RecordType
  /// The text of a TXT, or the target of an MX or CNAME with its final dot; empty when unknown.
  public let value: String
  /// The preference of an MX; nil for other types.
  public let priority: UInt16?
  /// What to enter in the name field when the zone is edited: `@`, `abc`, `qcloud._domainkey.abc`.
  public let hostLabel: String
  /// Whether the value is not known, so that the record found can be judged for soundness only.
  public let isSoundnessOnly: Bool
  /// How well it is known that the service asks for this.
  public let confidence: Confidence
  /// Other names at which the service has asked for the record at other times.
  public let otherNames: [DNSName]
  /// Mailbox providers whose domains the service refuses, by their ids.
  public let refusedMailboxes: [String]
}
