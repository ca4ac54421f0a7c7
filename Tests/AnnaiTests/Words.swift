import Foundation
import Localization
import Testing

/// The words of a language, from the repository's tables.
struct Words: Sendable, CustomTestStringConvertible {
  let code: String
  private let messages: Messages

  /// The repository, found from this file, so that no stale copy is read.
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let codes = ["en", "id", "ko", "ja"]

  /// The ids of the repository's playbooks.
  static let playbooks: [String] = {
    let folder = root.appending(path: "Playbooks").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") && $0 != "dns-hosts.yaml" }
      .map { String($0.dropLast(5)) }.sorted()
  }()

  init(_ code: String) throws {
    self.code = code
    messages = try Messages(
      language: try #require(Language(code)), resources: Self.root)
  }

  var testDescription: String { code }

  /// A message that the tables of this language have.
  func callAsFunction(
    _ name: String, _ arguments: [String: Argument] = [:],
    _ location: SourceLocation = #_sourceLocation
  ) throws -> String {
    let key = MessageKey(name)
    try #require(messages.has(key), "\(code) lacks \(name)", sourceLocation: location)
    return messages(key, arguments)
  }

  /// The pieces of a message around arguments that a test cannot know.
  func parts(
    _ name: String, _ arguments: [String: Argument], around unknown: String...
  ) throws -> [String] {
    let mark = "\u{1}"
    let marks = unknown.map { ($0, Argument.text(mark)) }
    let whole = try self(name, arguments.merging(marks) { $1 })
    return whole.components(separatedBy: mark)
  }

  /// A text of the playbook.
  func playbook(_ name: String, _ arguments: [String: Argument] = [:]) throws -> String {
    try self("playbook.tencent-ses.\(name)", arguments)
  }

  /// A prompt as it stands before the cursor.
  func prompt(_ name: String) throws -> String { try self("wizard.prompt.\(name)") + "> " }

  /// An error as it is printed, with the program's name.
  func error(_ name: String, _ arguments: [String: Argument] = [:]) throws -> String {
    try self("error.line", ["message": .text(self(name, arguments))])
  }
}

extension String {
  /// Without white space: a sentence compares equal however it was wrapped.
  var unspaced: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { !$0.properties.isWhitespace }))
  }

  /// Contains a sentence, however the sentence was wrapped.
  func says(_ sentence: String) -> Bool { unspaced.contains(sentence.unspaced) }
}
