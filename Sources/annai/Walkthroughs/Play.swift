import Localization
import Playbook

/// One walkthrough as it was played in one language.
struct Play {
  let id: String
  let file: String
  let language: String
  let title: String
  let scenes: [Scene]
  let unmet: [Unmet]
  let exit: ExitStatus
  /// How many expectations there were.
  let expectations: Int
  /// The words in which it was played.
  let messages: Messages

  init(_ walk: Walk, file: String) {
    id = walk.walkthrough.id
    self.file = file
    messages = walk.shell.messages
    language = messages.language.code
    title = messages(MessageKey(walk.walkthrough.title))
    scenes = walk.scenes
    unmet = walk.unmet
    exit = walk.exit
    expectations = walk.walkthrough.steps.count { step in
      if case .expect = step.action { true } else { false }
    }
  }

  /// One line that says how it went.
  var summary: String {
    let key: MessageKey = unmet.isEmpty ? "walkthrough.passed" : "walkthrough.failed"
    return messages(
      key,
      [
        "id": .text(id), "language": .text(language), "count": .integer(expectations),
        "unmet": .integer(unmet.count),
      ])
  }

  /// Everything that was not as expected, each with its place in the file.
  var complaints: [String] {
    unmet.map { "\(file):\($0.line): \($0.code)  \($0.text(messages))" }
  }
}
