import DNS
import MailAuth
import Playbook

extension RecordChange {
  /// Mail servers: those that a domain has already are never pushed aside.
  static func mail(
    _ planned: PlannedRecord, _ wanted: ResourceRecord, _ standing: Standing
  ) -> RecordChange {
    let present = standing.records.compactMap { record in
      MailExchanger(record).map { (record, $0) }
    }
    guard let target = MailExchanger(wanted)?.exchange, !present.isEmpty else {
      return RecordChange(planned, .add, wanted)
    }
    let null = present.filter(\.1.isNull).map(\.0)
    let servers = present.filter { !$0.1.isNull }
    if servers.contains(where: { $0.1.exchange == target }) {
      let kept = servers.map(\.0)
      guard null.isEmpty else {
        // RFC 7505 §3: a null MX stands alone.
        return RecordChange(
          planned, .delete, wanted, obsolete: null, kept: kept, reasons: [.nullMX])
      }
      return RecordChange(planned, .keep, wanted, kept: kept)
    }
    if servers.isEmpty {
      return RecordChange(planned, .replace, wanted, obsolete: null, reasons: [.nullMX])
    }
    let exchangers = servers.map(\.1).sorted {
      ($0.preference, $0.exchange) < ($1.preference, $1.exchange)
    }
    // A service that sends takes bounces there; anything else has mailboxes in or behind it.
    let mailboxes = MailboxProvider.of(exchangers).first { $0.kind != .sender }
    let reasons = mailboxes.map { [Reason.mailboxes($0.id)] } ?? []
    return RecordChange(
      planned, .leave, wanted, kept: servers.map(\.0),
      reasons: [.mailElsewhere(exchangers)] + reasons)
  }

  /// The mail server to name as one's own where mail goes elsewhere already: the first in line.
  public var ownMailServer: MailExchanger? {
    for case .mailElsewhere(let servers) in reasons { return servers.first }
    return nil
  }
}
