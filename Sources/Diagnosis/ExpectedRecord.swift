import DNS

/// A record that the mail service asks for.
public struct ExpectedRecord: Hashable, Sendable, Codable, Identifiable {
  /// What the record is for, which decides how it is compared.
  public enum Purpose: String, Hashable, Sendable, Codable {
    /// Where mail to the domain goes.
    case mx
    /// Who may send (RFC 7208).
    case spf
    /// The key of the signature (RFC 6376).
    case dkim
    /// What receivers do with mail that fails (RFC 9989).
    case dmarc
    /// Anything else; compared as it is.
    case other
  }

  /// The record's id in its playbook.
  public var id: String
  /// What it is for.
  public var purpose: Purpose
  /// Where it stands.
  public var name: DNSName
  /// Its type.
  public var type: RecordType
  /// Text of a TXT record, or the target of an MX record; empty when only soundness is judged.
  public var value: String
  /// The preference of an MX record, 0 to 65535.
  public var priority: UInt16?
  /// Addresses that guides show as samples; reports to one of them would go to a stranger.
  public var samples: [String]?
  /// Other names at which the mail service has asked for this record at other times.
  public var otherNames: [DNSName]?
  /// Mailbox providers whose domains the mail service refuses, by their ids.
  public var refusedMailboxes: [String]?

  /// A record that is asked for.
  public init(
    id: String, purpose: Purpose, name: DNSName, type: RecordType, value: String,
    priority: UInt16? = nil
  ) {
    self.id = id
    self.purpose = purpose
    self.name = name
    self.type = type
    self.value = value
    self.priority = priority
  }

  /// The question that finds it.
  public var question: Question { Question(name, type) }
}
