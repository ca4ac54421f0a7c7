import Foundation
import Localization
import Playbook

/// The playbooks and the list of DNS hosts that the program works with.
struct Shelf {
  /// Every DNS host that is known.
  let dnsHosts: [DNSHost]
  let store: PlaybookStore

  init(_ shell: Shell) throws {
    store = PlaybookStore(resources: shell.resources)
    let file = shell.resources.appending(path: "Playbooks/dns-hosts.yaml").path
    let text = try BoundedFile.text(at: file)
    do {
      dnsHosts = try DNSHost.read(yaml: text)
    } catch {
      throw Failure(
        .malformedFile, "error.yaml", ["file": .text(file), "line": .integer(error.line)])
    }
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
      case .malformed(let faults): throw Failure(faults)
      }
    }
  }
}
