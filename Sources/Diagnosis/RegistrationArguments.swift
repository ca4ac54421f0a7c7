import DNS
import Foundation
import Registration

/// The arguments that the findings of the layer registration have in common.
struct RegistrationArguments {
  let evidence: Evidence
  let verdict: RegistrationVerdict

  init(_ evidence: Evidence) {
    self.evidence = evidence
    verdict = evidence.registrationVerdict
  }

  /// The domain, the zone above it and whom the owner must ask.
  static let owner: Set<String> = ["domain", "parent", "registrar", "changedOn"]

  /// What the registry says, who says it and when.
  static let registry = owner.union([
    "status", "statusCount", "source", "registry", "askedAt",
  ])

  /// The servers of a DNS host that answer for a domain that is not delegated to them.
  static let host: Set<String> = ["hostServers", "hostCount"]

  /// The duty whose breach may be behind a status, and how long things usually take.
  static let duty: Set<String> = [
    "identity", "deadlineDays", "reviewLeast", "reviewMost", "liftLeast", "liftMost",
  ]

  var owner: [String: FindingArgument] {
    [
      "domain": .name(evidence.registrableDomain), "parent": .name(evidence.parent),
      "registrar": .optional(verdict.registrar?.name),
      "changedOn": .optional(verdict.changedOn?.day),
    ]
  }

  var registry: [String: FindingArgument] {
    let asked = verdict.askedAt.map { Int($0.timeIntervalSince1970) } ?? evidence.checkedAt
    return owner.merging([
      "status": .texts(verdict.codes.map(\.code)), "statusCount": .count(verdict.codes.count),
      "source": .text(verdict.source.rawValue.uppercased()),
      "registry": .optional(verdict.server), "askedAt": .moment(asked),
    ]) { $1 }
  }

  var host: [String: FindingArgument] {
    let servers = evidence.undelegatedServers
    return ["hostServers": .names(servers), "hostCount": .count(servers.count)]
  }

  var duty: [String: FindingArgument] {
    let duty = OwnerDuty(verdict)
    return [
      "identity": .text(duty.word), "deadlineDays": .count(duty.rule?.deadlineDays ?? 0),
      "reviewLeast": .count(duty.rule?.review?.least ?? 0),
      "reviewMost": .count(duty.rule?.review?.most ?? 0),
      "liftLeast": .count(duty.lifting?.least ?? 0), "liftMost": .count(duty.lifting?.most ?? 0),
    ]
  }

  /// What proves a finding: the zone above, the registry, and hosts that answer all the same.
  func draft(
    severity: Severity? = nil, _ parts: [String: FindingArgument]...
  ) -> Rule.Draft {
    Rule.Draft(
      severity: severity, arguments: parts.reduce(into: [:]) { $0.merge($1) { $1 } },
      evidence: evidence.parentAnswers + evidence.undelegatedAnswers,
      answers: evidence.registration ?? [])
  }

  /// Whether the zone above still lists the domain, which a hold would forbid.
  ///
  /// It was set or lifted minutes ago then, and nothing fails because of it yet, or any more.
  var isStillDelegated: Bool { evidence.delegation == .present }
}
