import Foundation
import Testing

extension ProgramTests {
  @Suite("Installed") struct InstallationTests {
    /// What `make install PREFIX=...` makes.
    static func install(in place: Place) throws -> String {
      try place.makeFolder("prefix/bin")
      try FileManager.default.copyItem(
        atPath: Annai.path.get(), toPath: place.file("prefix/bin/annai"))
      _ = try place.copyResources(to: "prefix/share/annai")
      return place.file("prefix/bin/annai")
    }
  }
}

extension ProgramTests.InstallationTests {
  @Test("It finds its tables through a symbolic link, from any folder")
  func link() throws {
    let place = try Place()
    let program = try Self.install(in: place)
    let folder = try place.makeFolder("elsewhere")
    let link = "\(folder)/annai-link"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "../prefix/bin/annai")
    // A folder of this name beside the link is not the program's.
    try place.makeFolder("share/annai/Localizations/en")
    for path in [program, link] {
      for code in Words.codes {
        let run = try Annai.run(
          ["practice", "list", "--lang", code], in: place, folder: folder, program: path)
        #expect(run.status == 0, "\(run)")
        #expect(run.output.says(try Words(code)("practice.healthy.story")))
      }
    }
    let journey = try Annai.run(
      ["setup", "--practice", "--no-input"], in: place, folder: "/", program: link)
    #expect(journey.status == 0, "\(journey)")
  }

  @Test("Without its tables it says where it looked")
  func alone() throws {
    let place = try Place()
    let program = try Self.install(in: place)
    try FileManager.default.removeItem(atPath: place.file("prefix/share"))
    let run = try Annai.run(["--help"], in: place, program: program)
    #expect(run.status == 66, "\(run)")
    #expect(run.output == "")
    #expect(run.dialogue.hasPrefix("annai: "))
    #expect(run.dialogue.contains("prefix/share/annai"))
    // It runs from such a place when it is told where they are.
    let told = try Annai.run(
      ["--version"], in: place, environment: ["ANNAI_RESOURCES": Words.root.path],
      program: program)
    #expect(told.status == 0, "\(told)")
  }
}
