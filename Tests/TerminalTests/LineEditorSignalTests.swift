import Foundation
import TestSupport
import Testing

@Suite("Signals and the line editor")
struct LineEditorSignalTests {
  @Test(
    "A signal ends the reading and the terminal is restored",
    arguments: [
      SIGTERM, SIGHUP, SIGINT,
    ])
  func ending(number: Int32) throws {
    let terminal = try Probing.start()
    try terminal.send("記録")
    try terminal.expect("録")
    #expect(try terminal.modes != Probing.untouchedModes())
    terminal.signal(number)
    try terminal.expectEvent("signal \(number)")
    #expect(try terminal.waitForExit() == .exited(128 + number))
    #expect(try terminal.modes == Probing.untouchedModes())
    #expect(String(decoding: terminal.transcript, as: UTF8.self).contains("\u{1B}[?2004l"))
  }

  @Test("The terminal is restored after each answer and event", arguments: ["quit\r", "\u{4}"])
  func restored(keys: String) throws {
    let terminal = try Probing.start()
    for (keys, event) in [("a\r", "line <a>"), ("b\u{3}", "interrupt"), ("\u{1B}[Z", "back")] {
      try terminal.send(keys)
      try terminal.expectEvent(event)
      try terminal.expect("> ")
    }
    try terminal.send(keys)
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(try terminal.modes == Probing.untouchedModes())
  }

  @Test("A signal that was ignored from the start stays ignored")
  func nohup() throws {
    let terminal = try PseudoTerminal.spawn(
      "/bin/sh", arguments: ["-c", "trap '' HUP; exec \"$0\"", Probing.path.get()])
    try terminal.expect("> ")
    terminal.signal(SIGHUP)
    try terminal.send("on\r")
    try terminal.expectEvent("line <on>")
  }

  @Test("Another size asks again with what was typed")
  func resize() throws {
    let terminal = try Probing.start()
    try terminal.send("送信abc")
    try terminal.expect("abc")
    for columns in [40, 41, 120] { terminal.resize(columns: columns, rows: 24) }
    try terminal.expectEvent("resized <送信abc>")
    try terminal.expect("送信abc")
    try terminal.send("d\r")
    try terminal.expectEvent("line <送信abcd>")
  }

  @Test("Ctrl-Z stops the job, fg goes on with what was typed")
  func suspend() throws {
    let shell = try PseudoTerminal.spawn(
      "/bin/bash", arguments: ["--norc", "--noprofile", "-i"],
      environment: ["TERM": "dumb", "LANG": "C.UTF-8", "PS1": "shell$ ", "HISTFILE": ""])
    try shell.expect("shell$ ")
    try shell.send("'\(Probing.path.get())' --prompt 'ask> '\r")
    try shell.expect("\nask> ")
    try shell.send("記録x\u{1B}[D\u{1A}")
    try shell.expect("Stopped")
    try shell.expect("shell$ ")
    try shell.send("echo cooked; fg\r")
    try shell.expect("\ncooked\r\n")
    try shell.expectEvent("suspended <記録x>")
    try shell.expect("ask> ")
    try shell.send("y\rquit\r")
    try shell.expectEvent("line <記録xy>")
    try shell.expect("shell$ ")
    try shell.send("exit 7\r")
    #expect(try shell.waitForExit() == .exited(7))
  }

  @Test("Where nobody could continue it, Ctrl-Z only asks again")
  func orphan() throws {
    let terminal = try Probing.start()
    try terminal.send("abc\u{1A}")
    try terminal.expectEvent("suspended <abc>")
    try terminal.send("d\r")
    try terminal.expectEvent("line <abcd>")
  }

  @Test("Plain input takes Ctrl-C and signals too")
  func plain() throws {
    let terminal = try PseudoTerminal.spawn(Probing.path.get(), arguments: ["--plain"])
    try terminal.send("例\r")
    try terminal.expectEvent("line <例>")
    terminal.signal(SIGINT)
    try terminal.expectEvent("interrupt")
    try terminal.send("\u{4}")
    try terminal.expectEvent("end")
    #expect(try terminal.waitForExit() == .exited(0))
  }
}
