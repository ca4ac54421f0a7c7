import Foundation
import Localization
import TestSupport
import Testing
import Wizard

/// The wizard on a terminal, and a person who speaks one language before it.
final class Session {
  let words: Words
  let terminal: PseudoTerminal
  private let place: Place

  /// So long a test waits before it fails; no test that passes depends on it.
  static let patience = Duration.seconds(20)

  /// The questions of the playbook in the order in which they are asked.
  static let questions = ["domain", "dkimHost", "dkimValue", "mailServer", "reportAddress"]

  /// Starts `annai setup` in a language.
  init(
    _ arguments: [String], _ words: Words, in place: Place, columns: Int = 80, rows: Int = 24
  ) throws {
    self.words = words
    self.place = place
    terminal = try Annai.start(
      ["setup", "--lang", words.code] + arguments, in: place, columns: columns, rows: rows)
  }

  /// Starts `annai setup` in a shell that has jobs, so that the program can be stopped.
  init(inShell arguments: [String], _ words: Words, in place: Place) throws {
    self.words = words
    self.place = place
    let more = ["PS1": Self.shellPrompt, "HISTFILE": "", "NO_COLOR": "1", "LANG": "C.UTF-8"]
    terminal = try PseudoTerminal.spawn(
      "/bin/bash", arguments: ["--norc", "--noprofile", "--noediting", "-i"],
      environment: place.environment(more))
    try terminal.expect(Self.shellPrompt, within: Self.patience)
    let words = [try Annai.path.get(), "setup", "--lang", words.code] + arguments
    try terminal.send(words.map { "'\($0)'" }.joined(separator: " ") + "\r")
  }

  /// What the shell shows when it waits.
  static let shellPrompt = "shell$ "

  /// Presses Ctrl-Z, looks whether the shell has its terminal, and lets the program go on.
  func suspend() throws {
    try terminal.send("\u{1A}")
    try terminal.expect("Stopped", within: Self.patience)
    try terminal.expect(Self.shellPrompt, within: Self.patience)
    // The shell takes a line as it is typed, and shows it: the terminal is as it was.
    try terminal.send("echo coo''ked; fg\r")
    try terminal.expect("\ncooked\r\n", within: Self.patience)
  }

  /// Waits for a sentence in what came since the last reply, however it is wrapped.
  func hear(_ sentence: String) throws {
    let pattern = sentence.unspaced.map { character -> String in
      let isPlain = !character.isASCII || character.isLetter || character.isNumber
      return isPlain ? String(character) : "\\\(character)"
    }
    let regex = try Regex(pattern.joined(separator: "\\s*"))
    do {
      try terminal.expect(regex, within: Self.patience)
    } catch PseudoTerminal.Failure.missing(_, let shown) {
      throw PseudoTerminal.Failure.missing(sentence, shown: shown)
    }
  }

  /// Waits for a message of the tables.
  func hear(_ key: String, _ arguments: [String: Argument]) throws {
    try hear(words(key, arguments))
  }

  /// Waits for a prompt and types a line.
  func reply(_ text: String = "", to prompt: String) throws {
    try terminal.expect(prompt, within: Self.patience)
    try terminal.send(text + "\r")
  }

  /// Waits for a question and answers it.
  func answer(_ question: String, _ text: String = "") throws {
    try reply(text, to: "\(question)> ")
  }

  /// Goes on at a place that is no question.
  ///
  /// On a narrow screen the prompt itself is wrapped.
  func goOn(_ prompt: String) throws {
    try hear(words.prompt(prompt))
    try terminal.send("\r")
  }

  /// Takes what is proposed at every question from this one on, and the records too.
  func acceptAll(from first: String = "domain") throws {
    for question in Self.questions.drop(while: { $0 != first }) { try answer(question) }
    try goOn("records")
  }

  /// From a check without problems to the end.
  func finish() throws {
    try goOn("review")
    try hear("wizard.practice-verified", [:])
  }

  /// Pastes as a terminal does that encloses what is pasted.
  static func bracketed(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }
}

extension Place {
  /// The saved runs, as the program's own type.
  func savedRuns() throws -> [Run] {
    let folder = URL(filePath: "\(path)/state/annai/runs")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).map { id in
      let file = folder.appending(path: id).appending(path: "state.json")
      return try JSONDecoder().decode(Run.self, from: Data(contentsOf: file))
    }
  }

  /// The only saved run.
  func savedRun() throws -> Run {
    let runs = try savedRuns()
    guard let run = runs.first, runs.count == 1 else { throw Unexpected(count: runs.count) }
    return run
  }

  struct Unexpected: Error { let count: Int }
}
