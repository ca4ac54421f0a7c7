/// What the evidence comes to: findings in order, a status for each record and for the whole.
public struct Verdict: Sendable {
  /// Causes first, in the order of the layers; what they explain follows.
  public let findings: [Finding]
  /// One for each expected record, in the playbook's order.
  public let records: [RecordVerdict]
  /// The whole in one word.
  public let status: Status
  /// Seconds until everything that only needs time is over; nil when nothing does. What another
  /// finding explains does not count: no wait cures it.
  public let waitSeconds: Int?
  /// When that is, in seconds since 1970 UTC.
  public let visibleOn: Int?

  /// The whole in one word.
  public enum Status: String, Sendable, Codable {
    /// Every record is right everywhere.
    case verified
    /// Something has to be changed.
    case problems
    /// Right at the source, not visible everywhere yet.
    case waiting
    /// It could not be checked.
    case unknown
  }

  /// Judges evidence by every rule.
  public init(_ evidence: Evidence) { self.init(evidence, rules: Rule.all) }

  init(_ evidence: Evidence, rules: [Rule]) {
    let evidence = evidence.indexed().withMailSights()
    let found = rules.flatMap { rule in rule.findings(in: evidence).map { (rule, $0) } }
    findings = Self.ordered(found)
    records = evidence.expected.map { RecordVerdict($0, evidence) }
    let causes = findings.filter { !$0.isConsequence }
    waitSeconds = causes.compactMap(\.waitSeconds).max()
    visibleOn = causes.compactMap(\.visibleOn).max()
    status = Self.status(findings, records, isWaiting: waitSeconds != nil)
  }

  /// Marks what another finding explains (catalogue, section 1.2) and puts causes first.
  private static func ordered(_ found: [(rule: Rule, finding: Finding)]) -> [Finding] {
    let marked = found.map { _, finding in
      var finding = finding
      finding.causes = found.filter { $0.rule.explains(finding, from: $0.finding) }
        .map(\.finding.id).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
      return finding
    }
    return marked.filter { !$0.isConsequence } + marked.filter(\.isConsequence)
  }

  private static func status(
    _ findings: [Finding], _ records: [RecordVerdict], isWaiting: Bool
  ) -> Status {
    if findings.contains(where: { $0.severity == .error }) { return .problems }
    if findings.contains(where: \.leavesOpen) || records.contains(where: { $0.status == .unknown })
    {
      return .unknown
    }
    return isWaiting || records.contains { $0.status == .waiting } ? .waiting : .verified
  }
}

extension Finding {
  /// Whether it leaves open how the records stand; a registry that is silent does not.
  fileprivate var leavesOpen: Bool { isUnknown && layer != .registration }
}
