import Foundation

extension LineEditor {
  /// What a person or the system did instead of waiting.
  public enum Event: Equatable, Sendable {
    /// A line, in Unicode's normalization form C, without control characters.
    case line(String)
    /// Shift-Tab or Ctrl-X Ctrl-B: to the question before.
    case back
    /// `?` on an empty line.
    case help
    /// Ctrl-C.
    case interrupt
    /// Ctrl-D on an empty line, or no more input.
    case end
    /// Ctrl-Z; the program has been stopped and goes on. Holds what was typed so far.
    case suspended(text: String)
    /// The terminal has another size or was redrawn; ask again, with what was typed so far.
    case resized(text: String)
    /// What was waited for besides has come; holds what was typed so far.
    case left(text: String)
    /// A signal that asks the program to end: its number.
    case signal(Int32)
  }
}

extension LineEditor.Event {
  /// What a finished line means.
  static func submitted(_ text: String) -> LineEditor.Event {
    var scalars = String.UnicodeScalarView()
    scalars.append(
      contentsOf: text.unicodeScalars.filter { $0.properties.generalCategory != .control })
    // Foundation leaves a Hangul syllable and a final after it apart unless decomposed before.
    let line = String(scalars).decomposedStringWithCanonicalMapping
      .precomposedStringWithCanonicalMapping
    // An input method for Japanese or Korean may give the full-width form, which is no key.
    return line == "?" || line == "\u{FF1F}" ? .help : .line(line)
  }
}
