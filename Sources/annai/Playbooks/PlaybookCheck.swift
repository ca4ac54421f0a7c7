import Foundation
import Localization
import Playbook

/// Everything that is wrong with one playbook file and with the tables that go with it.
struct PlaybookCheck {
  private(set) var problems: [PlaybookProblem] = []
  /// Whether the file could not be read at all.
  private(set) var isUnreadable = false

  /// Reads a file, and its tables from the folder in which it stands or from the usual resources.
  ///
  /// The rules for all tables are applied to each folder once, however many files are checked.
  init(file: String, resources: URL, checked: inout [URL: [TableProblem]]) throws {
    let url = URL(filePath: file)
    let id = url.deletingPathExtension().lastPathComponent
    let root = Self.resources(of: url) ?? resources
    let general = checked[root] ?? (try? TableCheck(resources: root))?.problems ?? []
    checked[root] = general
    let tables = PlaybookTables(id: id, resources: root, general: general)
    var playbook: Playbook?
    do {
      let read = try PlaybookStore.read(file)
      playbook = read
      if read.id != id {
        let code = PlaybookFault.Code.otherID(expected: id)
        problems.append(
          PlaybookProblem(
            file: file, line: 1, column: 1, path: "id", code: code.name, message: code.message))
      }
    } catch {
      switch error {
      case .unreadable, .unknown:
        isUnreadable = true
        problems.append(PlaybookProblem(unreadable: file))
        return
      case .malformed(let faults):
        problems += faults.faults.map { PlaybookProblem($0, in: file) }
      }
    }
    problems += tables.problems(of: playbook)
  }

  /// The folder above `Playbooks/`, when it holds tables too.
  private static func resources(of file: URL) -> URL? {
    let folder = file.absoluteURL.standardizedFileURL.deletingLastPathComponent()
    guard folder.lastPathComponent == "Playbooks" else { return nil }
    let root = folder.deletingLastPathComponent()
    let english = root.appending(path: "Localizations/en").path
    return FileManager.default.fileExists(atPath: english) ? root : nil
  }
}
