import Localization
import TestSupport
import Testing

extension ProgramTests {
  @Suite("Findings called up one by one") struct FindingsOnDemandTests {}
}

extension ProgramTests.FindingsOnDemandTests {
  @Test("By their number, with the list above the prompt", arguments: ["id", "ja"])
  func numbers(_ code: String) throws {
    let session = try Session(["--practice", "mx-missing-dot"], Words(code), in: Place())
    try session.acceptAll()
    try session.hear("report.id", ["id": .text("target-missing-dot")])
    let prompt = try session.words.prompt("verify")
    try hear("report.index.line", ["numbers": .list(["1"])], session)
    for typed in ["1", "１"] {
      try session.reply(typed, to: prompt)
      try hear("report.index.title", ["number": .integer(1)], session)
      try session.hear("report.fix", [:])
      try session.hear("report.id", ["id": .text("target-missing-dot")])
    }
    // What follows from it says so.
    try session.reply("2", to: prompt)
    try hear("report.index.title", ["number": .integer(2)], session)
    try session.hear("report.index.origin", ["numbers": .list(["1"])])
    for typed in ["f", "ｆ", ":findings"] {
      try session.reply(typed, to: prompt)
      try session.hear("verify.findings", ["count": .integer(3)])
      try hear("report.index.line", ["numbers": .list(["1"])], session)
    }
    try session.reply("999", to: prompt)
    try session.hear("verify.which", ["count": .integer(3)])
    try session.reply("hello", to: prompt)
    try session.hear("verify.typed-unknown", ["typed": .text("hello")])
    // None of this was a look: the story has not moved on.
    try session.goOn("verify")
    try session.hear("report.result.verified", ["domain": .text("mail.example.com")])
  }

  private func hear(_ key: String, _ arguments: [String: Argument], _ session: Session) throws {
    for part in try session.words.parts(key, arguments, around: "title") {
      try session.hear(part)
    }
  }
}
