import DNS
import Diagnosis
import MailAuth
import Playbook
import Publishing
import Testing

/// What is seen of a domain before anything is asked about it.
@Suite struct FirstLookTests {
  private let hosts: [DNSHost]

  init() throws { hosts = try FormEntryTests.hosts() }

  /// A look at a domain of `example.com` whose zone holds these records.
  private func look(
    _ domain: String, _ zone: String = "", delegation: Evidence.Delegation = .present
  ) throws -> FirstLook {
    let origin = try DNSName("example.com")
    let name = try DNSName(domain)
    var evidence = Evidence(
      domain: name, registrableDomain: origin, checkedAt: 0,
      expected: FirstLook.expected(at: name), parent: try DNSName("com"), delegation: delegation,
      zone: origin,
      nameServers: delegation == .present ? [NameServer(try DNSName("ns1.gabia.co.kr"))] : [])
    let records = try ZoneText.records(zone, origin: origin)
    if delegation == .present {
      evidence.observations = try evidence.expected.map(\.question).map { question in
        let found = records.filter { $0.name == question.name && $0.type == question.type }
        return Observation(
          question: question, server: try DNSName("ns1.gabia.co.kr"), address: "192.0.2.53",
          role: .authoritative, at: 0,
          outcome: .answered(
            Observation.Answer(
              code: .noError, isAuthoritative: true, records: found,
              denial: found.isEmpty
                ? Observation.Denial(zone: origin, ttl: 600, minimum: 600) : nil)))
      }
    }
    return FirstLook(evidence, survey: Survey(evidence, hosts: hosts))
  }

  @Test func anEmptyDomain() throws {
    let look = try look("example.com")
    #expect(look.obstacles.isEmpty)
    #expect(look.survey.hosts.map(\.id) == ["gabia"])
    #expect(look.mail?.servers.isEmpty == true)
    #expect(!look.hasSPF)
    #expect(look.policy == nil)
    #expect(look.subdomainProposal(besides: []) == nil)
  }

  @Test func whatStandsThere() throws {
    let look = try look(
      "mail.example.com",
      """
      mail MX 10 b.example.net.
      mail MX 5 a.example.net.
      mail TXT "v=spf1 -all"
      mail TXT "something else"
      _dmarc.mail TXT "v=DMARC1; p=quarantine"
      """)
    #expect(look.mail?.servers.map(\.preference) == [5, 10])
    #expect(look.hasSPF)
    #expect(look.policy == .quarantine)
    // A subdomain is what is proposed anyway.
    #expect(look.subdomainProposal(besides: []) == nil)
  }

  @Test(arguments: [
    ("@ MX 1 aspmx.l.google.com.", "mail.example.com"),
    ("@ MX 1 mx.own.example.", "mail.example.com"),
    ("@ MX 1 mail.example.com.", "send.example.com"),
    ("@ MX 1 mail.example.com.\n@ MX 2 send.example.com.", "news.example.com"),
    // A service that sends takes bounces there: nobody's mailbox.
    ("@ MX 10 feedback-smtp.us-east-1.amazonses.com.", nil),
    ("@ MX 10 mxbiz1.qq.com.", nil),
    ("@ MX 0 .", nil),
  ])
  func aSubdomainKeepsMailboxesApart(zone: String, proposal: String?) throws {
    let own = [try DNSName("mxbiz1.qq.com")]
    let look = try look("example.com", zone)
    #expect(look.subdomainProposal(besides: own)?.withoutFinalDot == proposal)
  }

  @Test func whatHidesTheDomainIsAnObstacle() throws {
    let hidden = try look("mail.example.com", delegation: .absent)
    #expect(hidden.obstacles.map(\.layer).allSatisfy { $0 <= .delegation })
    #expect(hidden.obstacles.contains { $0.severity == .error })
    #expect(hidden.mail == nil)
    // Nobody answered: nothing is claimed.
    let unknown = try look("mail.example.com", delegation: .unknown)
    #expect(unknown.obstacles.isEmpty)
    #expect(unknown.mail == nil)
  }

  @Test func providersHaveTheirOwnNames() {
    for provider in MailboxProvider.known {
      #expect(!provider.name.isEmpty && provider.name != provider.id)
      #expect(MailboxProvider.named(provider.id) == provider.name)
    }
    #expect(MailboxProvider.named("google-workspace") == "Google Workspace")
    #expect(MailboxProvider.named("unheard-of") == "unheard-of")
  }
}
