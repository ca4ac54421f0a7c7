import Localization
import Playbook

/// The known DNS hosts, read from their file once, and only when somebody wants them.
///
/// The list is long: whoever waits for the network has it read meanwhile.
actor HostDirectory {
  private let file: String
  private var reading: Task<[DNSHost], any Error>?

  init(file: String) { self.file = file }

  /// Begins to read the list, in the background.
  nonisolated func prepare() {
    Task(priority: .utility) { _ = await self.task }
  }

  /// Every host; throws a `Failure` that names the first mistake of the file.
  var all: [DNSHost] {
    get async throws { try await task.value }
  }

  /// A host by its id.
  func host(_ id: String) async throws -> DNSHost {
    if let host = try await all.first(where: { $0.id == id }) { return host }
    throw Failure(.usage, "record.host-no-such", ["id": .text(id)])
  }

  private var task: Task<[DNSHost], any Error> {
    if let reading { return reading }
    let begun = Task.detached(priority: .utility) { [file] in
      let text = try BoundedFile.text(at: file)
      do throws(PlaybookFaults) {
        return try DNSHost.read(yaml: text, file: file)
      } catch {
        throw Failure(error, "error.dns-hosts")
      }
    }
    reading = begun
    return begun
  }
}
