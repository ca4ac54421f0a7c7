import Foundation
import Terminal
import Testing

@Suite("Plain input")
struct PlainInputTests {
  /// All events of an input, up to the end.
  private func events(_ octets: [UInt8]) -> [LineEditor.Event] {
    let pipe = Pipe()
    // A thread, not a task: a task may wait for the thread that waits here for what it writes.
    Thread.detachNewThread {
      try? pipe.fileHandleForWriting.write(contentsOf: Data(octets))
      try? pipe.fileHandleForWriting.close()
    }
    let input = PlainInput(fileDescriptor: pipe.fileHandleForReading.fileDescriptor)
    var events: [LineEditor.Event] = []
    repeat { events.append(input.readLine()) } while events.last != .end && events.count < 100
    return events
  }

  @Test("Lines, with or without a last line break")
  func lines() {
    #expect(
      events(Array("a\r\n\n例\nlast".utf8)) == [
        .line("a"), .line(""), .line("例"), .line("last"), .end,
      ])
    #expect(events([]) == [.end])
  }

  @Test("Only a question mark asks for help, of either width")
  func help() {
    #expect(events(Array("?\n？\n??\n".utf8)) == [.help, .help, .line("??"), .end])
  }

  @Test("Not UTF-8 is marked, controls go, letters are composed")
  func text() {
    #expect(events([0xFF, 0x41, 0x1B, 0x0A]) == [.line("\u{FFFD}A"), .end])
    guard case .line(let line) = events(Array("か\u{3099}\n".utf8)).first else {
      Issue.record("no line")
      return
    }
    #expect(line.unicodeScalars.count == 1)
  }

  @Test("A line that is too long is cut, marked, and does not spoil the next")
  func long() {
    let events = events([UInt8](repeating: 0x78, count: 200_000) + Array("\nnext\n".utf8))
    #expect(
      events == [.line(String(repeating: "x", count: 1 << 16) + "\u{FFFD}"), .line("next"), .end])
  }

  @Test("Who waits for something else leaves, but not in the middle of a line")
  func leaving() throws {
    let pipe = Pipe()
    let input = PlainInput(fileDescriptor: pipe.fileHandleForReading.fileDescriptor)
    #expect(input.readLine { true } == .left(text: ""))
    try pipe.fileHandleForWriting.write(contentsOf: Data("one\n".utf8))
    #expect(input.readLine { true } == .line("one"))
    #expect(!input.isTerminal)
  }

  @Test("What comes after the line is left for others")
  func nothingTakenAhead() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("one\ntwo\n".utf8))
    let input = PlainInput(fileDescriptor: pipe.fileHandleForReading.fileDescriptor)
    #expect(input.readLine() == .line("one"))
    #expect(input.pendingInput())
    #expect(pipe.fileHandleForReading.availableData == Data("two\n".utf8))
    #expect(!input.pendingInput())
  }
}
