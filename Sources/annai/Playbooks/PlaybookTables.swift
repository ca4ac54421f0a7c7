import Foundation
import Localization
import Playbook

/// The tables that go with a playbook, in every language that there is.
struct PlaybookTables {
  let id: String
  let resources: URL
  /// What is wrong in any table by the rules for all of them.
  let general: [TableProblem]

  /// What is wrong in them: by the rules for all tables, and beside the playbook, when it could be
  /// read.
  func problems(of playbook: Playbook?) -> [PlaybookProblem] {
    let name = "/playbooks/\(id).arb"
    let found = general.filter { $0.file.hasSuffix(name) }.map(problem)
    return found + (playbook.map(problems(beside:)) ?? [])
  }

  /// English stands for all: the rules for all tables compare the others with it.
  private func problems(beside playbook: Playbook) -> [PlaybookProblem] {
    let path = "Localizations/en/playbooks/\(id).arb"
    let own = TableContents(resources: resources, path: path)
    let shared = TableContents(resources: resources, path: "Localizations/en/playbooks.arb")
    let keys = playbook.messageKeys
    let ownKeys = own?.entries.map(\.key) ?? []
    let sharedKeys = Set(shared?.entries.map(\.key) ?? [])
    let missing = keys.filter { key in
      !ownKeys.contains(key) && !playbook.tableKeys(key).contains(where: sharedKeys.contains)
    }
    let unused = (own?.entries ?? []).filter { !keys.contains($0.key) }
    let free = unused.map(\.key)
    return missing.map { key in
      problem(
        path, key, code: "missing-text",
        message: ("mistake.missing-text", ["key": .text(key)]),
        nearest: Spelling.nearest(to: key, in: free))
    }
      + unused.map { entry in
        problem(
          path, entry.key, at: entry, code: "unused-text",
          message: ("mistake.unused-text", ["key": .text(entry.key)]),
          nearest: Spelling.nearest(to: entry.key, in: missing))
      } + (own?.entries ?? []).flatMap { placeholders(of: $0, in: path, playbook) }
  }

  private func placeholders(
    of entry: TableContents.Entry, in path: String, _ playbook: Playbook
  ) -> [PlaybookProblem] {
    let known = playbook.placeholders(in: entry.key)
    return entry.placeholders.filter { !known.contains($0) }.map { name in
      problem(
        path, entry.key, at: entry, code: "unknown-placeholder",
        message: ("mistake.unknown-placeholder", ["name": .text(name)]),
        nearest: Spelling.nearest(to: name, in: known.sorted()))
    }
  }

  private func problem(
    _ file: String, _ key: String, at entry: TableContents.Entry? = nil, code: String,
    message: PlaybookProblem.Sentence, nearest: String?
  ) -> PlaybookProblem {
    PlaybookProblem(
      file: file, line: entry?.line ?? 1, column: entry?.column ?? 1, path: key, code: code,
      message: message, hint: nearest.map { ("mistake.nearest", ["word": .text($0)]) })
  }

  private func problem(_ problem: TableProblem) -> PlaybookProblem {
    PlaybookProblem(
      file: problem.file, line: problem.line, column: problem.column, path: problem.key,
      code: problem.code.name,
      message: (
        MessageKey("table.\(problem.code.name)"), ["detail": .text(problem.detail)]
      ))
  }
}
