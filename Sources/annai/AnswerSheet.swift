import Foundation
import Localization
import Playbook
import Wizard
import Yams

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
      if let value = shell.environment[Self.variable(input.id)], !value.isEmpty {
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

  /// Reads an answers file: `version: 1`, and `answers:` with one value by question id.
  private static func read(_ path: String) throws -> [String: Entry] {
    let text = try BoundedFile.text(at: path)
    func failure(_ line: Int) -> Failure {
      Failure(.malformedFile, "error.answers", ["file": .text(path), "line": .integer(line)])
    }
    let node: Node?
    do {
      // Answers need no anchors; without them no small file can become a huge value.
      guard !text.contains("&") || !text.contains("*") else { throw failure(1) }
      node = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw failure(Self.line(of: error))
    }
    guard let mapping = node?.mapping else { throw failure(1) }
    for (key, value) in mapping {
      switch key.string {
      case "version" where value.int == 1: continue
      case "answers" where value.mapping != nil: continue
      case "language" where value.string != nil: continue
      default: throw failure(key.mark?.line ?? 1)
      }
    }
    guard let answers = mapping["answers"]?.mapping else { throw failure(1) }
    var entries: [String: Entry] = [:]
    for (key, value) in answers {
      guard let id = key.string, let text = value.string else {
        throw failure(value.mark?.line ?? 1)
      }
      // `null` is a deliberate "none".
      entries[id] = Entry(value: value.null == nil ? text : "", source: .file)
    }
    return entries
  }

  private static func line(of error: YamlError) -> Int {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    default: 1
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
