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

extension PlaybookProblem {
  /// A mistake that a reader found.
  init(_ fault: PlaybookFault, in file: String) {
    self.init(
      file: file, line: fault.line, column: fault.column, path: fault.path, code: fault.code.name,
      message: fault.code.message, hint: fault.code.hint)
  }

  /// A file that cannot be read at all.
  init(unreadable file: String) {
    self.init(
      file: file, line: 1, column: 1, path: "", code: "unreadable",
      message: ("error.file-unreadable", ["file": .text(file)]))
  }
}

/// A check of files as JSON: `annai.playbook-check/1` and `annai.walkthrough-check/1`.
struct PlaybookCheckDocument: Encodable {
  private let schema: String
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

  init(
    _ schema: String, _ files: [String], _ problems: [PlaybookProblem], _ messages: Messages
  ) {
    self.schema = schema
    self.files = files
    self.problems = problems.map { problem in
      Entry(
        file: problem.file, line: problem.line, column: problem.column, path: problem.path,
        code: problem.code, message: messages(problem.message.key, problem.message.arguments),
        hint: problem.hint.map { messages($0.key, $0.arguments) })
    }
  }
}
