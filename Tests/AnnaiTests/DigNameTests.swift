import DNS
import Foundation
import Localization
import TestSupport
import Testing

extension ProgramTests {
  /// Names with letters outside ASCII, typed and printed, as `dig` handles them.
  @Suite("annai dig: internationalized names") struct DigNameTests {
    /// Says which name was asked for, and three aliases with A-labels.
    private static func answer(_ query: Message) -> Message? {
      var response = Message(response: query)
      guard let question = query.question else { return response }
      response.answer = ["xn--mnchen-3ya.de", "_dmarc.xn--r8jz45g.jp", "xn--iny-zx5a.com"]
        .compactMap {
          guard let name = try? DNSName($0) else { return nil }
          return ResourceRecord(
            name: name, type: .mx, ttl: 60, data: .mx(preference: 1, exchange: question.name))
        }
      return response
    }

    /// A terminal is where `dig` converts names by itself; options ask for it anywhere.
    private static let converting = ["+idnin", "+idnout"]

    @Test(arguments: [
      "münchen.lab", "MÜNCHEN.lab", "faß.lab", "日本語。jp", "_dmarc.한국", "a_b.münchen.lab", "☃.lab",
      "xn--mnchen-3ya.lab", "plain.lab",
    ])
    func namesGoInAndComeOutAsWithDig(_ name: String) throws {
      let server = try DigServer(Self.answer)
      let pair = try DigPair(["LC_ALL": "C.UTF-8"])
      for words in [["+short"], ["+noall", "+question", "+answer"], ["+multiline"]] {
        try pair.expectSame(server.words() + Self.converting + words + [name, "MX"])
        try pair.expectSame(server.words() + ["+idnin"] + words + [name, "MX"])
        // Through a pipe nothing is converted: the octets are the name.
        try pair.expectSame(server.words() + words + [name, "MX"])
      }
      let labels = server.queries.compactMap { $0.question?.name.description }
      #expect(labels.count == 18)
    }

    /// Where the letters cannot be shown, the A-labels are; `dig` says so on the other stream.
    @Test func aPlainLocaleShowsLettersOfASCIIOnly() throws {
      let server = try DigServer(Self.answer)
      for environment in [["LC_ALL": "C"], ["LANG": "POSIX"], [:]] {
        let pair = try DigPair(environment)
        let words = server.words() + ["+idnout", "+short", "xn--mnchen-3ya.lab", "MX"]
        let (theirs, ours) = (try pair.dig(words), try pair.annai(words))
        #expect(ours.output == theirs.output && !ours.output.isEmpty)
        #expect(ours.output.utf8.allSatisfy { $0 < 0x80 })
        #expect(ours.dialogue.isEmpty && ours.status == 0)
      }
    }

    /// What `dig` refuses to print at all is shown as it is.
    @Test(arguments: ["xn--a", "xn--zzzzzzzz", "xn--0ca24w"]) func whatIsNoNameStays(
      _ label: String
    ) throws {
      let server = try DigServer(Self.answer)
      let pair = try DigPair(["LC_ALL": "C.UTF-8"])
      let words = server.words() + ["+noidnin", "+idnout", "+short", "\(label).lab", "MX"]
      let ours = try pair.annai(words)
      #expect(ours.output == Array(repeating: "1 \(label).lab.\n", count: 3).joined())
      #expect(try pair.dig(words).status != 0)
    }

    /// On a terminal both convert unless they are told not to.
    @Test(arguments: [[:], ["IDN_DISABLE": "1"]]) func aTerminalShowsTheLetters(
      _ more: [String: String]
    ) throws {
      let server = try DigServer(Self.answer)
      let place = try Place()
      let environment = place.environment(["LC_ALL": "C.UTF-8"].merging(more) { $1 })
      let words = server.words() + ["+nocookie", "+nocmd", "+nostats", "+short"]
      let outputs = try [
        ("/usr/bin/env", ["dig"]), (try Annai.path.get(), ["dig"]),
      ].map { program, first in
        let terminal = try PseudoTerminal.spawn(
          program, arguments: first + words + ["münchen.lab", "MX"], environment: environment)
        #expect(try terminal.waitForExit() == .exited(0))
        return String(decoding: terminal.transcript, as: UTF8.self)
      }
      #expect(outputs[0] == outputs[1])
      #expect(outputs[0].contains("münchen") == more.isEmpty)
    }

    @Test func lettersThatAreNoNameAreRefused() throws {
      let place = try Place()
      for name in ["münchen..lab", String(repeating: "ü", count: 64) + ".lab", "à\u{5D0}.com"] {
        let outcome = try Annai.run(["dig", "+idnin", "--lang", "en", name], in: place)
        #expect(outcome.status == 64)
        #expect(
          outcome.dialogue.unspaced
            == (try Words("en").error("error.dig-name", ["name": .text(name)])).unspaced)
      }
    }
  }
}
