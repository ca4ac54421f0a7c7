public import DNS

/// A story that the practice world tells: what the person answers, and what goes wrong on the way.
///
/// Title and story are in the tables under `practice.<id>.title` and `practice.<id>.story`.
public struct Scenario: Sendable, Identifiable {
  /// The name used on the command line and in walkthroughs.
  public let id: String
  /// What is the matter with the world in each round; `World.nextRound()` goes from one to the
  /// next, and the last one stays.
  public let rounds: [Condition]
  /// The id of the playbook that the story is told with, unless somebody names another.
  public let playbook: String
  /// The sender domain that the story proposes.
  public let domain: DNSName
  /// Answers by question id of the playbook `tencent-ses`.
  public let answers: [String: String]
  /// The records that follow from `answers`, as a person with these answers adds them.
  public let records: [ResourceRecord]

  /// All scenarios, the one without a fault first.
  public static let all: [Scenario] = stories.compactMap { Scenario(id: $0.id) }

  private struct Story {
    let id: String
    let rounds: [Condition]
    var domain = "mail.example.com"
    var playbook = "tencent-ses"
  }

  private static let stories = [
    Story(id: "healthy", rounds: [.asAdded]),
    Story(id: "registry-hold", rounds: [.held, .asAdded]),
    Story(id: "registrar-hold", rounds: [.heldByRegistrar, .asAdded]),
    Story(id: "hold-lifted", rounds: [.heldBefore]),
    Story(id: "expired", rounds: [.expired, .asAdded]),
    Story(id: "not-registered", rounds: [.unregistered, .asAdded]),
    Story(id: "suspended", rounds: [.suspended, .asAdded]),
    Story(id: "wrong-dns-host", rounds: [.wrongHost, .asAdded]),
    Story(id: "spf-multiple", rounds: [.secondSPF, .mergedSPF]),
    Story(id: "name-doubled", rounds: [.doubledName, .asAdded]),
    Story(id: "mx-missing-dot", rounds: [.missingDot, .asAdded]),
    Story(id: "dkim-cut", rounds: [.cutKey, .asAdded]),
    Story(id: "negative-cache", rounds: [.askedTooEarly]),
    Story(id: "apex-mailbox", rounds: [.corporateMailbox, .asAdded], domain: "example.com"),
    Story(id: "third-level", rounds: [.asAdded], domain: "mail.example.co.jp"),
    Story(id: "two-services", rounds: [.twoServices]),
    Story(
      id: "dms-first-domain", rounds: [.asAdded], domain: "news.example.com",
      playbook: "tencent-dms"),
  ]

  /// The scenario with this id; nil when there is none.
  public init?(id: String) {
    guard let story = Self.stories.first(where: { $0.id == id }),
      let domain = try? DNSName(story.domain),
      let records = try? ZoneText.records(Self.zoneText, origin: domain)
    else { return nil }
    self.id = id
    self.rounds = story.rounds
    self.domain = domain
    self.playbook = story.playbook
    self.records = records
    self.answers = [
      "domain": story.domain, "dkimHost": "qcloud._domainkey",
      "dkimValue": Self.dkimValue, "mailServer": "mxbiz1.qq.com.",
    ]
  }

  private static let zoneText = """
    @                 MX  10 mxbiz1.qq.com.
    @                 TXT "v=spf1 include:qcloudmail.com ~all"
    qcloud._domainkey TXT "\(dkimValue.prefix(255))" "\(dkimValue.dropFirst(255))"
    _dmarc            TXT "v=DMARC1; p=none"
    """

  /// A public key of 2048 bits whose private half was thrown away.
  private static let dkimValue =
    "v=DKIM1; k=rsa; p="
    + "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEApc+oyBgx5oJZL7nC3bqfPq7DtVCdq1oHnTg+"
    + "2vKaL4qhY5YDhlAySaHWrED6arNj74J0S5HtvOdPkSzJgk6jZe9QGwVnGRsbJmQGMq5UeBCREAe/L3ML"
    + "GhqH3v/5/J36O6neQRsUzdFX0GKcd4lrE0S9SLs5L6kVbF72YNLttAN/J5h3aVLrFw6w0NvkcNPhGWHL"
    + "n/fgaTJe80XRceahsB3eQIl6myClVxumSGFDJtr5fMdQP1dS42LPruUgvPXDZeRHM7wjyhb5y/Rrt2zE"
    + "8k5CLRoQJ8Xn4/X3b10AF4LDTLi2fOJkvbZtncNlqSOssvAKTdPIbEKyybRfQ4BOZQIDAQAB"
}
