/// A value that goes into a placeholder of a message.
public enum Argument: Sendable, Equatable {
  /// Text as it is; braces in it mean nothing.
  case text(String)
  /// A whole number, written in plain digits (TTLs, ports and codes have no separators).
  case integer(Int)
  /// Several texts, joined by the table's `list.separator`.
  case list([String])
}
