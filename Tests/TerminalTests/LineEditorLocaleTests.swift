import Foundation
import TestSupport
import Testing

@testable import Terminal

@Suite("The line editor in any locale")
struct LineEditorLocaleTests {
  @Test(
    "Wide prompt, typing and backspace work the same",
    arguments: [
      ["LANG": "C"], [:], ["LANG": "ja_JP.UTF-8"], ["LC_ALL": "POSIX"], ["LANG": "C.UTF-8"],
      ["LC_ALL": "ko_KR.EUC-KR"], ["LANG": "\u{1B}[31m"],
    ])
  func locales(_ variables: [String: String]) throws {
    let terminal = try Probing.start(
      "--prompt", "送信ドメイン> ", prompt: "送信ドメイン> ",
      environment: variables.merging(["TERM": "xterm"]) { $1 })
    try terminal.send("例え도\u{7F}\r")
    try terminal.expectEvent("line <例え>")
  }

  @Test(
    "Without a terminal there is no editor, and it says so",
    arguments: [
      "</dev/null", "| cat",
    ])
  func noTerminal(redirection: String) throws {
    let terminal = try PseudoTerminal.spawn(
      "/bin/sh", arguments: ["-c", "'\(Probing.path.get())' \(redirection)"])
    try terminal.expectEvent("failed not-a-terminal")
  }

  @Test("Descriptors that are closed or no terminals are refused")
  func descriptors() {
    let pipe = Pipe()
    let reading = pipe.fileHandleForReading.fileDescriptor
    for input in [reading, -1, 9999] {
      #expect(throws: TerminalError.notTerminal) {
        try LineEditor(input: input, output: reading)
      }
    }
  }
}
