/// Why lines cannot be edited here; plain input still works.
public enum TerminalError: Error, Equatable, Sendable {
  /// Input or output is no terminal.
  case notTerminal
  /// The system has no locale with UTF-8, without which libedit loses or misreads characters.
  case noUTF8Locale
  /// libedit could not be started; holds the system's error number.
  case editorFailed(Int32)

  /// The name under which tables and logs know the error.
  public var code: String {
    switch self {
    case .notTerminal: "not-a-terminal"
    case .noUTF8Locale: "no-utf8-locale"
    case .editorFailed: "editor-failed"
    }
  }
}
