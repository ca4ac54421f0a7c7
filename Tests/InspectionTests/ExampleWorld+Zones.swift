import DNS
import Foundation
import Lab

@testable import Diagnosis

extension ExampleWorld {
  /// The servers that the zone above names.
  private var nameServers: [String] {
    if !example.delegatedTo.isEmpty { return example.delegatedTo }
    if example.elsewhere != nil { return ["ns.otherdns.net."] }
    // A server that held both zones would not refer to the lower one.
    if example.cut != nil { return ["f1g1ns1.dnspod.net."] }
    let second =
      switch example.secondServer {
      case .withoutAddress: "nowhere.dnspod.net."
      case .alias: "alias.dnspod.net."
      case .privateAddress: "inside.dnspod.net."
      case .elsewhere: "ns2.\(domain)."
      default: "f1g1ns2.dnspod.net."
      }
    return ["f1g1ns1.dnspod.net.", second]
  }

  /// What com says about the domain.
  func delegation(_ addresses: LabAddresses) -> String {
    guard example.delegation != .absent else { return "" }
    let servers = changesServers ? ["f1g1ns3.dnspod.net.", "f1g1ns2.dnspod.net."] : nameServers
    let glue =
      example.secondServer == .elsewhere ? "ns2.\(domain). A \(addresses.authoritative2)\n" : ""
    let others = example.parentRecords.split(separator: "\n").map { line in
      line.replacing("@ ", with: "\(domain). ", maxReplacements: 1) + "\n"
    }
    return servers.map { "\(domain). NS \($0)\n" }.joined() + glue + others.joined()
  }

  /// The zones of the domain as they are at first.
  func zones(_ addresses: LabAddresses) -> [LabZone] {
    let records = isPrimed ? remembered : records(addresses)
    var zones = [LabZone(domain, on: place, records: records, signing: signing)]
    if let second = example.second {
      zones.append(LabZone(domain, on: .second, serial: 3, records: own + moved(second)))
    }
    if let elsewhere = example.elsewhere {
      zones.append(LabZone(domain, on: .second, records: LabZone.hostedNS + moved(elsewhere)))
    }
    if let cut = example.cut {
      zones.append(
        LabZone("\(cut).\(domain)", on: .second, records: "@ NS f1g1ns2.dnspod.net.\n"))
    }
    return zones
  }

  /// The records of the zone, or those that replace what a resolver has learned.
  func records(_ addresses: LabAddresses) -> String {
    let lines = moved(example.zone).split(separator: "\n", omittingEmptySubsequences: true)
    var text =
      lines.filter { !conflicts.map(\.line).contains(String($0)) }
      .joined(separator: "\n") + "\n"
    if let label = example.sender {
      text = text.replacing("$ORIGIN \(label)\n", with: "$ORIGIN \(label).\(domain).\n")
    }
    if example.cut.map({ !text.contains("\($0) NS ") }) == true {
      text += "\(example.cut ?? "") NS f1g1ns2.dnspod.net.\n"
    }
    // Nobody is to ask outside of this machine.
    text = text.replacing("192.0.2.99", with: addresses.deserted)
    return (text.contains("@ NS ") ? "" : own) + Self.inShortStrings(text)
  }

  /// The same text with no string of more than 255 octets (RFC 1035 §3.3): names are longer here.
  private static func inShortStrings(_ text: String) -> String {
    text.replacing(#/"[^"\\]{255,}"/#) { match in
      var rest = match.output.dropFirst().dropLast()
      var strings: [String] = []
      while !rest.isEmpty {
        strings.append("\"\(rest.prefix(200))\"")
        rest = rest.dropFirst(200)
      }
      return strings.joined(separator: " ")
    }
  }

  private var own: String { nameServers.map { "@ NS \($0)\n" }.joined() }

  /// What a resolver is to learn first.
  private var remembered: String {
    let lines = moved(example.cache ?? "").split(separator: "\n").filter {
      !$0.contains(" SOA ") && !$0.contains(" NS ")
    }
    let servers =
      changesServers ? "@ NS f1g1ns3.dnspod.net.\n@ NS f1g1ns2.dnspod.net.\n" : own
    return servers + lines.joined(separator: "\n") + "\n"
  }

  private var place: LabPlace {
    let isOnFirst =
      example.secondServer == .refusing || example.second != nil || example.elsewhere != nil
      || example.cut != nil
    return isOnFirst ? .first : .both
  }

  private var signing: LabSigning {
    if example.resolver == .refusingSignatures {
      return .altered(original: "~all", replacement: "-all")
    }
    return switch example.signature {
    case .none: .none
    case .sound: .sound
    case .expired: .expired
    }
  }

  /// Aliases beside other records, which no name server loads: dnsdist answers for them.
  private var conflicts: [(line: String, owner: String, target: String)] {
    let lines = moved(example.zone).split(separator: "\n").map { $0.split(separator: " ") }
    return lines.filter { words in
      words.count == 3 && words[1] == "CNAME"
        && lines.contains { $0.first == words[0] && $0.count > 1 && $0[1] != "CNAME" }
    }.map { ($0.joined(separator: " "), String($0[0]), String($0[2])) }
  }

  /// What dnsdist does to the queries about the domain.
  var faults: [LabFault] {
    var faults: [LabFault] = conflicts.flatMap { conflict in
      [LabFault.Place.first, .second].map {
        LabFault(
          .alias(String(conflict.target.dropLast())), at: $0, below: "\(conflict.owner).\(domain)")
      }
    }
    func at(_ place: LabFault.Place, _ kind: LabFault.Kind) {
      faults.append(LabFault(kind, at: place, below: domain))
    }
    switch example.secondServer {
    case .silent: at(.second, .silent)
    case .withoutEDNS: at(.second, .ednsRefused(.formErr))
    case .withoutTCP:
      at(.second, .truncated)
      at(.second, .tcpClosed)
    case .losingLargeAnswers: at(.second, .largeLost(overOctets: 1300))
    case .denyingEmptyNames: at(.second, .denied("_domainkey.\(domain)"))
    case .none, .refusing, .withoutAddress, .alias, .privateAddress, .elsewhere: break
    }
    if example.resolver == .failing { at(.resolver, .responseCode(.servFail)) }
    faults += example.world.failing.map {
      LabFault(.responseCode(.servFail), at: .resolver, below: $0)
    }
    if example.resolver == .rewriting {
      faults.append(LabFault(.inventing("198.51.100.9"), at: .resolver))
    }
    if example.distant != nil { at(.first, .distantText("v=spf1 -all")) }
    if example.delegation == .unknown { at(.tld, .responseCode(.servFail)) }
    if !example.serversAnswer {
      // One record is enough, and a failure is as good as silence, and sooner.
      for place in [LabFault.Place.first, .second] {
        faults.append(
          LabFault(.responseCode(.servFail), at: place, below: "_token.\(domain)"))
      }
    }
    return faults
  }
}
