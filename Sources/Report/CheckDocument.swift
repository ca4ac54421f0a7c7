import DNS
import Diagnosis
import Localization
import Registration

/// A check as JSON: the contract `annai.check/1`.
///
/// Keys and ids are the same in every language; `title`, `found`, `cause` and `fix` are translated.
public struct CheckDocument: Encodable, Sendable {
  struct RegistrationPart: Encodable {
    let status: String
    let source: String
    let codes: [String]
  }

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

  /// The document of a check, its texts in the language of `messages`.
  public init(_ result: CheckResult, _ messages: Messages) {
    let evidence = result.evidence
    domain = evidence.domain.withoutFinalDot
    registrableDomain = evidence.registrableDomain.withoutFinalDot
    playbook = result.playbook
    status = result.verdict.status.rawValue
    checkedAt = Timestamp.text(evidence.checkedAt)
    waitSeconds = Nullable(result.verdict.waitSeconds)
    durationMs = result.durationMilliseconds
    queries = result.queries
    registration = RegistrationPart(
      status: evidence.registrationStatus.rawValue, source: "dns", codes: [])
    delegation = DelegationPart(
      nameServers: evidence.nameServers.map(\.name.withoutFinalDot), host: Nullable(result.dnsHost))
    records = result.verdict.records.map(RecordPart.init)
    findings = result.verdict.findings.map { FindingPart($0, messages) }
  }
}
