import Terminal

/// What `dig` looks at before it touches names with letters outside ASCII.
struct DigSurroundings {
  /// Whether somebody reads the output on a terminal and has not switched conversions off.
  let convertsNames: Bool
  /// Whether such letters can be shown.
  let isUTF8: Bool

  init(convertsNames: Bool, isUTF8: Bool) {
    self.convertsNames = convertsNames
    self.isUTF8 = isUTF8
  }

  init(_ shell: Shell) {
    convertsNames = shell.output.isTerminal && shell.environment("IDN_DISABLE") == nil
    // POSIX.1-2024, XBD 8.2: the first of these that is set decides.
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { shell.environment($0) }
      .first { !$0.isEmpty }
    let charset = (locale ?? "").lowercased().split(separator: ".").dropFirst().first ?? ""
    isUTF8 = charset.prefix { $0 != "@" }.filter { $0 != "-" } == "utf8"
  }
}
