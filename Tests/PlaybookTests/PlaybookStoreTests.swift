import Foundation
import Testing

@testable import Playbook

@Suite final class PlaybookStoreTests {
  private let root: URL
  private let folder: URL
  private let store: PlaybookStore

  init() throws {
    root = FileManager.default.temporaryDirectory
      .appendingPathComponent("playbook-store-\(UUID().uuidString)")
    folder = root.appendingPathComponent("Playbooks")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = PlaybookStore(resources: root)
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  private func write(_ name: String, _ data: Data) throws {
    try data.write(to: folder.appendingPathComponent(name))
  }

  @Test func playbooksAreFoundByName() throws {
    try write("sample.yaml", Data(Sample.yaml.utf8))
    try write("dns-hosts.yaml", Data("x: 1".utf8))
    try write("Notes.txt", Data())
    try write("Bad Name.yaml", Data())
    #expect(try store.ids() == ["sample"])
    #expect(try store.load("sample").id == "sample")
    #expect(throws: PlaybookStore.Fault.unknown("sampel", nearest: "sample")) {
      try store.load("sampel")
    }
    for id in ["../Playbooks/sample", "dns-hosts", "", "/etc/passwd"] {
      #expect(throws: PlaybookStore.Fault.unknown(id, nearest: nil)) { try store.load(id) }
    }
  }

  @Test func theIDIsTheNameOfTheFile() throws {
    try write("other.yaml", Data(Sample.yaml.utf8))
    let fault = fault(1, 1, "id", .otherID(expected: "other"))
    #expect(
      throws: PlaybookStore.Fault.malformed(PlaybookFaults(file: "other.yaml", faults: [fault]))
    ) { try store.load("other") }
  }

  @Test func octetsThatAreNoTextHaveTheirPlace() throws {
    try write("bytes.yaml", Data("id: bytes\nservice: \u{E9}".utf8) + Data([0xFF, 0x0A]))
    let path = folder.appendingPathComponent("bytes.yaml").path
    let fault = fault(2, 11, "", .notUTF8)
    #expect(
      throws: PlaybookStore.Fault.malformed(PlaybookFaults(file: path, faults: [fault]))
    ) { try PlaybookStore.read(path) }
  }

  @Test func filesThatAreNone() throws {
    let pipe = folder.appendingPathComponent("pipe.yaml").path
    #expect(mkfifo(pipe, 0o600) == 0)
    for path in [pipe, folder.path, folder.path + "/none.yaml", "/dev/zero"] {
      #expect(throws: PlaybookStore.Fault.unreadable(path: path)) {
        try PlaybookStore.read(path)
      }
    }
    let nowhere = PlaybookStore(resources: root.appendingPathComponent("nowhere"))
    #expect(throws: PlaybookStore.Fault.self) { try nowhere.ids() }
  }

  @Test func aBigFileIsNotReadWhole() throws {
    try write("big.yaml", Data(repeating: UInt8(ascii: "#"), count: 3 << 20))
    let path = folder.appendingPathComponent("big.yaml").path
    let fault = fault(1, 1, "", .tooBig(limit: Playbook.largestFile))
    #expect(
      throws: PlaybookStore.Fault.malformed(PlaybookFaults(file: path, faults: [fault]))
    ) { try PlaybookStore.read(path) }
  }
}
