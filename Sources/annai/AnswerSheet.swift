import Foundation
import Localization
import Playbook
import Wizard

/// Answers that were given beforehand: `--set` before the environment before `--answers`.
struct AnswerSheet {
  /// One answer and where it came from.
  struct Entry: Hashable {
    let value: String
    let source: Run.Source
  }

  private(set) var entries: [String: Entry] = [:]

  /// The values alone, by question id.
  var values: [String: String] { entries.mapValues(\.value) }

  /// Collects the answers; an id that the playbook does not ask for is a failure.
  init(playbook: Playbook, settings: [String], file: String?, _ shell: Shell) throws {
    if let file { entries = try Self.read(file) }
    for input in playbook.inputs {
      // `dkimValue` is ANNAI_DKIM_VALUE in the environment.
      if let value = shell.environment(Self.variable(input.id)), !value.isEmpty {
        entries[input.id] = Entry(value: value, source: .environment)
      }
    }
    for setting in settings {
      guard let equals = setting.firstIndex(of: "=") else {
        throw Failure(.usage, "usage.set", ["setting": .text(setting)])
      }
      let id = String(setting[..<equals])
      let value = String(setting[setting.index(after: equals)...])
      entries[id] = Entry(value: value, source: .flag)
    }
    for id in entries.keys.sorted() where playbook.input(id) == nil {
      throw Failure(
        .usage, "error.unknown-question",
        ["id": .text(id), "ids": .list(playbook.inputs.map(\.id))])
    }
  }

  /// The environment name of a question.
  static func variable(_ id: String) -> String {
    let words = id.reduce(into: "") { name, character in
      if character.isUppercase { name += "_" }
      name += character.uppercased()
    }
    return "ANNAI_" + words
  }

  /// Reads an answers file.
  private static func read(_ path: String) throws -> [String: Entry] {
    let text = try BoundedFile.text(at: path, limit: Answers.largestFile)
    do throws(AnswersFault) {
      return try Answers(yaml: text).values.mapValues { Entry(value: $0, source: .file) }
    } catch {
      throw Failure(
        .malformedFile, "error.answers", ["file": .text(path), "line": .integer(error.line)])
    }
  }
}

extension AnswerSheet {
  /// Puts one answer in, in front of what is there.
  mutating func set(_ id: String, _ value: String, _ source: Run.Source) {
    entries[id] = Entry(value: value, source: source)
  }

  /// Fills what is open with proposals.
  mutating func complete(with proposals: [String: String]) {
    for (id, value) in proposals where entries[id] == nil {
      entries[id] = Entry(value: value, source: .standard)
    }
  }
}
