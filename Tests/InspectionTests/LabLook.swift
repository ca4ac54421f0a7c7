import DNS
import Diagnosis
import Inspection
import Lab
import Resolution
import Testing

/// A look at a sender domain of a lab.
struct LabLook {
  let evidence: Evidence
  let verdict: Verdict

  /// The ids of the causes.
  var causes: Set<String> {
    Set(verdict.findings.filter { !$0.isConsequence }.map(\.id.rawValue))
  }

  /// The ids of all findings.
  var ids: Set<String> { Set(verdict.findings.map(\.id.rawValue)) }

  /// Looks at `domain`; `resolver` is asked in place of the lab's own, `more` are records that are
  /// asked for besides the usual four or those in `expected`, `change` may change whom to ask.
  init(
    _ domain: String, in lab: Lab, resolver: String? = nil, typed: String? = nil,
    expected: [ExpectedRecord]? = nil,
    change: (inout Inspector.Settings) throws -> Void = { _ in },
    more: (DNSName) throws -> [ExpectedRecord] = { _ in [] }
  ) async throws {
    let name = try DNSName(domain)
    let hints = try #require(IPAddress(lab.root))
    let resolver = try #require(IPAddress(resolver ?? lab.resolver.address))
    var settings = Inspector.Settings(
      resolvers: [ServerAddress(resolver, port: lab.port)],
      rootHints: RootHints(
        servers: [NameServer(try DNSName("a.root-servers.net"), addresses: [hints])]),
      port: lab.port, timeout: .seconds(20))
    try change(&settings)
    var evidence = try await Inspector(settings: settings).evidence(
      of: name, registrable: try #require(PublicSuffixList.registrableDomain(of: name)),
      expected: try expected ?? Self.expected(name) + more(name))
    evidence.typed = typed
    self.evidence = evidence
    verdict = Verdict(evidence)
  }

  private static func expected(_ domain: DNSName) throws -> [ExpectedRecord] {
    [
      ExpectedRecord(
        id: "mx", purpose: .mx, name: domain, type: .mx, value: "mxbiz1.qq.com.", priority: 10),
      ExpectedRecord(
        id: "spf", purpose: .spf, name: domain, type: .txt,
        value: "v=spf1 include:qcloudmail.com ~all"),
      ExpectedRecord(
        id: "dkim", purpose: .dkim, name: try DNSName("qcloud._domainkey").appending(domain),
        type: .txt, value: LabZone.dkim.joined()),
      ExpectedRecord(
        id: "dmarc", purpose: .dmarc, name: try DNSName("_dmarc").appending(domain), type: .txt,
        value: "v=DMARC1; p=none"),
    ]
  }
}
