import Terminal

/// The lines in front of a command line's first answer: what was typed, for whoever gets the output
/// to read.
struct DigGreeting {
  let words: [String]
  /// Later ones, of lines in a file, are shorter.
  let isFirst: Bool
  /// Whether `@server` stands before the first name.
  let hasServer: Bool

  /// `servers`: how many addresses the named server has.
  func lines(servers: Int) -> String {
    let command = (["annai", Program.version, "<<>>"] + words).map(Visible.text)
    let line = "; <<>> \(command.joined(separator: " "))\n"
    guard isFirst else { return line }
    let found = hasServer ? "; (\(servers) server\(servers == 1 ? "" : "s") found)\n" : ""
    return "\n\(line)\(found);; global options: +cmd\n"
  }
}
