import DNS
import Diagnosis
import Localization

/// A check as JSON: the contract `annai.check/1`.
///
/// Keys and ids are the same in every language; `title`, `found`, `cause` and `fix` are translated.
public struct CheckDocument: Encodable, Sendable {
  struct DelegationPart: Encodable {
    let nameServers: [String]
    let host: Nullable<String>
  }

  let schema = "annai.check/1"
  let domain: String
  let registrableDomain: String
  let playbook: String
  let status: String
  let checkedAt: String
  let waitSeconds: Nullable<Int>
  let durationMs: Int
  let queries: Int
  let registration: RegistrationPart
  let delegation: DelegationPart
  let records: [RecordPart]
  let findings: [FindingPart]
  let lookups: [LookupPart]?

  /// The document of a check, its texts in the language of `messages`, their moments by `clock`.
  ///
  /// With `showsQueries` it also has `lookups`: everything that was asked, as `dig` would ask it.
  public init(
    _ result: CheckResult, _ messages: Messages, clock: WallClock = .utc,
    showsQueries: Bool = false
  ) {
    let evidence = result.evidence
    domain = evidence.domain.withoutFinalDot
    registrableDomain = evidence.registrableDomain.withoutFinalDot
    playbook = result.playbook
    status = result.verdict.status.rawValue
    checkedAt = Timestamp.text(evidence.checkedAt)
    waitSeconds = Nullable(result.verdict.waitSeconds)
    durationMs = result.durationMilliseconds
    queries = result.queries
    registration = RegistrationPart(evidence)
    delegation = DelegationPart(
      nameServers: evidence.nameServers.map(\.name.withoutFinalDot), host: Nullable(result.dnsHost))
    records = result.verdict.records.map(RecordPart.init)
    findings = result.verdict.findings.map { FindingPart($0, messages, clock) }
    lookups = showsQueries ? evidence.observations.map(LookupPart.init) : nil
  }
}

extension CheckDocument {
  /// One question to one server.
  struct LookupPart: Encodable {
    let question: String
    let server: Nullable<String>
    let address: String
    let role: String
    let answer: String
    let at: String
    let dig: String

    init(_ observation: Observation) {
      question = observation.question.description
      server = Nullable(observation.server?.withoutFinalDot)
      address = observation.address
      role = observation.role.rawValue
      answer = observation.answerText
      at = Timestamp.text(observation.at)
      dig = observation.digLine
    }
  }
}
