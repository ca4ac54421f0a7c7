public import DNS
public import Diagnosis
public import MailAuth

/// What a first look at a domain shows, as soon as its name is known and before anything else is
/// asked: whether the world can see it, where its DNS is, and what mail there is already.
public struct FirstLook: Sendable {
  /// The sender domain.
  public let domain: DNSName
  /// The domain that was registered.
  public let registrableDomain: DNSName
  /// Where its DNS is edited, and what stands there.
  public let survey: Survey
  /// What keeps everybody from seeing the domain, or soon will: no record helps against it.
  public let obstacles: [Finding]
  /// Where mail to the domain goes; nil when nobody could tell.
  public let mail: Mail?
  /// Whether an SPF record stands there.
  public let hasSPF: Bool
  /// The policy of the DMARC record that stands at the domain.
  public let policy: DMARCPolicy?

  /// Where mail to a domain goes.
  public struct Mail: Sendable, Hashable {
    /// The servers, those that are tried first in front; none, or only the root, for no mail.
    public let servers: [MailExchanger]
    /// Whose servers they are, as far as that is known.
    public let providers: [MailboxProvider]

    /// Whether somebody may have mailboxes there: any servers but those of a service that sends.
    public var mayHoldMailboxes: Bool {
      !servers.isEmpty && (providers.isEmpty || providers.contains { $0.kind != .sender })
    }
  }

  /// The questions that a first look puts, whatever the playbook asks for later.
  public static func expected(at domain: DNSName) -> [ExpectedRecord] {
    let policy = try? DNSName(labels: [Array("_dmarc".utf8)] + domain.labels)
    return [
      ExpectedRecord(id: "mx", purpose: .mx, name: domain, type: .mx, value: ""),
      ExpectedRecord(id: "spf", purpose: .spf, name: domain, type: .txt, value: ""),
    ]
      + (policy.map {
        [ExpectedRecord(id: "dmarc", purpose: .dmarc, name: $0, type: .txt, value: "")]
      } ?? [])
  }

  /// What the evidence for the questions of `expected(at:)` shows.
  public init(_ evidence: Evidence, survey: Survey) {
    domain = evidence.domain
    registrableDomain = evidence.registrableDomain
    self.survey = survey
    obstacles = Verdict(evidence).findings.filter { finding in
      !finding.isConsequence && finding.layer <= .delegation && finding.severity != .info
        && !finding.isUnknown
    }
    let standing = Self.expected(at: evidence.domain).map { record in
      (record.id, Standing(of: record.question, in: evidence))
    }
    func texts(_ id: String) -> [[UInt8]] {
      standing.filter { $0.0 == id }.flatMap { $0.1?.records ?? [] }.compactMap(\.text)
    }
    mail = standing.first { $0.0 == "mx" }?.1.map {
      Mail($0.records.compactMap(MailExchanger.init))
    }
    hasSPF = !SPFRecord.select(from: texts("spf")).isEmpty
    policy =
      DMARCRecord.select(from: texts("dmarc")).first
      .flatMap { try? DMARCRecord(parsing: $0) }?.policy
  }

  /// A sub-domain to send from, where the registered domain itself carries somebody's mail.
  ///
  /// `ownServers` are the mail servers that the service itself names: they are no reason.
  public func subdomainProposal(besides ownServers: [DNSName]) -> DNSName? {
    guard domain == registrableDomain, let mail, mail.mayHoldMailboxes,
      !mail.servers.contains(where: { ownServers.contains($0.exchange) })
    else { return nil }
    let taken = Set(mail.servers.map(\.exchange))
    return ["mail", "send", "news"].lazy
      .compactMap { try? DNSName(labels: [Array($0.utf8)] + domain.labels) }
      .first { !taken.contains($0) }
  }
}

extension FirstLook.Mail {
  fileprivate init(_ found: [MailExchanger]) {
    servers = found.filter { !$0.isNull }
      .sorted { ($0.preference, $0.exchange) < ($1.preference, $1.exchange) }
    providers = MailboxProvider.of(servers)
  }
}
