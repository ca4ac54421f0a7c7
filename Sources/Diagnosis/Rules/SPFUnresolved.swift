import DNS
import MailAuth

extension Rule {
  /// What an SPF record leads to could not be looked up.
  static let spfUnresolved = Rule(
    "spf-unresolved", layer: .mailAuth, severity: .info, isUnknown: true,
    references: ["RFC 7208 2.6.6"], arguments: ["name", "branch", "rcode"],
    broken: Example(
      without: "spf1",
      adding: #"@ TXT "v=spf1 include:qcloudmail.com include:senders.example.net ~all""#
    ).inWorld(failing: ["senders.example.net"]),
    fixed: Example()
  ) { evidence in
    // When no resolver answers anything, it is this network's affair and not the domain's.
    guard evidence.observations.contains(where: \.isLookupAnswer) else { return [] }
    return evidence.spfSights.flatMap { sight in
      sight.tree.unresolved.compactMap { place in
        guard case .name(let target) = place.branch.target else { return nil }
        let failed = evidence.observations.filter { $0.role == .lookup }.filter {
          $0.question.name == target && $0.isFailure
        }
        guard let first = failed.first else { return nil }
        return Draft(
          record: sight.expected,
          arguments: [
            "name": sight.name, "branch": .names(place.path + [target]),
            "rcode": .text(first.failureWord),
          ], evidence: failed)
      }
    }
  }
}

extension Observation {
  /// Whether a resolver told what a mail record leads to.
  fileprivate var isLookupAnswer: Bool { role == .lookup && !isFailure }

  /// The response code, or the word for silence.
  fileprivate var failureWord: String {
    switch outcome {
    case .answered(let answer): answer.code.name
    case .failed(let word): word
    }
  }

  /// Whether nothing came of the question, or an error.
  fileprivate var isFailure: Bool {
    guard let code = answer?.code else { return true }
    return code != .noError && code != .nxDomain
  }
}
