import DNS
import Localization
import MailAuth
import Playbook
import Publishing
import Report
import Wizard

/// The look at a domain as soon as its name is known, before anything is asked that hangs on it.
extension Dialogue {
  /// Looks once at each domain that is answered with, while questions are open.
  mutating func lookFirst() async throws {
    guard prompter.asks, let domain = journey.domain, !looked.contains(domain.name),
      case .question(let id) = journey.run.position, id != journey.playbook.domainInput?.id
    else { return }
    do {
      try rehearsal?.open(domain.name)
    } catch let failure as Failure {
      say(failure.key, failure.arguments)
      return try askAgain(instead: nil)
    }
    let look = try await self.look(at: domain, progress: "look.looking") { [checker] in
      try await checker.firstLook(domain)
    }
    looked.insert(domain.name)
    let cards = FirstLookCards(look: look, messages: shell.messages)
    let name = Argument.text(domain.name.withoutFinalDot)
    announcement =
      [.space, .paragraph(shell.messages("look.found", ["domain": name]))] + cards.summary
      + cards.obstacles + [.space]
    let wanted = mailServers(at: domain.name)
    guard wanted.contains(where: \.takesBounces),
      let proposal = look.subdomainProposal(besides: wanted)
    else { return }
    let sentence = shell.messages(
      "look.subdomain", ["domain": name, "proposal": .text(proposal.withoutFinalDot)])
    announcement += [.paragraph(sentence), .space]
    try askAgain(instead: proposal)
  }

  /// Asks for the domain once more; `proposal` is what Enter alone takes.
  private mutating func askAgain(instead proposal: DNSName?) throws {
    guard let input = journey.playbook.domainInput else { return }
    proposals[input.id] = proposal?.withoutFinalDot
    usedEntries.insert(input.id)
    try take(.change(input.id))
    // Its introduction was read a moment ago.
    introduced = .question(input.id)
  }

  /// The mail servers that the service wants at the domain itself.
  private func mailServers(at domain: DNSName) -> [DNSName] {
    ((try? plan) ?? []).filter { $0.type == .mx && $0.name == domain }
      .compactMap { try? DNSName($0.value) }
  }
}

extension DNSName {
  /// Whether a mail server is one of a service that sends; one that brings mailboxes is there to
  /// take the place of others.
  fileprivate var takesBounces: Bool {
    let providers = MailboxProvider.of(self)
    return providers.isEmpty || providers.contains { $0.kind == .sender }
  }
}
