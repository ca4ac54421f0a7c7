import DNS

/// What is the matter with the world during one round of a scenario.
public enum Condition: String, Sendable, CaseIterable {
  /// The DNS holds what the person added, and everybody can see it.
  case asAdded = "as-added"
  /// The registry does not delegate the domain; the DNS host answers as if nothing had happened.
  case held
  /// The registrar has had the delegation taken away; the DNS host answers all the same.
  case heldByRegistrar = "held-by-registrar"
  /// The registration has run out, and the delegation with it.
  case expired
  /// Nobody has registered the domain; the DNS host took the zone without asking.
  case unregistered
  /// The registrar has put servers of its own in place of the DNS host's.
  case suspended
  /// The hold is over, but the resolvers were asked while it lasted, and remember.
  case heldBefore = "held-before"
  /// The person's SPF record stands beside that of another service.
  case secondSPF = "second-spf"
  /// Both SPF records are merged into one.
  case mergedSPF = "merged-spf"
  /// The DNS host has put the zone behind a name that was complete already.
  case doubledName = "doubled-name"
  /// The registry delegates the domain to another DNS host than the one with the records.
  case wrongHost = "wrong-host"
  /// The DNS host has put the zone behind the target of the MX, typed without its final dot.
  case missingDot = "missing-dot"
  /// The DNS host has cut the DKIM key off at 255 octets.
  case cutKey = "cut-key"
  /// The mail of the company arrives at the sender domain, so the new MX was not added.
  case corporateMailbox = "corporate-mailbox"
  /// Another service sends from the same domain: SPF is merged, the keys have names of their own.
  case twoServices = "two-services"
  /// The resolvers were asked for the DKIM key before it was there, and remember its absence.
  case askedTooEarly = "asked-too-early"

  /// Whether the registry delegates the domain to the DNS host.
  var isDelegated: Bool {
    switch self {
    case .held, .heldByRegistrar, .expired, .unregistered, .suspended, .wrongHost: false
    case .asAdded, .secondSPF, .mergedSPF, .doubledName, .askedTooEarly, .heldBefore, .missingDot,
      .cutKey, .corporateMailbox, .twoServices:
      true
    }
  }

  /// How long before the records were added, or the hold was lifted, the resolvers were asked; in
  /// seconds.
  static let earlyQuestionAge: UInt32 = 160

  /// What the zone of a sender holds when the person has added `added`.
  func published(_ added: [ResourceRecord], zone: DNSName, senders: [DNSName]) -> [ResourceRecord] {
    switch self {
    case .asAdded, .held, .heldByRegistrar, .expired, .unregistered, .suspended, .heldBefore,
      .askedTooEarly, .wrongHost:
      return added
    case .missingDot: return added.map { $0.withTargetCompleted(in: zone) }
    case .cutKey: return added.map(\.withKeyCut)
    case .corporateMailbox:
      return added.filter { $0.type != .mx || $0.name != zone } + OtherService.mailbox(at: zone)
    case .secondSPF:
      return senders.map(OtherService.record) + added
    case .mergedSPF, .twoServices:
      let merged = added.map { $0.isSPF ? OtherService.merged(into: $0) : $0 }
      let alone = senders.filter { sender in !added.contains { $0.name == sender && $0.isSPF } }
      let keys = self == .twoServices ? senders.flatMap(OtherService.key) : []
      return alone.map(OtherService.record) + merged + keys
    case .doubledName:
      return added.compactMap { record in
        guard record.isDKIM else { return record }
        // A name that would grow over 255 octets is one that no console takes.
        guard let doubled = try? record.name.appending(zone) else { return nil }
        var record = record
        record.name = doubled
        return record
      }
    }
  }
}

/// Another mail service that was set up at the sender domain earlier: Amazon SES.
private enum OtherService {
  static let term = "include:amazonses.com"

  static func record(at sender: DNSName) -> ResourceRecord {
    let text = Array("v=spf1 \(term) ~all".utf8)
    return ResourceRecord(name: sender, type: .txt, ttl: 600, data: .txt([text]))
  }

  /// Where the mail of a company arrives.
  static func mailbox(at zone: DNSName) -> [ResourceRecord] {
    (try? ZoneText.records("@ MX 1 smtp.google.com.", origin: zone)) ?? []
  }

  /// The key of the other service: each has a selector of its own (RFC 6376 §3.1).
  static func key(at sender: DNSName) -> [ResourceRecord] {
    let text = "other._domainkey TXT \"v=DKIM1; k=ed25519; p=\(ed25519)\""
    return (try? ZoneText.records(text, origin: sender)) ?? []
  }

  /// The public key of RFC 8463, appendix A.2.
  private static let ed25519 = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="

  /// RFC 7208 §4.5 allows one record only, so the other service's term goes into this one.
  static func merged(into record: ResourceRecord) -> ResourceRecord {
    let words = String(decoding: record.text ?? [], as: UTF8.self).split(separator: " ")
    guard !words.contains(Substring(term)) else { return record }
    let text = ([words.first ?? "v=spf1", Substring(term)] + words.dropFirst())
      .joined(separator: " ")
    var record = record
    record.data = .txt(Array(text.utf8).characterStrings)
    return record
  }
}

extension ResourceRecord {
  /// An MX whose target a console has completed with the zone (RFC 1035 §5.1).
  fileprivate func withTargetCompleted(in zone: DNSName) -> ResourceRecord {
    guard case .mx(let preference, let exchange) = data,
      let completed = try? exchange.appending(zone)
    else { return self }
    var record = self
    record.data = .mx(preference: preference, exchange: completed)
    return record
  }

  /// A DKIM key of which a console has kept the first string of 255 octets (RFC 1035 §3.3).
  fileprivate var withKeyCut: ResourceRecord {
    guard isDKIM, let text else { return self }
    var record = self
    record.data = .txt([Array(text.prefix(255))])
    return record
  }

  /// Whether this is an SPF record: the version and then a space or the end (RFC 7208 §4.5).
  var isSPF: Bool {
    guard let text else { return false }
    let version = text.prefix(7).map { (65...90).contains($0) ? $0 | 0x20 : $0 }
    return version == Array("v=spf1 ".utf8) || version == Array("v=spf1".utf8)
  }

  /// Whether the name is one under which DKIM keys are looked up (RFC 6376 §3.6.2.1).
  var isDKIM: Bool {
    name.labels.contains { label in
      label.map { (65...90).contains($0) ? $0 | 0x20 : $0 } == Array("_domainkey".utf8)
    }
  }
}

extension ResourceRecord {
  /// Whether the name is one at which a DMARC policy is looked up (RFC 9989 §4.7).
  var isDMARC: Bool {
    name.labels.first?.map { (65...90).contains($0) ? $0 | 0x20 : $0 } == Array("_dmarc".utf8)
  }
}

extension [UInt8] {
  /// The octets cut into character-strings of at most 255 octets (RFC 1035 §3.3).
  var characterStrings: [[UInt8]] {
    isEmpty ? [[]] : stride(from: 0, to: count, by: 255).map { Array(self[$0...].prefix(255)) }
  }
}
