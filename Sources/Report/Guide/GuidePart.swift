/// One piece of a written guide, before anybody knows whether it becomes Markdown or HTML.
///
/// Texts are sentences of the tables: code between backticks, and web addresses.
public enum GuidePart: Hashable, Sendable {
  /// A chapter; `id` is its anchor, the same in every language.
  case chapter(String, id: String)
  /// A title inside a chapter.
  case section(String, id: String)
  case paragraph(String)
  /// A remark that must not be missed.
  case note(String)
  /// Numbered instructions; the numbers go on within a chapter.
  case instruction(String, number: Int)
  /// Something that the person has to have at hand: the question, why, and a sample or the answer.
  case question(Question)
  /// Labels with a value each.
  case fields([Field])
  /// A command for a shell.
  case command(String)
  /// A finding that may come up, and what to do then.
  case trouble(Trouble)

  /// A question of the playbook.
  public struct Question: Hashable, Sendable {
    /// The id for `--set`.
    public let id: String
    /// The question.
    public let text: String
    /// Why it is asked.
    public let why: String
    /// Samples, options or the answer, a sentence each.
    public let remarks: [String]
  }

  /// A label and its value.
  public struct Field: Hashable, Sendable {
    /// What the value is.
    public let label: String
    /// The value: text to be copied as it is, or a sentence that stands for it.
    public let value: Value
  }

  /// A value of a field.
  public enum Value: Hashable, Sendable {
    /// To be copied octet by octet.
    case exact(String)
    /// A sentence: where to find the value, or what it is.
    case words(String)
  }

  /// A finding as a guide tells it.
  public struct Trouble: Hashable, Sendable {
    /// The id of the finding.
    public let id: String
    /// What it is, in a few words.
    public let title: String
    /// Why it matters.
    public let why: String
    /// What to do, step by step.
    public let fix: [String]
  }
}
