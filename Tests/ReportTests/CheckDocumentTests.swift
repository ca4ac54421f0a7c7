import DNS
import Diagnosis
import Foundation
import Report
import Testing

/// The contract `annai.check/1`, held to the letter.
@Suite struct CheckDocumentTests {
  private static let keys: [String: Set<String>] = [
    "document": [
      "schema", "domain", "registrableDomain", "playbook", "status", "checkedAt", "waitSeconds",
      "durationMs", "queries", "registration", "delegation", "records", "findings",
    ],
    "registration": [
      "status", "source", "codes", "registrar", "expiresOn", "changedOn", "dataOf", "asked",
    ],
    "asked": ["source", "speaker", "server", "at", "result"],
    "delegation": ["nameServers", "host"],
    "record": ["id", "name", "type", "expected", "status", "servers"],
    "server": ["server", "address", "role", "rcode", "values", "ttl"],
    "finding": [
      "id", "layer", "severity", "unknown", "role", "causes", "record", "arguments", "evidence",
      "title", "found", "why", "cause", "fix", "references", "fault",
    ],
    "evidence": ["question", "server", "address", "answer", "at"],
  ]

  private func expectKeys(_ kind: String, _ value: Any?) throws {
    let object = try #require(value as? [String: Any])
    #expect(Set(object.keys) == Self.keys[kind], "\(kind)")
  }

  @Test(arguments: FindingTextTests.pairs)
  func theKeysAreThoseOfTheContract(language: String, id: String) throws {
    let document = try JSONDocument(try look(at: id), language: language)
    try expectKeys("document", document.object)
    try expectKeys("registration", document.object["registration"])
    let registration = document.object["registration"] as? [String: Any]
    for asked in registration?["asked"] as? [Any] ?? [] { try expectKeys("asked", asked) }
    try expectKeys("delegation", document.object["delegation"])
    let isName = Rule.named(FindingID(rawValue: id))?.layer == .name
    // Nothing is asked for where there is no domain.
    #expect(document.records.count == 5 || (isName && document.records.isEmpty))
    for record in document.records {
      try expectKeys("record", record)
      for server in record["servers"] as? [Any] ?? [] { try expectKeys("server", server) }
    }
    #expect(document.findings.contains { $0["id"] as? String == id })
    for finding in document.findings {
      try expectKeys("finding", finding)
      let rule = try #require(Rule.named(FindingID(rawValue: finding["id"] as? String ?? "")))
      let arguments = try #require(finding["arguments"] as? [String: Any])
      #expect(Set(arguments.keys) == rule.arguments)
      let evidence = try #require(finding["evidence"] as? [Any])
      #expect(evidence.isEmpty == (rule.layer == .name))
      for observation in evidence { try expectKeys("evidence", observation) }
    }
  }

  @Test(arguments: Rule.all.map(\.id.rawValue))
  func onlyTheWordsDependOnTheLanguage(id: String) throws {
    let result = try look(at: id)
    let english = try JSONDocument(result, language: "en")
    for language in Tables.languages where language != "en" {
      let other = try JSONDocument(result, language: language)
      #expect(other.untranslated == english.untranslated, "\(language)")
      for (left, right) in zip(english.findings, other.findings) {
        for key in ["title", "found", "why", "cause"] {
          let (mine, theirs) = (left[key] as? String, right[key] as? String)
          #expect(mine != nil && theirs != nil && mine != theirs, "\(language) \(key)")
        }
        let steps = [left, right].map { ($0["fix"] as? [String])?.count }
        #expect(steps[0] != nil && steps[0] == steps[1], "\(language)")
      }
    }
  }

  @Test func aConsequenceNamesItsCausesAndHasNoSteps() throws {
    let findings = try JSONDocument(try look(at: "name-doubled"), language: "en").findings
    #expect(findings.map { $0["id"] as? String } == ["name-doubled", "dkim-missing"])
    #expect(findings.map { $0["role"] as? String } == ["cause", "consequence"])
    #expect(findings.map { $0["causes"] as? [String] } == [[], ["name-doubled"]])
    #expect((findings.first?["fix"] as? [String])?.count == 2)
    #expect(findings.last?["fix"] as? [String] == [])
  }

  @Test func whatIsAbsentIsNull() throws {
    var evidence = try #require(Rule.named("mx-missing")).broken.evidence()
    let index = try #require(evidence.expected.firstIndex { $0.id == "dkim" })
    evidence.expected[index].value = ""
    let document = try JSONDocument(look(evidence, dnsHost: nil), language: "en")
    #expect(document.object["waitSeconds"] is NSNull)
    #expect((document.object["delegation"] as? [String: Any])?["host"] is NSNull)
    let dkim = try #require(document.records.first { $0["id"] as? String == "dkim" })
    #expect(dkim["expected"] is NSNull)
    let mx = try #require(document.records.first { $0["id"] as? String == "mx" })
    let servers = try #require(mx["servers"] as? [[String: Any]])
    let roles = servers.map { $0["role"] as? String }
    #expect(roles == ["authoritative", "authoritative", "resolver"])
    #expect(servers.last?["server"] is NSNull, "this resolver has an address only")
    #expect(servers.allSatisfy { $0["ttl"] is NSNull && ($0["values"] as? [String]) == [] })
    let domain = try JSONDocument(try look(at: "domain-not-delegated"), language: "en")
    #expect(domain.findings.first?["record"] is NSNull)
  }

  @Test func argumentsHaveTheirNaturalTypes() throws {
    func arguments(_ id: String) throws -> [String: Any] {
      let findings = try JSONDocument(try look(at: id), language: "en").findings
      let finding = try #require(findings.first { $0["id"] as? String == id })
      return try #require(finding["arguments"] as? [String: Any])
    }
    let cached = try JSONDocument(try look(at: "answer-negative-cached"), language: "en")
    #expect(cached.object["waitSeconds"] as? Int == 440)
    #expect(cached.object["status"] as? String == "waiting")
    #expect(try arguments("answer-negative-cached")["waitSeconds"] as? Int == 440)
    let hold = try arguments("domain-not-delegated")
    #expect(hold["domain"] as? String == "example.com", "without the final dot")
    #expect(hold["servers"] as? [String] == ["f1g1ns1.dnspod.net", "f1g1ns2.dnspod.net"])
    #expect(hold["count"] as? Int == 2)
    #expect(try arguments("spf-multiple")["values"] as? [String] != nil)
    #expect(try arguments("spf-multiple")["merged"] as? String != nil)
  }

  @Test func theWholeDocumentOfAHealthyDomain() throws {
    let name = try DNSName("_dmarc.mail.example.com")
    let record = ExpectedRecord(
      id: "dmarc", purpose: .dmarc, name: name, type: .txt, value: "v=DMARC1; p=none")
    let data = RecordData.txt([Array("v=DMARC1; ".utf8), Array("p=none".utf8)])
    func observation(_ server: DNSName?, _ address: String, ttl: UInt32) -> Observation {
      Observation(
        question: record.question, server: server, address: address,
        role: server == nil ? .resolver : .authoritative, at: 1_795_248_000,
        outcome: .answered(
          Observation.Answer(
            code: .noError, isAuthoritative: server != nil,
            records: [ResourceRecord(name: name, type: .txt, ttl: ttl, data: data)])))
    }
    let server = try DNSName("f1g1ns1.dnspod.net")
    let evidence = Evidence(
      domain: try DNSName("mail.example.com"), registrableDomain: try DNSName("example.com"),
      checkedAt: 1_795_248_000, expected: [record], parent: try DNSName("com"),
      delegation: .present, zone: try DNSName("example.com"), nameServers: [NameServer(server)],
      observations: [
        observation(server, "198.51.100.7", ttl: 600), observation(nil, "192.0.2.53#5353", ttl: 17),
      ])
    let expected = """
      {"checkedAt":"2026-11-21T08:00:00Z",\
      "delegation":{"host":"dnspod","nameServers":["f1g1ns1.dnspod.net"]},\
      "domain":"mail.example.com","durationMs":121,"findings":[],"playbook":"tencent-ses",\
      "queries":31,"records":[{"expected":"v=DMARC1; p=none","id":"dmarc",\
      "name":"_dmarc.mail.example.com.","servers":[\
      {"address":"198.51.100.7","rcode":"NOERROR","role":"authoritative",\
      "server":"f1g1ns1.dnspod.net","ttl":600,"values":["v=DMARC1; p=none"]},\
      {"address":"192.0.2.53#5353","rcode":"NOERROR","role":"resolver","server":null,"ttl":17,\
      "values":["v=DMARC1; p=none"]}],"status":"match","type":"TXT"}],\
      "registrableDomain":"example.com",\
      "registration":{"asked":[],"changedOn":null,"codes":[],"dataOf":null,"expiresOn":null,\
      "registrar":null,"source":"dns","status":"active"},\
      "schema":"annai.check/1","status":"verified","waitSeconds":null}
      """
    for language in Tables.languages {
      #expect(try JSONDocument(look(evidence), language: language).text == expected)
    }
  }

  @Test(arguments: [
    ("domain-not-delegated", "not-delegated"), ("delegation-unknown", "unknown"),
    ("mx-missing", "active"), ("domain-parked-by-nameservers", "suspended"),
    ("registration-unknown", "not-delegated"),
  ])
  func theRegistrationIsSaidAsFarAsTheDNSProvesIt(id: String, status: String) throws {
    let document = try JSONDocument(try look(at: id), language: "en")
    let registration = try #require(document.object["registration"] as? [String: Any])
    #expect(registration["status"] as? String == status)
    #expect(registration["source"] as? String == "dns")
  }

  @Test(arguments: [
    ("registry-hold", "registry-hold", ["serverHold"]),
    ("registrar-hold", "registrar-hold", ["clientHold"]),
    ("domain-expired", "expired", ["redemptionPeriod"]),
    ("registration-pending", "pending", ["pendingCreate"]),
    ("domain-not-registered", "not-registered", []),
    ("domain-suspended-by-nameservers", "suspended", ["clientTransferProhibited"]),
    ("domain-in-renewal-grace", "active", ["autoRenewPeriod"]),
  ])
  func theRegistrysAnswerIsInTheDocument(id: String, status: String, codes: [String]) throws {
    let document = try JSONDocument(try look(at: id), language: "en")
    let registration = try #require(document.object["registration"] as? [String: Any])
    #expect(registration["status"] as? String == status)
    #expect(registration["source"] as? String == "rdap")
    #expect(registration["codes"] as? [String] == codes)
    let asked = try #require((registration["asked"] as? [[String: Any]])?.first)
    #expect(asked["server"] as? String == "rdap.verisign.com")
    #expect(asked["at"] as? String == "2026-01-01T00:00:00Z")
    #expect(asked["result"] as? String == (codes.isEmpty ? "not-found" : "found"))
    let finding = try #require(document.findings.first { $0["id"] as? String == id })
    let evidence = try #require(finding["evidence"] as? [[String: Any]])
    let last = try #require(evidence.last)
    #expect(last["question"] as? String == "example.com. RDAP")
    #expect(last["answer"] as? String == (codes.first ?? "not-found"))
    if !codes.isEmpty { #expect(registration["registrar"] as? String == "DNSPod, Inc.") }
  }

  @Test func argumentsOfRegistrationsHaveTheirNaturalTypes() throws {
    let findings = try JSONDocument(try look(at: "registry-hold"), language: "ja").findings
    let arguments = try #require(findings.first?["arguments"] as? [String: Any])
    #expect(arguments["askedAt"] as? String == "2026-01-01T00:00:00Z")
    #expect(arguments["rejectReason"] is NSNull && arguments["liftMost"] as? Int == 2)
    #expect(arguments["status"] as? [String] == ["serverHold"])
    let open = try JSONDocument(try look(at: "domain-not-delegated"), language: "ja").findings
    let flags = try #require(open.first?["arguments"] as? [String: Any])
    #expect(flags["registrationKnown"] as? Bool == false && flags["registry"] is NSNull)
  }
}
