import DNS
import Diagnosis
import Foundation
import Playbook
import Testing
import Wizard

/// Two mail services at one sender domain: one SPF record for both, a DKIM key for each, one DMARC.
@Suite struct TwoServicesTests {
  private static let domain = "mail.example.com"

  private static func expected(_ id: String) throws -> [ExpectedRecord] {
    let playbook = try PlaybookStore(resources: Sample.root).load(id)
    var answers: [String: String] = [:]
    for input in playbook.inputs where input.isRequired && input.default == nil {
      answers[input.id] = input.keyTag == nil ? input.example : key
    }
    answers[playbook.domainInput?.id ?? ""] = domain
    let zone = try DNSName("example.com")
    return try playbook.plan(Answers(answers), zone: zone).map(ExpectedRecord.init)
  }

  private static let key = "v=DKIM1; k=rsa; p=MIGfMA0="

  /// What one authoritative server says, all of `zone` being there.
  private func states(
    _ expected: [ExpectedRecord], zone text: String
  ) throws -> [String: RecordState] {
    let records = try ZoneText.records(text, origin: try DNSName(Self.domain))
    return expected.reduce(into: [:]) { states, record in
      let here = records.filter { $0.name == record.name && $0.type == record.type }
      let denial = Observation.Denial(zone: record.name, ttl: 1, minimum: 1)
      let answer = Observation.Answer(
        code: .noError, isAuthoritative: true, records: here, denial: here.isEmpty ? denial : nil)
      states[record.id] = record.state(
        in: Observation(
          question: record.question, server: nil, address: "192.0.2.1", role: .authoritative,
          at: 0, outcome: .answered(answer)))
    }
  }

  private static let both = """
    @                  MX 10 mxbiz1.qq.com.
    @                  TXT "v=spf1 include:qcloudmail.com include:_spfblocka.toast.com ~all"
    @                  TXT "token-from-the-console"
    @                  TXT "brevo-code:0123456789abcdef0123456789abcdef"
    qcloud._domainkey  TXT "\(key)"
    toast._domainkey   TXT "\(key)"
    _dmarc             TXT "v=DMARC1; p=reject; rua=mailto:a@example.com"
    """

  @Test(arguments: ["tencent-ses", "nhn-cloud"])
  func mergedSPFSatisfiesBoth(id: String) throws {
    let states = try states(Self.expected(id), zone: Self.both)
    #expect(states.values.allSatisfy { $0 == .match }, "\(states)")
  }

  /// The second service finds the first one's records: it proposes one SPF record for both, and
  /// takes the stricter DMARC for fulfilled.
  @Test func theSecondServiceKeepsWhatTheFirstNeeds() throws {
    let alone = Self.both.replacing(" include:_spfblocka.toast.com", with: "")
      .split(separator: "\n").filter { !$0.contains("toast") && !$0.contains("token") }
      .joined(separator: "\n")
    let expected = try Self.expected("nhn-cloud")
    let states = try states(expected, zone: alone)
    #expect(
      states == ["token": .missing, "spf": .mismatch, "dkim": .missing, "dmarc": .match])
  }

  /// The one name that two services share is known, and both playbooks' texts speak of it.
  @Test func selectorsStandApart() throws {
    let ids = try PlaybookStore(resources: Sample.root).ids()
    #expect(ids.count >= 15)
    var owner: [DNSName: String] = [:]
    for id in ids where id != "tencent-dms" {
      for record in try Self.expected(id) where record.purpose == .dkim {
        #expect(owner[record.name] == nil, "\(id) and \(owner[record.name] ?? "")")
        owner[record.name] = id
      }
    }
  }

  /// Nobody asks for a DMARC record that a stricter one does not fulfil, or for a second one.
  @Test func oneDMARCServesAll() throws {
    for id in try PlaybookStore(resources: Sample.root).ids() {
      let records = try Self.expected(id).filter { $0.purpose == .dmarc }
      #expect(records.count <= 1)
      let zone = #"_dmarc TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.com""#
      for state in try states(records, zone: zone).values { #expect(state == .match, "\(id)") }
    }
  }
}
