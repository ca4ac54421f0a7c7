import Foundation
import Playbook

/// The playbooks and the list of DNS hosts that the program works with.
struct Shelf {
  /// Every DNS host that is known.
  let dnsHosts: [DNSHost]
  private let store: PlaybookStore

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
