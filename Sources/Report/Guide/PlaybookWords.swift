public import Localization
public import Playbook

/// The words of a playbook in one language: those of its own table before those that all share.
public struct PlaybookWords: Sendable {
  let playbook: Playbook
  let messages: Messages

  /// The words of a playbook.
  public init(_ playbook: Playbook, _ messages: Messages) {
    self.playbook = playbook
    self.messages = messages
  }

  /// A text of the playbook with its labels and links filled in, and what `more` gives.
  ///
  /// A placeholder that nothing fills stays: without a run there is no domain yet.
  public func callAsFunction(_ key: String, _ more: [String: Argument] = [:]) -> String {
    var arguments = playbook.arguments(language: messages.language.code)
      .mapValues { Argument.text($0) }
    if let limits = playbook.limits.verification {
      arguments["shortest"] = .text(messages.duration(seconds: limits.lowerBound))
      arguments["longest"] = .text(messages.duration(seconds: limits.upperBound))
    }
    arguments.merge(more) { $1 }
    return messages(firstOf: playbook.tableKeys(key).map { MessageKey($0) }, arguments)
  }
}
