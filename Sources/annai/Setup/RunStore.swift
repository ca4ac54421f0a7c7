import Foundation
import Localization
import Wizard

/// Keeps runs on disk: one folder a run under `$XDG_STATE_HOME/annai/runs`.
struct RunStore {
  /// More runs than this are not looked at when the latest one is wanted.
  static let mostRuns = 10_000
  private static let file = "state.json"

  private let folder: URL

  init(environment: (String) -> String?) {
    let state: URL
    // XDG Base Directory Specification 0.8: a relative path is to be ignored.
    if let path = environment("XDG_STATE_HOME"), path.hasPrefix("/") {
      state = URL(filePath: path)
    } else {
      state = URL(filePath: environment("HOME") ?? NSHomeDirectory())
        .appending(path: ".local/state")
    }
    folder = state.appending(path: "annai/runs")
  }

  /// A new id: four octets from the system's generator, in hexadecimal.
  static func newID() -> String {
    let number = UInt32.random(in: .min ... .max)
    let text = String(number, radix: 16)
    return String(repeating: "0", count: 8 - text.count) + text
  }

  /// Writes a run so that a kill at any moment leaves the old or the new file, whole.
  func save(_ run: Run) throws {
    let place = folder.appending(path: run.id)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      // Answers are nobody else's business.
      try FileManager.default.createDirectory(
        at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let path = place.appending(path: Self.file).path
      let temporary = path + ".new"
      guard
        FileManager.default.createFile(
          atPath: temporary, contents: try encoder.encode(run),
          attributes: [.posixPermissions: 0o600]), rename(temporary, path) == 0
      else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      throw Failure(.unreadableFile, "error.cannot-save", ["file": .text(place.path)])
    }
  }

  /// The path of a file beside a run.
  func path(of name: String, for run: Run) throws -> String {
    let place = folder.appending(path: run.id)
    try FileManager.default.createDirectory(
      at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return place.appending(path: name).path
  }

  /// Keeps a text beside a run, for nobody else to read; an older one of the same name goes.
  func keep(_ text: String, named name: String, for run: Run) throws -> String {
    let path = try path(of: name, for: run)
    let temporary = path + ".new"
    guard
      FileManager.default.createFile(
        atPath: temporary, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600]),
      rename(temporary, path) == 0
    else { throw Failure(.unreadableFile, "error.cannot-save", ["file": .text(path)]) }
    return path
  }

  /// Reads a run by its id; without one, the run that was written last and is not finished.
  func load(_ id: String?) throws -> Run {
    guard let id else { return try latest() }
    guard !id.isEmpty, id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else {
      throw Failure(.usage, "error.run-id", ["id": .text(id)])
    }
    let path = folder.appending(path: id).appending(path: Self.file).path
    let text = try BoundedFile.text(at: path)
    do {
      let run = try JSONDecoder().decode(Run.self, from: Data(text.utf8))
      guard run.schema == Run.currentSchema, run.id == id else {
        throw Self.malformed(path, line: 1)
      }
      return run
    } catch is DecodingError {
      throw Self.malformed(path, line: Self.line(of: text))
    }
  }

  private func latest() throws -> Run {
    let ids = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let runs = ids.prefix(Self.mostRuns).compactMap { try? load($0) }
    guard
      let run = runs.filter({ $0.position != .finished }).max(by: { $0.changedAt < $1.changedAt })
    else { throw Failure(.unreadableFile, "error.no-run", ["file": .text(folder.path)]) }
    return run
  }

  private static func malformed(_ path: String, line: Int) -> Failure {
    Failure(.malformedFile, "error.run-file", ["file": .text(path), "line": .integer(line)])
  }
}

extension RunStore {
  /// The line of the first octet that is not JSON; 1 when it is JSON of another kind.
  ///
  /// `JSONDecoder` does not say where it stopped, the older parser does.
  private static func line(of text: String) -> Int {
    do {
      _ = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
      return 1
    } catch {
      let words = (error as NSError).userInfo["NSDebugDescription"] as? String ?? ""
      let offset = Int(words.filter(\.isNumber)) ?? text.utf8.count
      return 1 + text.utf8.prefix(offset).count { $0 == UInt8(ascii: "\n") }
    }
  }
}
