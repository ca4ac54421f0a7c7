import Foundation
import Terminal
import TestSupport
import Testing

@Suite("Output")
struct OutputTests {
  @Test("Styles only where they are wanted")
  func styles() {
    let always = Output(fileDescriptor: 1, color: .always, environment: { ["NO_COLOR": "1"][$0] })
    #expect(always.styled("x", [.bold, .red]) == "\u{1B}[1;31mx\u{1B}[0m")
    #expect(always.styled("x", []) == "x")
    #expect(always.styled("", .bold).isEmpty)
    let never = Output(fileDescriptor: 1, color: .never, environment: { _ in nil })
    #expect(never.styled("x", .bold) == "x")
  }

  @Test("A pipe is no terminal: no colour, COLUMNS within bounds, else 80")
  func pipe() {
    let pipe = Pipe()
    func output(_ environment: [String: String]) -> Output {
      Output(
        fileDescriptor: pipe.fileHandleForWriting.fileDescriptor, color: .auto,
        environment: { environment[$0] })
    }
    #expect(!output([:]).isTerminal)
    #expect(output([:]).styled("x", .bold) == "x")
    #expect(output([:]).columns == 80)
    #expect(output(["COLUMNS": "132"]).columns == 132)
    #expect(output(["COLUMNS": "3"]).columns == 20)
    #expect(output(["COLUMNS": "99999"]).columns == 500)
    #expect(output(["COLUMNS": "-1"]).columns == 80)
    #expect(output(["COLUMNS": "999999999999999999999"]).columns == 80)
  }

  @Test("All is written, also to a slow reader on a descriptor that does not block")
  func slow() throws {
    let pipe = Pipe()
    let descriptor = pipe.fileHandleForWriting.fileDescriptor
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    let text = String(repeating: "設定", count: 100_000)
    // A thread, not a task: a task may wait for the thread that waits here for a reader.
    Thread.detachNewThread {
      Output(fileDescriptor: descriptor, color: .never, environment: { _ in nil }).write(text)
      try? pipe.fileHandleForWriting.close()
    }
    #expect(try pipe.fileHandleForReading.readToEnd() == Data(text.utf8))
  }

  @Test("A reader who is gone is reported and ends nothing")
  func closed() {
    let pipe = Pipe()
    try? pipe.fileHandleForReading.close()
    let output = Output(
      fileDescriptor: pipe.fileHandleForWriting.fileDescriptor, color: .auto,
      environment: { _ in nil })
    #expect(!output.write("x"))
    #expect(output.write(""))
  }
}
