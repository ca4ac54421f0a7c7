import Registration

/// One finding of the catalogue: what it is called, when it holds, and an example of both.
public struct Rule: Sendable, Identifiable {
  /// The id, which also names the file, the texts and the tests.
  public let id: FindingID
  /// Where in the order of diagnosis it belongs.
  public let layer: Layer
  /// How much it matters.
  public let severity: Severity
  /// Whether it says that something could not be checked.
  public let isUnknown: Bool
  /// RFC and section, or the document that says so.
  public let references: [String]
  /// The names of the arguments that every finding of this rule carries.
  public let arguments: Set<String>
  /// Which other findings this one makes a consequence.
  public let explains: Explanation
  /// A domain where the rule speaks.
  public var broken: Example { makeBroken() }
  /// The same domain put right: the rule is silent.
  public var fixed: Example { makeFixed() }
  // Made when somebody looks: a check has no use for two small worlds a rule.
  private let makeBroken: @Sendable () -> Example
  private let makeFixed: @Sendable () -> Example
  private let judge: @Sendable (Evidence) -> [Draft]

  /// What one rule makes of one record or of the domain.
  struct Draft {
    var record: ExpectedRecord?
    /// How much this one matters, when that is not what the rule says of all.
    var severity: Severity?
    var arguments: [String: FindingArgument]
    var evidence: [Observation]
    var answers: [RegistrationAnswer] = []
  }

  /// Which findings a cause explains (findings catalogue, section 1.2).
  public enum Explanation: Sendable {
    /// None.
    case nothing
    /// Every finding in a layer after the given one.
    case everything(after: Layer)
    /// Every finding in a layer after the given one, when this one is an error.
    case everythingOfError(after: Layer)
    /// These findings, whatever they are about.
    case findings(Set<FindingID>)
    /// These findings when this one is an error, as when no server of a zone works.
    case findingsOfError(Set<FindingID>)
    /// These findings about the same record.
    case sameRecord(Set<FindingID>)
    /// These findings about the same record, when this one is an error.
    case sameRecordOfError(Set<FindingID>)
    /// These findings about records at the same name.
    case sameName(Set<FindingID>)
    /// These findings about records at the same name, when this one is an error.
    case sameNameOfError(Set<FindingID>)
  }

  init(
    _ id: FindingID, layer: Layer, severity: Severity, isUnknown: Bool = false,
    references: [String], arguments: Set<String>, explains: Explanation = .nothing,
    broken: @autoclosure @escaping @Sendable () -> Example,
    fixed: @autoclosure @escaping @Sendable () -> Example,
    judge: @escaping @Sendable (Evidence) -> [Draft]
  ) {
    self.id = id
    self.layer = layer
    self.severity = severity
    self.isUnknown = isUnknown
    self.references = references
    self.arguments = arguments
    self.explains = explains
    makeBroken = broken
    makeFixed = fixed
    self.judge = judge
  }

  /// The findings of this rule alone.
  public func findings(in evidence: Evidence) -> [Finding] {
    judge(evidence).map { draft in
      Finding(
        id: id, layer: layer, severity: draft.severity ?? severity, isUnknown: isUnknown,
        record: draft.record?.id,
        arguments: draft.arguments, evidence: draft.evidence, answers: draft.answers,
        references: references)
    }
  }

  /// Whether a finding of this rule is the reason for `other`.
  func explains(_ other: Finding, from own: Finding) -> Bool {
    switch explains {
    case .nothing: false
    case .everything(let layer): other.layer > layer && !other.isOfThisNetwork
    case .everythingOfError(let layer):
      own.severity == .error && other.layer > layer && !other.isOfThisNetwork
    case .findings(let ids): ids.contains(other.id)
    case .findingsOfError(let ids): own.severity == .error && ids.contains(other.id)
    case .sameRecord(let ids): other.record == own.record && ids.contains(other.id)
    case .sameRecordOfError(let ids):
      own.severity == .error && other.record == own.record && ids.contains(other.id)
    case .sameName(let ids):
      other.arguments["name"] == own.arguments["name"] && ids.contains(other.id)
    case .sameNameOfError(let ids):
      own.severity == .error && other.arguments["name"] == own.arguments["name"]
        && ids.contains(other.id)
    }
  }
}

extension Finding {
  /// Whether it is about the network of this machine, which no fault of a domain explains.
  fileprivate var isOfThisNetwork: Bool {
    ["port53-blocked", "network-unreachable", "resolver-untrustworthy", "clock-wrong"].contains(id)
  }
}
