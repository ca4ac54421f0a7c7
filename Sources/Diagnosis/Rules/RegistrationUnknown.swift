import DNS
import Registration

extension Rule {
  /// The registry was asked, and there is no answer that counts.
  static let registrationUnknown = Rule(
    "registration-unknown", layer: .registration, severity: .info, isUnknown: true,
    references: ["RFC 9224 4"],
    arguments: ["domain", "registry", "reason", "retrySeconds", "top"],
    broken: Example(delegation: .absent, registry: .failure(.timeout)),
    fixed: Example(registry: .active)
  ) { evidence in
    let facts = RegistrationArguments(evidence)
    guard let reason = facts.verdict.silence else { return [] }
    var seconds = 0
    if case .rateLimited(let wait?)? = facts.verdict.failure { seconds = wait }
    let asked = facts.verdict.servers.last
    return [
      facts.draft([
        "domain": .name(evidence.registrableDomain), "registry": .optional(asked),
        "reason": .text(reason), "retrySeconds": .count(seconds),
        "top": .text(evidence.registrableDomain.topLabel),
      ])
    ]
  }
}

extension RegistrationVerdict {
  /// Why nothing was learned from the registry; nil when something was, or nobody was asked.
  fileprivate var silence: String? {
    switch failure {
    case .noService: "noService"
    case .noLibrary: "noLibrary"
    case .rateLimited: "rateLimited"
    case .timeout, .cancelled: "timeout"
    case .unreachable: "unreachable"
    case .tls: "tls"
    case .serverError: "serverError"
    case .unreadable: "unreadable"
    case .tooLarge: "tooLarge"
    case .refused: "refused"
    case .redirects: "redirects"
    // A service that does not know a domain that the zone above lists is not the right one.
    case nil: isContradicted ? "notFound" : nil
    }
  }
}
