import TestSupport

/// Starts `LineEditorProbe` on a terminal; its events are what the tests look at.
enum Probing {
  static let path = Result { try BuiltProduct.path("LineEditorProbe") }

  /// Starts the probe and waits until it asks.
  static func start(
    _ arguments: String..., prompt: String = "> ",
    environment: [String: String] = ["TERM": "xterm-256color", "LANG": "C.UTF-8"],
    columns: Int = 80
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal.spawn(
      path.get(), arguments: arguments, environment: environment, columns: columns)
    try terminal.expect(prompt)
    return terminal
  }

  /// The modes of a terminal whose program leaves them alone.
  static func untouchedModes() throws -> PseudoTerminal.Modes {
    try PseudoTerminal.spawn("/bin/cat").modes
  }

  /// A DKIM value as a service shows it: quoted pieces in parentheses, one in each line.
  static func keyLines(characters: Int) -> [String] {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let key = String((0..<characters).map { letters[($0 * 7 + $0 / 64) % 64] })
    var lines = ["( \"v=DKIM1; k=rsa; p=\""]
    var rest = key[...]
    while !rest.isEmpty {
      lines.append("\"\(rest.prefix(200))\"")
      rest = rest.dropFirst(200)
    }
    lines.append(")")
    return lines
  }
}

extension PseudoTerminal {
  /// Waits for one line of the probe.
  func expectEvent(_ event: String) throws { try expect("EVENT \(event)\r\n") }
}
