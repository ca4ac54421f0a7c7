import DNS
import Diagnosis

extension JSONTree {
  /// A case in which everything stands that evidence has today.
  ///
  /// What an older annai did not gather is as if nobody had asked: each key that evidence gives a
  /// value by itself may be absent from a file.
  func completedCase() throws -> JSONTree {
    let evidence = try Self.optionalParts(
      of: Evidence(
        domain: .root, registrableDomain: .root, checkedAt: 0, expected: [], parent: .root,
        delegation: .unknown, zone: .root, nameServers: []),
      without: [
        "domain", "registrableDomain", "checkedAt", "expected", "parent", "delegation", "zone",
        "nameServers", "observations",
      ])
    let observation = try Self.optionalParts(
      of: Observation(
        question: Question(.root, .a), server: nil, address: "", role: .resolver, at: 0,
        outcome: .failed("")),
      without: ["question", "address", "role", "at", "outcome"])
    let answer = try Self.optionalParts(
      of: Observation.Answer(code: .noError, isAuthoritative: false, records: []),
      without: ["code", "isAuthoritative", "records"])
    return changing("evidence") { found in
      found.adding(evidence).changing("observations") { list in
        list.mapped { one in
          one.adding(observation).changing("outcome") { outcome in
            outcome.changing("answered") { $0.adding(answer) }
          }
        }
      }
    }
  }

  /// What a value is encoded as that nobody has told anything, without what has to be told.
  private static func optionalParts(
    of blank: some Encodable, without required: Set<String>
  ) throws -> [String: JSONTree] {
    guard case .object(let members) = try JSONTree(encoding: blank) else { return [:] }
    return members.filter { !required.contains($0.key) }
  }

  /// An object with more members, as far as it lacks them.
  private func adding(_ members: [String: JSONTree]) -> JSONTree {
    guard case .object(let own) = self else { return self }
    return .object(own.merging(members) { own, _ in own })
  }

  /// An object with one member changed, if it has it.
  func changing(_ key: String, _ change: (JSONTree) throws -> JSONTree) rethrows -> JSONTree {
    guard case .object(var members) = self, let value = members[key] else { return self }
    members[key] = try change(value)
    return .object(members)
  }

  /// A list with every item changed.
  func mapped(_ change: (JSONTree) throws -> JSONTree) rethrows -> JSONTree {
    guard case .list(let items) = self else { return self }
    return .list(try items.map(change))
  }
}
