import Diagnosis

/// A piece of a text for people, before anybody knows how wide the screen is.
public enum Block: Hashable, Sendable {
  /// A title with a line below it.
  case heading(String)
  /// A title inside a text.
  case subheading(String)
  /// Sentences that may be wrapped; `marker` stands in front of the first line.
  case paragraph(String, marker: String = "", indent: Int = 0)
  /// A value, host name or command on lines of its own: never wrapped, never shortened.
  case verbatim(String, indent: Int = 2)
  /// The text of a record with one place marked, in a way that needs no colour; cut to the width.
  case marked(RecordFault.Excerpt, indent: Int = 2)
  /// Two values one under the other, with a mark below the stretch in which they differ.
  case difference(ValueDifference.Excerpt, labels: Labels)
  /// Rows of a table; the first cell of a row says in a word how it stands.
  case table([Row])
  /// Labels with a value each: the values stand in one column and are never wrapped.
  case fields([Field])
  /// An empty line.
  case space

  /// What two values are.
  public struct Labels: Hashable, Sendable {
    /// In front of the expected value.
    public var expected: String
    /// In front of the published value.
    public var observed: String

    /// Labels.
    public init(expected: String, observed: String) {
      self.expected = expected
      self.observed = observed
    }
  }

  /// A row of a table.
  public struct Row: Hashable, Sendable {
    /// The mood of the row: shown by a word first, by a colour at most beside it.
    public var mood: Mood
    /// The cells; the last one may be long.
    public var cells: [String]

    /// A row.
    public init(_ mood: Mood, _ cells: [String]) {
      self.mood = mood
      self.cells = cells
    }
  }

  /// A label and its value.
  public struct Field: Hashable, Sendable {
    /// What the value is.
    public var label: String
    /// The value, ready to be copied.
    public var value: String

    /// A field.
    public init(_ label: String, _ value: String) {
      self.label = label
      self.value = value
    }
  }

  /// How a row is meant.
  public enum Mood: Hashable, Sendable {
    case good, waiting, bad, unknown, plain
  }
}
