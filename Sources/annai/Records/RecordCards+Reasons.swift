import DNS
import Localization
import MailAuth
import Playbook
import Publishing
import Report

extension RecordCards {
  /// Why a change is not simply the record that the service shows.
  func reasons(_ change: RecordChange) -> [Block] {
    change.reasons.map { reason in
      switch reason {
      case .spfMerged: say("record.reason.spf-merged")
      case .spfSeveral(let count):
        say("record.reason.spf-several", ["count": .integer(count)])
      case .spfBroken: say("record.reason.spf-broken")
      case .dmarc(let reason): dmarc(reason)
      case .dmarcKept: say("record.reason.dmarc-kept")
      case .otherKey: say("record.reason.other-key")
      case .mailElsewhere(let servers):
        say(
          "record.reason.mail-elsewhere",
          [
            "name": .text(change.planned.name.withoutFinalDot),
            "servers": .list(servers.map(\.exchange.withoutFinalDot)),
          ])
      case .mailboxes(let provider):
        say("record.reason.mailboxes", ["provider": .text(MailboxProvider.named(provider))])
      case .nullMX: say("record.reason.null-mx")
      case .aliasInTheWay: say("record.reason.alias-in-the-way")
      case .otherAlias: say("record.reason.other-alias")
      }
    }
  }

  private func dmarc(_ reason: DMARCPlan.Reason) -> Block {
    switch reason {
    case .policyKept(let tag, let existing, let proposed):
      say(
        "record.reason.dmarc-policy",
        [
          "tag": .text(tag.rawValue), "existing": .text(existing.rawValue),
          "proposed": .text(proposed.rawValue),
        ])
    case .policyInherited(let existing, let proposed):
      say(
        "record.reason.dmarc-inherited",
        ["existing": .text(existing.rawValue), "proposed": .text(proposed.rawValue)])
    case .alignmentKept(let tag): say("record.reason.dmarc-alignment", ["tag": .text(tag)])
    case .reportsKept(let addresses):
      say("record.reason.dmarc-reports", ["addresses": .list(addresses)])
    case .reportsNotAdded(let addresses):
      say("record.reason.dmarc-reports-missing", ["addresses": .list(addresses)])
    case .recordsMerged(let count):
      say("record.reason.dmarc-several", ["count": .integer(count)])
    case .tagsDropped(let tags): say("record.reason.dmarc-dropped", ["tags": .list(tags)])
    case .testKept: say("record.reason.dmarc-test")
    }
  }
}
