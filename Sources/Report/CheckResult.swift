import DNS
import Diagnosis

/// One look at one domain, ready to be shown: evidence, verdict and what it cost.
public struct CheckResult: Sendable {
  /// The id of the playbook that said what to expect.
  public let playbook: String
  /// What was seen.
  public let evidence: Evidence
  /// What it comes to.
  public let verdict: Verdict
  /// How long the look took, in milliseconds.
  public let durationMilliseconds: Int
  /// Queries that were sent.
  public let queries: Int
  /// The id of the DNS host that the name servers belong to, when it is known.
  public let dnsHost: String?
  /// The ids of records that were not looked for: without the value from the service's console they
  /// cannot be told from others at their name.
  public let leftOut: [String]

  /// The result of a look.
  public init(
    playbook: String, evidence: Evidence, durationMilliseconds: Int, queries: Int, dnsHost: String?,
    leftOut: [String] = []
  ) {
    self.playbook = playbook
    self.evidence = evidence
    self.verdict = Verdict(evidence)
    self.durationMilliseconds = durationMilliseconds
    self.queries = queries
    self.dnsHost = dnsHost
    self.leftOut = leftOut
  }
}
