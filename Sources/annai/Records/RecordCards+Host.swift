import DNS
import Localization
import Playbook
import Publishing
import Report

extension RecordCards {
  /// Where the records are edited, and what there is to know about that place.
  var hostBlocks: [Block] {
    let types = sheet.changes.filter(\.isTyped).map(\.planned.type)
    let notes = (sheet.host?.notes ?? []).filter { $0.concerns(types) }.map(note)
    let blocks = place + notes
    return blocks.isEmpty ? [] : blocks + [.space]
  }

  private var place: [Block] {
    guard let survey = sheet.survey else { return chosen(found: nil) }
    let found = survey.hosts.first
    var blocks: [Block] = []
    if survey.hosts.count > 1 {
      blocks.append(
        paragraph("record.hosts-several", ["hosts": .list(survey.hosts.map(name))]))
    }
    if let found, found == sheet.host {
      return blocks + [recognised(found, survey)]
    }
    if found == nil, sheet.host == nil {
      let servers = survey.nameServers.map(\.withoutFinalDot)
      return blocks + [
        servers.isEmpty
          ? paragraph("record.host-not-found", ["domain": .text(survey.zone.withoutFinalDot)])
          : paragraph("record.host-unknown", ["servers": .list(servers)])
      ]
    }
    return blocks + chosen(found: found)
  }

  private func recognised(_ host: DNSHost, _ survey: Survey) -> Block {
    let zone = Argument.text(survey.zone.withoutFinalDot)
    switch survey.basis {
    case .delegation:
      let servers = survey.nameServers.map(\.withoutFinalDot)
      return paragraph(
        "record.host-found",
        ["host": .text(name(host)), "servers": .list(servers), "zone": zone])
    case .answers:
      return paragraph("record.host-undelegated", ["host": .text(name(host)), "zone": zone])
    case .soa: return paragraph("record.host-guessed", ["host": .text(name(host)), "zone": zone])
    }
  }

  /// A host that the person chose; records at the wrong one are seen by nobody.
  private func chosen(found: DNSHost?) -> [Block] {
    guard let host = sheet.host else { return [] }
    var blocks = [paragraph("record.host-chosen", ["host": .text(name(host))])]
    if let found {
      blocks.append(
        paragraph(
          "record.host-elsewhere",
          ["host": .text(name(found)), "chosen": .text(name(host))]))
    }
    return blocks
  }

  private func note(_ note: DNSHost.Note) -> Block {
    let host = sheet.host?.id ?? ""
    let words = Argument.text(messages(MessageKey("dns-host.\(host).\(note.id)")))
    return note.isUnverified
      ? say("record.note-unconfirmed", ["note": words]) : say("wizard.note", ["note": words])
  }

  private func paragraph(_ key: MessageKey, _ arguments: [String: Argument]) -> Block {
    .paragraph(messages(key, arguments))
  }
}
