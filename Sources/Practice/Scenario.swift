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
  /// The sender domain that the story proposes.
  public let domain: DNSName
  /// Answers by question id of the playbook `tencent-ses`.
  public let answers: [String: String]
  /// The records that follow from `answers`, as a person with these answers adds them.
  public let records: [ResourceRecord]

  /// All scenarios, the one without a fault first.
  public static let all: [Scenario] = stories.compactMap { Scenario(id: $0.id) }

  private static let stories: [(id: String, rounds: [Condition])] = [
    ("healthy", [.asAdded]),
    ("registry-hold", [.held, .asAdded]),
    ("registrar-hold", [.heldByRegistrar, .asAdded]),
    ("hold-lifted", [.heldBefore]),
    ("expired", [.expired, .asAdded]),
    ("not-registered", [.unregistered, .asAdded]),
    ("suspended", [.suspended, .asAdded]),
    ("spf-multiple", [.secondSPF, .mergedSPF]),
    ("name-doubled", [.doubledName, .asAdded]),
    ("negative-cache", [.askedTooEarly]),
  ]

  /// The scenario with this id; nil when there is none.
  public init?(id: String) {
    guard let story = Self.stories.first(where: { $0.id == id }),
      let domain = try? DNSName(Self.domainText),
      let records = try? ZoneText.records(Self.zoneText, origin: domain)
    else { return nil }
    self.id = id
    self.rounds = story.rounds
    self.domain = domain
    self.records = records
    self.answers = [
      "domain": Self.domainText, "dkimHost": "qcloud._domainkey",
      "dkimValue": Self.dkimValue, "mailServer": "mxbiz1.qq.com.",
    ]
  }

  private static let domainText = "mail.example.com"

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
