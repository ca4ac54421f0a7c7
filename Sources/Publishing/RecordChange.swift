public import DNS
public import MailAuth
public import Playbook

/// What has to be done at a name so that a planned record stands there: nothing, an addition, or
/// something in place of what is there.
public struct RecordChange: Sendable {
  /// What has to be done.
  public enum Action: String, Sendable, CaseIterable {
    /// The record is not there: add it.
    case add
    /// It is there already.
    case keep
    /// Delete `obsolete` and add the record, or change the one into the other.
    case replace
    /// The record is there; delete `obsolete`, which stands beside it.
    case delete
    /// Something else stands there by the owner's choice: add nothing beside it.
    case leave
  }

  /// Why it is not simply the record that the service shows.
  public enum Reason: Sendable, Hashable {
    /// What one SPF record authorised is kept (RFC 7208 §4.5 allows one record only).
    case spfMerged
    /// So many SPF records stand there, of which receivers take none (RFC 7208 §4.5).
    case spfSeveral(count: Int)
    /// An SPF record that receivers cannot read, so that it has no effect (RFC 7208 §4.6).
    case spfBroken
    /// Why a DMARC record is kept or changed.
    case dmarc(DMARCPlan.Reason)
    /// The DMARC record that stands there asks for as much.
    case dmarcKept
    /// Another key, or several records; a selector has one (RFC 6376 §3.6.2.2).
    case otherKey
    /// The domain's mail goes to these servers.
    case mailElsewhere([MailExchanger])
    /// Those are the servers of a mailbox service, by its id.
    case mailboxes(String)
    /// The domain is said to take no mail (RFC 7505 §3).
    case nullMX
    /// An alias leaves no room for other records (RFC 1034 §3.6.2).
    case aliasInTheWay
    /// The alias that stands there leads elsewhere.
    case otherAlias
  }

  /// The record that the service asks for.
  public let planned: PlannedRecord
  /// What has to be done.
  public let action: Action
  /// The record as it is to stand there; nil while its value is not known.
  public let record: ResourceRecord?
  /// The records that have to go.
  public let obsolete: [ResourceRecord]
  /// The records that stand there and stay.
  public let kept: [ResourceRecord]
  /// Why it is not simply what the service shows.
  public let reasons: [Reason]

  /// The time to live that is proposed, in seconds: short, and not too short for any known host.
  public static let ttl: UInt32 = 600

  init(
    _ planned: PlannedRecord, _ action: Action, _ record: ResourceRecord?,
    obsolete: [ResourceRecord] = [], kept: [ResourceRecord] = [], reasons: [Reason] = []
  ) {
    self.planned = planned
    self.action = action
    self.record = record
    self.obsolete = obsolete
    self.kept = kept
    self.reasons = reasons
  }

  /// What has to be done for a planned record where `standing` is; nil when nobody could tell.
  public init(_ planned: PlannedRecord, standing: Standing?) {
    guard let wanted = ResourceRecord(planned, ttl: Self.ttl), let standing else {
      self.init(planned, .add, ResourceRecord(planned, ttl: Self.ttl))
      return
    }
    if let target = standing.alias, planned.type != .cname {
      let alias = ResourceRecord(
        name: planned.name, type: .cname, ttl: Self.ttl, data: .name(target))
      self.init(planned, .replace, wanted, obsolete: [alias], reasons: [.aliasInTheWay])
      return
    }
    switch (planned.type, planned.purpose) {
    case (.mx, _): self = .mail(planned, wanted, standing)
    case (.txt, .spf): self = .spf(planned, wanted, standing)
    case (.txt, .dmarc): self = .dmarc(planned, wanted, standing)
    case (.txt, .dkim): self = .dkim(planned, wanted, standing)
    case (.cname, _): self = .alias(planned, wanted, standing)
    default: self = .other(planned, wanted, standing)
    }
  }
}
