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

/// An example of the catalogue, put on the real servers of a lab under a domain of its own.
struct ExampleWorld: Sendable {
  let id: FindingID
  let isBroken: Bool
  let example: Example
  /// The registered domain in the lab.
  let domain: String

  /// Which lab an example needs.
  enum Stage: CaseIterable, Sendable {
    /// None: nobody is asked about what is no domain name.
    case nowhere
    /// Servers that do harm to some domains.
    case faulty
    /// Signed zones and a resolver that validates.
    case validating
    /// Nothing but the resolver answers.
    case blocked
    /// Nothing answers.
    case silent
  }

  init(_ rule: Rule, broken isBroken: Bool) {
    id = rule.id
    self.isBroken = isBroken
    example = isBroken ? rule.broken : rule.fixed
    domain = "\(rule.id.rawValue)\(isBroken ? "" : "-fixed").com"
  }

  var stage: Stage {
    if let typed, (try? SenderDomain(typed)) == nil { return .nowhere }
    switch example.network {
    case .blocked: return .blocked
    case .absent: return .silent
    case .none: break
    }
    return example.signature != .none || example.resolver == .refusingSignatures
      ? .validating : .faulty
  }

  /// What the rules make of the example by itself.
  func claim() throws -> Verdict { Verdict(try example.evidence()) }

  /// The sender domain.
  var sender: String { example.sender.map { "\($0).\(domain)" } ?? domain }

  /// The domain as somebody typed it.
  var typed: String? { example.typed.map(moved) }

  /// The records that the example's mail service asks for.
  func expected() throws -> [ExpectedRecord] {
    let old = try DNSName("example.com")
    let new = try DNSName(domain)
    return try example.evidence().expected.map { record in
      func moved(_ name: DNSName) throws -> DNSName {
        try DNSName(labels: Array(name.labels.dropLast(old.labels.count)) + new.labels)
      }
      var record = record
      record.name = try moved(record.name)
      record.otherNames = try record.otherNames?.map(moved)
      return record
    }
  }

  /// Text of the example, for this domain.
  func moved(_ text: String) -> String { text.replacing("example.com", with: domain) }

  /// Whether a resolver has to learn something before it becomes old.
  var isPrimed: Bool { example.cache != nil }

  /// Whether the domain moves to other servers.
  var changesServers: Bool { example.cache?.contains(" NS ") == true }
}

extension ExampleWorld {
  /// Every example that differs from the healthy domain, and the healthy domain once.
  static func all() -> [ExampleWorld] {
    let healthy = String(describing: Example())
    let broken = Rule.all.map { ExampleWorld($0, broken: true) }
    var fixed = Rule.all.map { ExampleWorld($0, broken: false) }
    let plain = fixed.first { String(describing: $0.example) == healthy }
    fixed.removeAll { String(describing: $0.example) == healthy }
    return broken + fixed + [plain].compactMap { $0 }
  }
}
