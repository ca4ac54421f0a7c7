import DNS
import Diagnosis
import Foundation
import Playbook
import Publishing
import Testing

/// Where the records are edited, by what a look showed.
@Suite struct SurveyTests {
  private let hosts: [DNSHost]

  init() throws { hosts = try FormEntryTests.hosts() }

  /// Evidence about `mail.example.com` with these servers and answers of the first one.
  private func evidence(
    _ delegation: Evidence.Delegation, servers: [String], zone: String = "",
    role: Observation.Role = .authoritative, from server: String = "ns1.example.net"
  ) throws -> Evidence {
    let domain = try DNSName("mail.example.com")
    let origin = try DNSName("example.com")
    var evidence = Evidence(
      domain: domain, registrableDomain: origin, checkedAt: 0, expected: [],
      parent: try DNSName("com"), delegation: delegation, zone: origin,
      nameServers: try servers.map { NameServer(try DNSName($0)) })
    let records = try ZoneText.records(zone, origin: origin)
    let questions = [
      Question(origin, .soa), Question(domain, .mx), Question(domain, .txt),
    ]
    evidence.observations = try questions.map { question in
      let found = records.filter { $0.name == question.name && $0.type == question.type }
      return Observation(
        question: question, server: try DNSName(server), address: "192.0.2.53", role: role, at: 0,
        outcome: .answered(
          Observation.Answer(
            code: .noError, isAuthoritative: true, records: found,
            denial: found.isEmpty
              ? Observation.Denial(zone: origin, ttl: 600, minimum: 600) : nil)))
    }
    return evidence
  }

  @Test func byTheDelegation() throws {
    let survey = Survey(
      try evidence(.present, servers: ["f1g1ns1.dnspod.net", "f1g1ns2.dnspod.net"]), hosts: hosts)
    #expect(survey.hosts.map(\.id) == ["dnspod"])
    #expect(survey.basis == .delegation)
    #expect(survey.zone == (try DNSName("example.com")))
    let mixed = Survey(
      try evidence(.present, servers: ["ns1.gabia.co.kr", "ada.ns.cloudflare.com"]), hosts: hosts)
    #expect(mixed.hosts.map(\.id) == ["gabia", "cloudflare"])
  }

  @Test func byTheServersThatAnswerAllTheSame() throws {
    let survey = Survey(
      try evidence(.absent, servers: [], role: .undelegated, from: "f1g1ns1.dnspod.net"),
      hosts: hosts)
    #expect(survey.hosts.map(\.id) == ["dnspod"])
    #expect(survey.basis == .answers)
  }

  @Test func byTheMailboxOfTheZone() throws {
    let soa = "@ SOA ns1.brand.example. enterprise3dnsadmin.dnspod.com. 1 2 3 4 5"
    let survey = Survey(
      try evidence(.present, servers: ["ns1.brand.example"], zone: soa), hosts: hosts)
    #expect(survey.hosts.map(\.id) == ["dnspod"])
    #expect(survey.basis == .soa)
    let nobody = Survey(try evidence(.present, servers: ["ns1.brand.example"]), hosts: hosts)
    #expect(nobody.hosts.isEmpty)
  }

  @Test func whatStandsThere() throws {
    let planned = try Sample.plan()
    let zone = "mail MX 10 mx.example.net.\nmail TXT \"v=spf1 -all\"\nother TXT \"v=spf1 -all\""
    let survey = Survey(
      try evidence(.present, servers: ["ns1.gabia.co.kr"], zone: zone), hosts: hosts)
    #expect(survey.standing(of: planned[0])?.records.count == 1)
    #expect(survey.standing(of: planned[1])?.records.map(\.presentation) == ["\"v=spf1 -all\""])
    // Nobody was asked for the key.
    #expect(survey.standing(of: planned[2]) == nil)
  }

  @Test func anAliasIsSeenForWhatItIs() throws {
    let name = try DNSName("mail.example.com")
    let records = try ZoneText.records(
      "mail CNAME x.example.net.\nx.example.net. TXT \"v=spf1 -all\"",
      origin: try DNSName("example.com"))
    let standing = Standing(records, at: Question(name, .txt))
    #expect(standing.alias == (try DNSName("x.example.net")))
    #expect(standing.records.isEmpty)
  }
}
