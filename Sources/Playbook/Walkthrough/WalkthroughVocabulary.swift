/// The words that a walkthrough may use; whoever reads one knows them from elsewhere.
public struct WalkthroughVocabulary: Sendable {
  /// The ids of all playbooks.
  public let playbooks: [String]
  /// The ids of all practice scenarios.
  public let scenarios: [String]
  /// The ids of all findings.
  public let findings: [String]
  /// Reads one playbook; nil for one that has mistakes of its own.
  public let playbook: @Sendable (String) -> Playbook?
  /// Whether the tables have a text at a key.
  public let hasText: @Sendable (String) -> Bool
  /// Whether a file can be read.
  public let hasFile: @Sendable (String) -> Bool

  /// Words from their sources.
  public init(
    playbooks: [String], scenarios: [String], findings: [String],
    playbook: @escaping @Sendable (String) -> Playbook?,
    hasText: @escaping @Sendable (String) -> Bool,
    hasFile: @escaping @Sendable (String) -> Bool
  ) {
    self.playbooks = playbooks
    self.scenarios = scenarios
    self.findings = findings
    self.playbook = playbook
    self.hasText = hasText
    self.hasFile = hasFile
  }

  static let statuses = ["verified", "problems", "waiting", "unknown"]
  static let states = ["match", "missing", "mismatch", "waiting", "unknown"]
  static let roles = ["cause", "consequence"]
  static let services = ["verified", "pending"]
}
