import Foundation
import Localization
import Playbook

/// The playbooks and the list of DNS hosts that the program works with.
struct Shelf {
  /// Every DNS host that is known.
  let hosts: HostDirectory
  let store: PlaybookStore

  init(_ shell: Shell) {
    store = PlaybookStore(resources: shell.resources)
    hosts = HostDirectory(
      file: shell.resources.appending(path: "Playbooks/dns-hosts.yaml").path)
  }
}

extension Shelf {
  /// The ids of all playbooks, sorted.
  func ids() throws(Failure) -> [String] {
    do {
      return try store.ids()
    } catch {
      let folder = Argument.text("Playbooks")
      throw Failure(.unreadableFile, "error.file-unreadable", ["file": folder])
    }
  }

  /// A playbook by its id; its first mistake is named when it has some.
  func playbook(_ id: String) throws -> Playbook {
    do {
      return try store.load(id)
    } catch {
      switch error {
      case .unknown:
        throw Failure(
          .usage, "error.unknown-playbook",
          ["id": .text(id), "ids": .list((try? store.ids()) ?? [])])
      case .unreadable(let path):
        throw Failure(.unreadableFile, "error.file-unreadable", ["file": .text(path)])
      case .malformed(let faults):
        throw Failure(faults, "error.playbook")
      }
    }
  }
}

extension Failure {
  /// A file with mistakes, of which the first one is named.
  init(_ faults: PlaybookFaults, _ key: MessageKey) {
    let first = faults.faults.first
    self.init(
      .malformedFile, key,
      [
        "file": .text(faults.file), "line": .integer(first?.line ?? 1),
        "column": .integer(first?.column ?? 1), "reason": .text(first?.code.name ?? ""),
      ])
  }
}
