import Localization
import Playbook
import Report

/// One mistake in a playbook or in a table of it.
struct PlaybookProblem {
  /// What is said of it.
  typealias Sentence = (key: MessageKey, arguments: [String: Argument])

  let file: String
  /// From 1.
  let line: Int
  /// From 1.
  let column: Int
  /// The place in the structure: `records[1].value`, or a key of a table.
  let path: String
  /// The same in every language.
  let code: String
  let message: Sentence
  /// What to do about it, where more can be said.
  var hint: Sentence?

  /// For people: the place on a line of its own, as compilers write it.
  func blocks(_ messages: Messages) -> [Block] {
    var blocks: [Block] = [
      .verbatim(
        "\(file):\(line):\(column): \(code)" + (path.isEmpty ? "" : "  \(path)"), indent: 0),
      .paragraph(messages(message.key, message.arguments), indent: 4),
    ]
    if let hint { blocks.append(.paragraph(messages(hint.key, hint.arguments), indent: 4)) }
    return blocks
  }
}

/// A check of files as JSON: `annai.playbook-check/1`.
struct PlaybookCheckDocument: Encodable {
  private let schema = "annai.playbook-check/1"
  private let files: [String]
  private let problems: [Entry]

  private struct Entry: Encodable {
    let file: String
    let line: Int
    let column: Int
    let path: String
    let code: String
    let message: String
    let hint: String?
  }

  init(_ files: [String], _ problems: [PlaybookProblem], _ messages: Messages) {
    self.files = files
    self.problems = problems.map { problem in
      Entry(
        file: problem.file, line: problem.line, column: problem.column, path: problem.path,
        code: problem.code, message: messages(problem.message.key, problem.message.arguments),
        hint: problem.hint.map { messages($0.key, $0.arguments) })
    }
  }
}
