/// The name of one message, such as `check.summary` or `playbook.tencent-ses.step.create.title`.
public struct MessageKey: ExpressibleByStringLiteral, Hashable, Sendable {
  /// The key as the tables have it (with the prefix, for a playbook's table).
  public let name: String

  /// Any text; a key that no table has is shown as its name.
  public init(_ name: String) { self.name = name }

  /// `messages("check.summary")`.
  public init(stringLiteral value: String) { name = value }

  static let listSeparator: MessageKey = "list.separator"
}
