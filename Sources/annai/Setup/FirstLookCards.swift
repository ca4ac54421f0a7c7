import DNS
import Diagnosis
import Localization
import MailAuth
import Playbook
import Publishing
import Report

/// What a first look found, in three lines, and what follows from it.
struct FirstLookCards {
  let look: FirstLook
  let messages: Messages

  /// The three lines: registration and delegation, DNS provider, mail.
  var summary: [Block] {
    ([registration, provider, mail] + present)
      .map { Block.paragraph($0, marker: "- ", indent: 2) }
  }

  /// What stands in the way, with what to do about it; nothing for a domain that can be seen.
  var obstacles: [Block] {
    var blocks = look.obstacles.flatMap(obstacle)
    if isHidden { blocks.append(.paragraph(messages("look.hidden"), indent: 2)) }
    return blocks
  }

  private func obstacle(_ finding: Finding) -> [Block] {
    let text = FindingText(finding, messages, clock: .local)
    var blocks: [Block] = [
      .space, .subheading(messages("look.obstacle", ["title": .text(text.title)])),
      .paragraph(text.found, indent: 2),
      .paragraph(messages("report.cause", ["cause": .text(text.cause)]), indent: 2),
      .paragraph(messages("report.fix"), indent: 2),
    ]
    for (index, step) in text.fix.enumerated() {
      blocks.append(.paragraph(step, marker: "\(index + 1). ", indent: 4))
    }
    let id = Argument.text(finding.id.rawValue)
    return blocks + [.paragraph(messages("look.explain", ["id": id]), indent: 2)]
  }

  /// Whether nobody would see a record that is added now.
  private var isHidden: Bool { look.obstacles.contains { $0.severity == .error } }

  private var registered: Argument { .text(look.registrableDomain.withoutFinalDot) }
  private var domain: Argument { .text(look.domain.withoutFinalDot) }

  private var registration: String {
    switch look.survey.delegation {
    case .absent: return messages("look.not-delegated", ["domain": registered])
    case .unknown: return messages("look.unknown", ["domain": registered])
    case .present:
      let count = look.survey.nameServers.count
      return messages("look.delegated", ["domain": registered, "count": .integer(count)])
    }
  }

  private var provider: String {
    let hosts = look.survey.hosts.map { $0.name(language: messages.language.code) }
    let zone = Argument.text(look.survey.zone.withoutFinalDot)
    if hosts.count > 1 { return messages("look.hosts-several", ["hosts": .list(hosts)]) }
    if let host = hosts.first {
      return messages("look.host", ["host": .text(host), "zone": zone])
    }
    let servers = look.survey.nameServers.map(\.withoutFinalDot)
    return servers.isEmpty
      ? messages("look.host-not-found") : messages("look.host-unknown", ["servers": .list(servers)])
  }

  private var mail: String {
    guard let mail = look.mail else { return messages("look.mail-unknown", ["domain": domain]) }
    guard !mail.servers.isEmpty else { return messages("look.mail-none", ["domain": domain]) }
    let servers = Argument.list(mail.servers.map(\.exchange.withoutFinalDot))
    let providers = mail.providers.map(\.name)
    return providers.isEmpty
      ? messages("look.mail", ["domain": domain, "servers": servers])
      : messages(
        "look.mail-provider",
        ["domain": domain, "servers": servers, "providers": .list(providers)])
  }

  /// Records that stay or grow when the service's are added.
  private var present: [String] {
    var sentences: [String] = []
    if look.hasSPF { sentences.append(messages("look.spf", ["domain": domain])) }
    if let policy = look.policy {
      sentences.append(messages("look.dmarc", ["policy": .text(policy.rawValue)]))
    }
    return sentences
  }
}
