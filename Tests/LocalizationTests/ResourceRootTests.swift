import Foundation
import Testing

@testable import Localization

@Suite struct ResourceRootTests {
  private static let table = "Localizations/en/core.arb"

  private static func find(
    _ root: URL, _ executable: String, _ environment: [String: String] = [:]
  ) throws(ResourceError) -> String {
    let found = try ResourceRoot.find(
      environment: { environment[$0] }, executable: root.path + "/" + executable)
    return String(found.path.dropFirst(root.resolvingSymlinksInPath().path.count))
  }

  @Test(arguments: [
    ("bin/annai_annai.resources/", "/bin/annai_annai.resources"),
    ("bin/annai_annai.bundle/", "/bin/annai_annai.bundle"), ("share/annai/", "/share/annai"),
  ])
  func besideTheExecutable(folder: String, expected: String) throws {
    try withFolder(["bin/annai": "", folder + Self.table: "{}"]) { root in
      let found = try Self.find(root, "bin/annai")
      #expect(found == expected)
    }
  }

  @Test func nearestFirst() throws {
    try withFolder([
      "bin/annai": "", "bin/annai_annai.bundle/" + Self.table: "{}",
      "share/annai/" + Self.table: "{}",
    ]) { root in
      let found = try Self.find(root, "bin/annai")
      #expect(found == "/bin/annai_annai.bundle")
    }
  }

  @Test func followsLinks() throws {
    try withFolder(["opt/annai/bin/annai": "", "opt/annai/share/annai/" + Self.table: "{}"]) {
      root in
      try FileManager.default.createDirectory(
        at: root.appending(path: "bin"), withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: root.path + "/bin/first", withDestinationPath: "../opt/annai/bin/annai")
      try FileManager.default.createSymbolicLink(
        atPath: root.path + "/bin/annai", withDestinationPath: "first")
      let found = try Self.find(root, "bin/annai")
      #expect(found == "/opt/annai/share/annai")
    }
  }

  @Test func nothingThere() throws {
    try withFolder([
      "bin/annai": "", "bin/annai_annai.resources/Localizations/en/notes.txt": "",
      "share/annai/Localizations/ja/core.arb": "{}",
    ]) { root in
      let bin = root.resolvingSymlinksInPath().path
      #expect(
        throws: ResourceError.notFound(searched: [
          bin + "/bin/annai_annai.resources", bin + "/bin/annai_annai.bundle", bin + "/share/annai",
        ])
      ) { try ResourceRoot.find(environment: { _ in nil }, executable: root.path + "/bin/annai") }
    }
  }

  @Test func executableThatIsNotThere() {
    #expect(throws: ResourceError.notFound(searched: [])) {
      try ResourceRoot.find(environment: { _ in nil }, executable: "/no/such/annai")
    }
  }

  @Test func override() throws {
    try withFolder([
      "bin/annai": "", "share/annai/" + Self.table: "{}", "mine/" + Self.table: "{}",
      "empty/x": "",
    ]) { root in
      let mine = root.path + "/mine"
      let wanted = try ResourceRoot.find(environment: { ["ANNAI_RESOURCES": mine][$0] })
      #expect(wanted.path == mine)
      let unset = try Self.find(root, "bin/annai", ["ANNAI_RESOURCES": ""])
      #expect(unset == "/share/annai")
      // A wrong one is an error although the right one is there.
      for wrong in [root.path + "/empty", root.path + "/none", "/dev/null", "\u{1B}[0m"] {
        #expect(throws: ResourceError.notFound(searched: [wrong])) {
          try Self.find(root, "bin/annai", ["ANNAI_RESOURCES": wrong])
        }
      }
    }
  }

  /// How the program is found where there is no /proc.
  @Test func programByName() throws {
    try withFolder(["a/annai": "no program", "b/annai": "program"]) { root in
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: root.path + "/b/annai")
      try FileManager.default.createSymbolicLink(
        atPath: root.path + "/link", withDestinationPath: "b/annai")
      let real = root.resolvingSymlinksInPath().path + "/b/annai"
      let path = ["PATH": ":\(root.path)/none:\(root.path)/a:\(root.path)/b"]
      #expect(ExecutablePath.named("annai", environment: { path[$0] }) == real)
      #expect(ExecutablePath.named(root.path + "/link", environment: { _ in nil }) == real)
      #expect(ExecutablePath.named("annai", environment: { _ in nil }) == nil)
      #expect(ExecutablePath.named("", environment: { path[$0] }) == nil)
    }
  }

  /// Beside the test's own executable stands the bundle of the built program.
  @Test func runningProgram() throws {
    let found = try ResourceRoot.find(environment: { _ in nil }, executable: nil)
    #expect(found.path.hasPrefix("/"))
    #expect(found.lastPathComponent.hasPrefix("annai_annai."))
  }
}
