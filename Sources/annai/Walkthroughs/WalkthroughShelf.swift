import Diagnosis
import Foundation
import Localization
import Playbook
import Practice

/// The walkthroughs that come with the program, and whatever file somebody names.
struct WalkthroughShelf {
  private let shell: Shell
  private let folder: URL
  private static let ending = ".yaml"

  init(_ shell: Shell) {
    self.shell = shell
    folder = shell.resources.appending(path: "Playbooks/walkthroughs")
  }

  /// The ids of those that come with the program, sorted.
  func ids() throws(Failure) -> [String] {
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      return names.filter { $0.hasSuffix(Self.ending) }
        .map { String($0.dropLast(Self.ending.count)) }.sorted()
    } catch {
      throw Failure(.unreadableFile, "error.file-unreadable", ["file": .text(folder.path)])
    }
  }

  /// The file that an argument means: a path, or the id of one that comes with the program.
  func path(_ argument: String) -> String {
    let isID = !argument.contains("/") && !argument.hasSuffix(Self.ending)
    return isID ? folder.appending(path: argument + Self.ending).path : argument
  }

  /// Reads a walkthrough; its first mistake is named when it has some.
  func walkthrough(_ path: String) throws(Failure) -> Walkthrough {
    do {
      return try Walkthrough.read(path, vocabulary: vocabulary(beside: path))
    } catch {
      switch error {
      case .unreadable, .unknown:
        throw Failure(.unreadableFile, "error.file-unreadable", ["file": .text(path)])
      case .malformed(let faults): throw Failure(faults, "error.walkthrough")
      }
    }
  }

  /// The words that a walkthrough may use.
  func vocabulary(beside path: String) -> WalkthroughVocabulary {
    let store = PlaybookStore(resources: shell.resources)
    let messages = shell.messages
    let folder = URL(filePath: path).deletingLastPathComponent()
    return WalkthroughVocabulary(
      playbooks: (try? store.ids()) ?? [], scenarios: Scenario.all.map(\.id),
      findings: Rule.all.map(\.id.rawValue), playbook: { try? store.load($0) },
      hasText: { messages.has(MessageKey($0)) },
      hasFile: { FileManager.default.isReadableFile(atPath: folder.appending(path: $0).path) })
  }
}
