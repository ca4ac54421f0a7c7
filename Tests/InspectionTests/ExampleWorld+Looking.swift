import DNS
import Foundation
import Inspection
import Lab
import Registration
import RegistryAccess
import RegistryLab
import Resolution
import Testing

@testable import Diagnosis

extension ExampleWorld {
  /// The standard zones of a lab with those of some examples.
  static func zones(
    _ worlds: [ExampleWorld], _ addresses: LabAddresses
  ) -> [LabZone] {
    let standIns = [
      LabZone(
        "sedoparking.com",
        records: LabZone.hostedNS
          + "ns1 A \(addresses.authoritative1)\nns2 A \(addresses.authoritative2)\n"),
      LabZone(
        "namecheap.com",
        records: LabZone.hostedNS
          + "failed-whois-verification A \(addresses.authoritative1)\n"),
      LabZone(
        "otherdns.net", on: .first, records: "@ NS ns\nns A \(addresses.authoritative1)\n"),
    ]
    let hosted = ["sedoparking", "namecheap"].map { name in
      ["f1g1ns1", "f1g1ns2"].map { "\(name) NS \($0).dnspod.net.\n" }.joined()
    }
    var further = [
      "com": hosted.joined() + worlds.map { $0.delegation(addresses) }.joined(),
      "net": "otherdns NS ns.otherdns.net.\nns.otherdns A \(addresses.authoritative1)\n",
      "dnspod.net": "inside A 0.0.0.1\n",
    ]
    var own: [LabZone] = []
    let standard = LabZone.standard(addresses)
    for (name, records) in neighbours(of: worlds) {
      if standard.contains(where: { $0.name == name }) {
        further[name, default: ""] += records
      } else {
        own.append(LabZone(name, records: LabZone.hostedNS + records))
        let delegation = ["f1g1ns1", "f1g1ns2"].map { "\(name). NS \($0).dnspod.net.\n" }
        further[name.hasSuffix(".net") ? "net" : "com", default: ""] += delegation.joined()
      }
    }
    return standard.map { zone in
      var zone = zone
      // The examples' mail service has one record, so that all is counted as they count it.
      if zone.name == "qcloudmail.com" { zone.records = LabZone.hostedNS }
      zone.records += further[zone.name] ?? ""
      return zone
    } + standIns + own + worlds.flatMap { $0.zones(addresses) }
  }

  /// Other domains that mail records lead to: by registered domain, the records of all examples.
  private static func neighbours(of worlds: [ExampleWorld]) -> [(name: String, records: String)] {
    let texts = [Diagnosis.ExampleWorld.healthy] + worlds.map { $0.moved($0.example.world.text) }
    let lines = texts.flatMap { $0.split(separator: "\n").map(String.init) }
    // The lab has these already.
    let new = Set(lines).filter { !$0.hasPrefix("mxbiz1.qq.com. ") }
    let zones = Dictionary(grouping: new) { line in
      let owner = try? DNSName(String(line.prefix { $0 != " " }))
      return owner.flatMap { PublicSuffixList.registrableDomain(of: $0) }?.withoutFinalDot ?? ""
    }
    return zones.sorted { $0.key < $1.key }.map { name, lines in
      (name, lines.sorted().joined(separator: "\n") + "\n")
    }
  }

  /// Looks at the domain in a lab; `registry` answers for its registration.
  func look(in lab: Lab, registry: LoopbackServer) async throws -> LabLook {
    if isPrimed { try await prime(lab) }
    return try await LabLook(
      sender, in: lab, resolver: lab.validator?.address, typed: typed, expected: expected()
    ) { settings in
      try change(&settings, lab, registry)
    }
  }

  private func change(
    _ settings: inout Inspector.Settings, _ lab: Lab, _ registry: LoopbackServer
  ) throws {
    let host = try ["f1g1ns1.dnspod.net", "f1g1ns2.dnspod.net"].map { try DNSName($0) }
    if example.delegation == .absent { settings.hostServers = { host } }
    if example.elsewhere != nil { settings.hostServers = { Array(host.suffix(1)) } }
    settings.editedZone = try example.editedServers.map { names in
      EditedZone(nameServers: try names.map { try DNSName($0) })
    }
    if example.resolver == .rewriting || example.network != .none {
      let own = try #require(IPAddress(lab.resolver.address))
      settings.ownResolvers = [ServerAddress(own, port: lab.port)]
    }
    if example.resolver == .rewriting {
      let other = try #require(IPAddress(lab.addresses.resolver))
      settings.resolvers.append(ServerAddress(other, port: lab.port))
    }
    if example.registry != nil || example.clockOffset != nil {
      settings.registration = RegistrationInquiry(
        .always, settings: RegistrationTests.services(registry))
    }
  }

  /// Has the resolver learn what there is at first, and then puts the zone right.
  private func prime(_ lab: Lab) async throws {
    let client = Client(readiness: try Readiness())
    let resolver = ServerAddress(try #require(IPAddress(lab.resolver.address)), port: lab.port)
    let questions =
      try expected().map(\.question) + [Question(try DNSName(domain), .ns)]
    for question in questions {
      let answer = await client.ask(
        question, at: resolver, QueryOptions(recursion: true), until: .now + .seconds(20))
      #expect((try? answer.get()) != nil, "\(question)")
    }
    if changesServers {
      let moved = try lab.records("com", on: .tld).replacing(
        "\(domain). NS f1g1ns3.dnspod.net.", with: "\(domain). NS f1g1ns1.dnspod.net.")
      try await lab.setZone("com", on: .tld, records: moved)
    }
    try await lab.setZone(domain, records: records(lab.addresses))
  }

  /// What the registry answers of this domain over RDAP.
  var registryAnswer: [Step] {
    if let offset = example.clockOffset {
      return HTTP.ok(
        RDAPFixtures.domain(domain.uppercased()), [HTTP.date(secondsAgo: offset)])
    }
    return switch example.registry {
    case .active?: HTTP.ok(RDAPFixtures.domain(domain.uppercased()))
    case .status(let code, let expires)?:
      HTTP.ok(
        RDAPFixtures.domain(
          domain.uppercased(), statuses: [EPPStatus(code).rdap], expires: Self.today(expires)))
    case .nothing?, nil: HTTP.answer("404 Not Found", RDAPFixtures.notFound)
    case .failure?: HTTP.answer("503 Service Unavailable", "")
    }
  }

  /// A day of an example, as far from now as it is from the day on which the example is looked at.
  private static func today(_ day: String) -> String {
    let moment = Date(timeIntervalSince1970: Double(Example.moment))
    let date = RegistrationDate(day + "T00:00:00Z")?.latest ?? moment
    return Date.now.addingTimeInterval(date.timeIntervalSince(moment)).formatted(.iso8601)
  }
}
