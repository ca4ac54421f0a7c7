import Terminal

/// The lines in front of the first answer: what was typed, for whoever gets the output to read.
struct DigGreeting {
  private var lines: String

  init(words: [String]) {
    let command = (["annai", Program.version, "<<>>"] + words).map(Visible.text)
    lines = "\n; <<>> \(command.joined(separator: " "))\n;; global options: +cmd\n"
  }

  /// The lines, once; after that nothing.
  mutating func take() -> String {
    defer { lines = "" }
    return lines
  }
}
