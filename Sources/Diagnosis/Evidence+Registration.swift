import DNS
import Foundation
import Registration

extension Evidence {
  /// What the DNS says about the delegation of the registered domain.
  public var delegationFacts: DelegationFacts {
    let zone = zones.first { $0.name == registrableDomain }
    return DelegationFacts(
      parentDenies: delegation == .unknown ? nil : delegation == .absent,
      delegatedServers: zone?.nameServers.map(\.name) ?? [],
      hostServersAnswer: !undelegatedAnswers.isEmpty)
  }

  /// How the registration stands, by what the registry and the DNS say.
  public var registrationVerdict: RegistrationVerdict {
    RegistrationVerdict(
      domain: registrableDomain, answers: registration ?? [], dns: delegationFacts,
      now: Date(timeIntervalSince1970: Double(checkedAt)))
  }

  /// The registration in one word.
  ///
  /// Without the registry's answer a missing delegation is what it is, and no proof of a hold.
  public var registrationStatus: RegistrationStatus {
    let status = registrationVerdict.status
    return status == .unknown && delegation == .absent ? .notDelegated : status
  }

  /// What servers of DNS hosts have of the domain, although no delegation names them.
  var undelegatedAnswers: [Observation] {
    observations.filter { $0.role == .undelegated }.filter(\.isAuthoritativeData)
  }

  /// The name servers that gave those answers.
  var undelegatedServers: [DNSName] {
    undelegatedAnswers.compactMap(\.server).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  /// What the servers of the zone above said about the domain's name servers.
  var parentAnswers: [Observation] {
    observations(.parent, Question(registrableDomain, .ns))
  }
}

extension Observation {
  /// Whether a server that speaks for the zone gave records.
  fileprivate var isAuthoritativeData: Bool {
    guard let answer else { return false }
    return answer.isAuthoritative && !answer.records.isEmpty
  }
}
