import Localization
import Playbook
import Report
import Terminal

/// Everything that is wrong with some files, for people or programs.
struct PlaybookCheckReport {
  let schema: String
  let files: [String]
  let problems: [PlaybookProblem]

  func print(_ format: PlaybookCommand.Format, _ shell: Shell) throws {
    switch format {
    case .text:
      shell.print(problems.flatMap { $0.blocks(shell.messages) })
      let key: MessageKey = problems.isEmpty ? "mistake.none" : "mistake.count"
      shell.print([
        .paragraph(
          shell.messages(
            key, ["files": .integer(files.count), "count": .integer(problems.count)]))
      ])
    case .json:
      let document = PlaybookCheckDocument(schema, files, problems, shell.messages)
      shell.output.write(try JSONText.encode(document, pretty: true))
    }
  }
}
