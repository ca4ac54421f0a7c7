import Lab
import TestSupport
import Testing

extension ProgramTests {
  @Suite("Colours") struct ColorTests {
    /// A switch of style and back.
    static func styledParts(_ text: String) -> [String] {
      text.matches(of: /\u{1B}\[[0-9;]+m([^\u{1B}]*)\u{1B}\[0?m/).map { String($0.1) }
    }

    static func withoutStyles(_ text: String) -> String {
      text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    }

    /// Without the last line, which tells the time.
    static func withoutCost(_ text: String) -> String {
      text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(2)
        .joined(separator: "\n")
    }
  }
}

extension ProgramTests.ColorTests {
  @Test("Without a terminal there are none, unless they are wanted", arguments: Words.codes)
  func noTerminal(_ code: String) async throws {
    let lab = try await SharedLab.lab
    let place = try Place()
    let arguments = ["check", "nodkim.com", "--lang", code] + lab.options
    let plain = try Annai.run(arguments, in: place)
    #expect(!plain.output.contains("\u{1B}"))
    for choice in ["auto", "never"] {
      let run = try Annai.run(arguments + ["--color", choice], in: place)
      #expect(!run.output.contains("\u{1B}"))
    }
    let styled = try Annai.run(arguments + ["--color", "always"], in: place)
    #expect(
      Self.withoutCost(Self.withoutStyles(styled.output)) == Self.withoutCost(plain.output))
    // Words in whole cells or lines, and no switch without its end.
    let parts = Self.styledParts(styled.output)
    #expect(parts.count * 2 == styled.output.count { $0 == "\u{1B}" })
    #expect(parts.allSatisfy { !$0.isEmpty && !$0.contains("\n") })
    let words = try Words(code)
    #expect(parts.contains("[\(try words("record.status.missing"))]"), "\(parts)")
    #expect(!parts.contains { $0.contains("v=DKIM1") })
    // A screen reader is not to be told of colours.
    let accessible = try Annai.run(arguments + ["--color", "always", "--accessible"], in: place)
    #expect(!accessible.output.contains("\u{1B}"))
  }

  @Test(
    "On a terminal the environment decides",
    arguments: [
      ([:], true), (["NO_COLOR": "1"], false), (["NO_COLOR": ""], true), (["TERM": "dumb"], false),
      (["ACCESSIBLE": "1"], false), (["ANNAI_COLOR": "never"], false),
      (["NO_COLOR": "1", "ANNAI_COLOR": "always"], true),
    ])
  func terminal(_ environment: [String: String], _ isStyled: Bool) throws {
    let place = try Place()
    let terminal = try PseudoTerminal.spawn(
      Annai.path.get(), arguments: ["check", "--help"],
      environment: place.environment(environment))
    #expect(try terminal.waitForExit() == .exited(0))
    let text = String(decoding: terminal.transcript, as: UTF8.self)
    #expect(text.contains("annai check"))
    #expect(text.contains("\u{1B}") == isStyled)
    #expect(!Self.withoutStyles(text).contains("\u{1B}"))
  }
}
