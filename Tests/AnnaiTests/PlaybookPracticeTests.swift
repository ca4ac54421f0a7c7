import Localization
import TestSupport
import Testing
import Wizard

extension ProgramTests {
  @Suite("Every playbook in the practice world") struct PlaybookPracticeTests {}
}

extension ProgramTests.PlaybookPracticeTests {
  @Test("Examples lead to the end", arguments: Words.playbooks, Words.codes)
  func healthy(_ id: String, _ code: String) throws {
    let place = try Place()
    let run = try Annai.run(
      ["setup", "--practice", "--no-input", "--playbook", id, "--lang", code], in: place)
    #expect(run.status == 0, "\(run)")
    #expect(run.dialogue.says(try Words(code)("wizard.practice-verified")))
    #expect(try place.savedRun().position == .finished)
    // A text that is missing is shown as its key, and an argument that is missing in its braces.
    #expect(!run.dialogue.contains("playbook."), "\(run)")
    #expect(!run.dialogue.contains("playbooks."), "\(run)")
    #expect(run.dialogue.firstMatch(of: /\{[A-Za-z]+[,}]/) == nil, "\(run)")
  }

  @Test("A held domain is found with every playbook", arguments: Words.playbooks)
  func held(_ id: String) throws {
    let place = try Place()
    let run = try Annai.run(
      ["setup", "--practice", "registry-hold", "--no-input", "--playbook", id], in: place)
    #expect(run.status == 0, "\(run)")
    #expect(run.dialogue.contains("registry-hold"), "\(run)")
  }

  @Test("A story that a playbook cannot tell is refused in one sentence", arguments: Words.codes)
  func noSPF(_ code: String) throws {
    let place = try Place()
    let run = try Annai.run(
      ["setup", "--practice", "spf-multiple", "--playbook", "amazon-ses", "--lang", code],
      in: place)
    #expect(run.status == 64, "\(run)")
    let sentence = try Words(code)(
      "error.practice-playbook",
      ["scenario": .text("spf-multiple"), "playbook": .text("amazon-ses")])
    #expect(run.dialogue.says(sentence), "\(run)")
  }

  @Test("An option is typed as its word or its number, and shown with its meaning")
  func choice() throws {
    let place = try Place()
    let words = try Words("ja")
    let session = try Session(["--practice", "--playbook", "tencent-dms"], words, in: place)
    try session.answer("domain")
    try session.hear(words("playbook.tencent-dms.input.mailType.option.batch"))
    try session.answer("mailType", "３")
    try session.hear(
      "fault.not-an-option", ["typed": .text("3"), "options": .list(["triggered", "batch"])])
    try session.answer("mailType", "\u{15}２")
    try session.terminal.expect("spfValue> ")
    #expect(try place.savedRun().value("mailType") == "batch")
  }
}
