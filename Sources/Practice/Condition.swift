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
  /// The resolvers were asked for the DKIM key before it was there, and remember its absence.
  case askedTooEarly = "asked-too-early"

  /// Whether the registry delegates the domain to the DNS host.
  var isDelegated: Bool {
    switch self {
    case .held, .heldByRegistrar, .expired, .unregistered, .suspended: false
    case .asAdded, .secondSPF, .mergedSPF, .doubledName, .askedTooEarly, .heldBefore: true
    }
  }

  /// How long before the records were added, or the hold was lifted, the resolvers were asked; in
  /// seconds.
  static let earlyQuestionAge: UInt32 = 160

  /// What the zone of a sender holds when the person has added `added`.
  func published(_ added: [ResourceRecord], zone: DNSName, senders: [DNSName]) -> [ResourceRecord] {
    switch self {
    case .asAdded, .held, .heldByRegistrar, .expired, .unregistered, .suspended, .heldBefore,
      .askedTooEarly:
      return added
    case .secondSPF:
      return senders.map(OtherService.record) + added
    case .mergedSPF:
      let merged = added.map { $0.isSPF ? OtherService.merged(into: $0) : $0 }
      let alone = senders.filter { sender in !added.contains { $0.name == sender && $0.isSPF } }
      return alone.map(OtherService.record) + merged
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

/// Another mail service that was set up at the sender domain earlier: corporate mail at qq.com.
private enum OtherService {
  static let term = "include:spf.mail.qq.com"

  static func record(at sender: DNSName) -> ResourceRecord {
    let text = Array("v=spf1 \(term) ~all".utf8)
    return ResourceRecord(name: sender, type: .txt, ttl: 600, data: .txt([text]))
  }

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
