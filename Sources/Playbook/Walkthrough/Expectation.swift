/// What a walkthrough expects at one place; what is not named is not looked at.
public struct Expectation: Sendable, Equatable {
  /// The result of the last look in one word: `verified`, `problems`, `waiting` or `unknown`.
  public var status: String?
  /// Findings that must be among those of the last look.
  public var findings: [Finding] = []
  /// Ids of findings that must not be among them.
  public var without: [String] = []
  /// Record id to its state in the last look.
  public var records: [String: String] = [:]
  /// Whether the service has verified: `verified` or `pending`.
  public var service: String?
  /// The exit status with which the program would end here.
  public var exit: Int?
  /// What must have been shown since the expectation before this one.
  public var screen: [Sight] = []

  /// Nothing is expected yet.
  public init() {}

  /// A finding that is expected.
  public struct Finding: Sendable, Equatable {
    /// Its id.
    public let id: String
    /// `cause` or `consequence`; nil for either.
    public let role: String?
    /// The id of the record that it is about; nil for any.
    public let record: String?

    /// A finding from its parts.
    public init(id: String, role: String?, record: String?) {
      self.id = id
      self.role = role
      self.record = record
    }
  }

  /// Something that stands on the screen, compared cell by cell.
  public enum Sight: Sendable, Hashable {
    /// A name, a value or a command, whole and in one line.
    case text(String)
    /// Texts that begin in the same column, each in a line of its own, from above to below.
    case aligned([String])
  }
}
