import DNS
import Diagnosis
import Localization
import Registration

extension CheckText {
  /// What the registry says when nothing is wrong, and who learned of the domain by being asked.
  static func registration(_ evidence: Evidence, _ messages: Messages) -> [Block] {
    let answers = evidence.registration ?? []
    let servers = answers.filter { !$0.server.isEmpty }.map { answer in
      "\(answer.server) (\(answer.source.rawValue.uppercased()))"
    }
    guard !servers.isEmpty else { return [] }
    let domain = Argument.text(evidence.registrableDomain.withoutFinalDot)
    var blocks: [Block] = []
    let verdict = evidence.registrationVerdict
    if verdict.server != nil, verdict.status == .active {
      let facts: [String: Argument] = [
        "domain": domain, "registrar": .text(verdict.registrar?.name ?? "none"),
        "expiresOn": .text(verdict.expiresOn?.day ?? "none"),
        "codes": .list(verdict.codes.map(\.code)), "count": .integer(verdict.codes.count),
      ]
      blocks.append(.paragraph(messages("report.registration", facts)))
    }
    return blocks + [
      .paragraph(messages("report.registry", ["domain": domain, "servers": .list(servers)])),
      .space,
    ]
  }
}
