import Diagnosis

/// One person's way through a playbook, as it is kept on disk after each answer.
public struct Run: Codable, Hashable, Sendable {
  /// The format of the file.
  public static let currentSchema = "annai.run/1"

  /// The format of the file.
  public var schema = Run.currentSchema
  /// The id that `--resume` takes.
  public let id: String
  /// The id of the playbook.
  public let playbook: String
  /// The id of the practice scenario; nil for the real world.
  public let practice: String?
  /// When it was begun, in seconds since 1970 UTC.
  public let startedAt: Int
  /// When it was last written.
  public var changedAt: Int
  /// Where the person stands.
  public var position: Position
  /// The answers, in the order in which they were first given.
  public var answers: [Answer] = []
  /// How the last check ended; nil before the first.
  public var lastStatus: Verdict.Status?

  /// One answer.
  public struct Answer: Codable, Hashable, Sendable {
    /// The id of the question.
    public let question: String
    /// The normalised value; nil when the person deliberately gave none.
    public var value: String?
    /// Where it came from.
    public var source: Source

    /// An answer.
    public init(question: String, value: String?, source: Source) {
      self.question = question
      self.value = value
      self.source = source
    }
  }

  /// Where an answer came from, the strongest first.
  public enum Source: String, Codable, Hashable, Sendable, CaseIterable {
    case typed, flag, environment, file, saved
    case standard = "default"
  }

  /// A new run at its first question.
  public init(id: String, playbook: String, practice: String?, position: Position, at: Int) {
    self.id = id
    self.playbook = playbook
    self.practice = practice
    self.position = position
    startedAt = at
    changedAt = at
  }

  /// The answer to a question, if one was given.
  public func answer(_ question: String) -> Answer? { answers.first { $0.question == question } }

  /// The value of an answer; nil when there is none or it is deliberately empty.
  public func value(_ question: String) -> String? { answer(question)?.value }

  mutating func set(_ answer: Answer) {
    if let index = answers.firstIndex(where: { $0.question == answer.question }) {
      answers[index] = answer
    } else {
      answers.append(answer)
    }
  }
}
