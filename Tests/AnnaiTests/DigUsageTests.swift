import Localization
import TestSupport
import Testing

@testable import annai

extension ProgramTests {
  /// Command lines that cannot be understood: one sentence, in the language of the reader.
  @Suite("annai dig: words and faults") struct DigUsageTests {
    struct Misuse: Sendable, CustomTestStringConvertible {
      let words: [String]
      let key: String
      var values: [String: Argument] = [:]

      var testDescription: String { words.joined(separator: " ").prefix(60).description }
    }

    private static let long = String(repeating: "a", count: 64) + ".com"
    private static let longest = String(repeating: "abcdefghi.", count: 26)

    private static func unknown(_ option: String) -> Misuse {
      Misuse(
        words: [option, "x.com"], key: "error.dig-option", values: ["option": .text(option)])
    }

    private static func unsupported(_ words: [String], _ shown: String) -> Misuse {
      Misuse(words: words, key: "error.dig-unsupported", values: ["option": .text(shown)])
    }

    private static func missing(_ words: [String], _ option: String, _ example: String) -> Misuse {
      Misuse(
        words: words, key: "error.dig-missing",
        values: ["option": .text(option), "example": .text(example)])
    }

    private static func number(
      _ words: [String], _ value: String, _ option: String, _ range: ClosedRange<Int>
    ) -> Misuse {
      Misuse(
        words: words, key: "error.dig-number",
        values: [
          "value": .text(value), "option": .text(option), "low": .integer(range.lowerBound),
          "high": .integer(range.upperBound),
        ])
    }

    private static func value(_ network: String) -> Misuse {
      Misuse(
        words: ["x.com", "+subnet=" + network], key: "error.dig-value",
        values: [
          "value": .text(network), "option": .text("+subnet="), "example": .text("192.0.2.0/24"),
        ])
    }

    private static func name(_ text: String) -> Misuse {
      Misuse(words: ["-q", text], key: "error.dig-name", values: ["name": .text(text)])
    }

    static let misuses: [Misuse] =
      ["+nonsense", "+no", "+nobufsize=5", "+short=1", "-Z", "-é"].map(unknown) + [
        Misuse(words: ["-"], key: "error.dig-option", values: ["option": .text("-")]),
        unsupported(["-b", "127.0.0.1", "x.com"], "-b"), unsupported(["-y", "a:b", "x.com"], "-y"),
        unsupported(["x.com", "+nssearch"], "+nssearch"),
        missing(["x.com", "+subnet"], "+subnet=", "+subnet=192.0.2.0/24"),
        missing(["x.com", "+subnet="], "+subnet=", "+subnet=192.0.2.0/24"),
        value("192.0.2"), value("192.0.2.0/"), value("192.0.2.0/129"), value("192.0.2.0/2x"),
        value("office"), value(".1/8"), value("1.2.3.4.5/8"),
        unsupported(["x.com", "AXFR"], "AXFR"), unsupported(["x.com", "-t", "ixfr=7"], "ixfr=7"),
        unsupported(["ch", "txt", "version.bind"], "ch"),
        unsupported(["-c", "CH", "version.bind"], "-c CH"),
        missing(["x.com", "-t"], "-t", "-t MX"), missing(["-x"], "-x", "-x 192.0.2.1"),
        missing(["-q"], "-q", "-q example.com"), missing(["x.com", "-p"], "-p", "-p 53"),
        missing(["x.com", "@"], "@", "@192.0.2.1"),
        missing(["+time", "x.com"], "+time=", "+time=5"),
        missing(["-f"], "-f", "-f names.txt"),
        number(["-p", "0", "x.com"], "0", "-p", 1...65_535),
        number(["-p", "+53", "x.com"], "+53", "-p", 1...65_535),
        number(["+tries=many", "x.com"], "many", "+tries=", 0...20),
        number(["+time=301", "x.com"], "301", "+time=", 0...300),
        number(["+bufsize=65536", "x.com"], "65536", "+bufsize=", 0...65_535),
        number(
          ["+split=99999999999999999999", "x.com"], "99999999999999999999", "+split=", 0...1023),
        Misuse(
          words: ["-t", "NOTYPE", "x.com"], key: "error.dig-type",
          values: ["value": .text("NOTYPE")]),
        Misuse(
          words: ["-x", "256.1.1.1"], key: "error.dig-address",
          values: ["value": .text("256.1.1.1")]),
        Misuse(
          words: ["-x", "example.com"], key: "error.dig-address",
          values: ["value": .text("example.com")]),
        Misuse(
          words: ["@a..b", "x.com"], key: "error.dig-server", values: ["value": .text("a..b")]),
        Misuse(words: ["-4", "-6", "x.com"], key: "error.dig-families"),
        name("a..b"), name(long), name(longest), name(#"a\300.com"#),
        Misuse(
          words: Array(repeating: "x.com", count: 1001), key: "error.dig-many",
          values: ["limit": .integer(1000)]),
        Misuse(
          words: ["--format", "xml", "x.com"], key: "usage.invalid-value",
          values: ["value": .text("xml"), "option": .text("--format")]),
        Misuse(
          words: [String(repeating: "b", count: 100_000)], key: "error.dig-name",
          values: ["name": .text(String(repeating: "b", count: 80) + "...")]),
      ]

    @Test(arguments: misuses) func oneSentenceSaysWhatToDo(_ misuse: Misuse) throws {
      let place = try Place()
      for code in Words.codes {
        let outcome = try Annai.run(["dig", "--lang", code] + misuse.words, in: place)
        #expect(outcome.status == 64, "\(outcome)")
        #expect(outcome.output.isEmpty)
        let sentence = try Words(code).error(misuse.key, misuse.values)
        #expect(outcome.dialogue.unspaced == sentence.unspaced, "\(code)")
      }
    }

    /// Every word of theirs that speaks of options is one sentence.
    @Test(arguments: Words.codes) func faultsAreOneSentenceEach(code: String) throws {
      let words = try Words(code)
      for misuse in Self.misuses where misuse.key.hasPrefix("error.dig-") {
        let shown = misuse.values.mapValues { _ in Argument.text("X") }
        let text = try words(
          misuse.key, shown.merging(["low": .integer(1), "high": .integer(2)]) { $1 })
        let ends = text.matches(of: #/[.。] ?(?=[^`a-z0-9]|$)/#).count
        #expect(ends <= 1, "\(code) \(misuse.key): \(text)")
      }
    }

    @Test func hostileWordsAreMadeVisible() throws {
      let place = try Place()
      for words in [["+\u{1B}[2J"], ["-t", "\u{1B}]0;x\u{7}"], ["@\u{9B}2J"], ["-x", "\u{202E}"]] {
        let outcome = try Annai.run(["dig"] + words, in: place)
        #expect(outcome.status == 64)
        let unseen = outcome.dialogue.unicodeScalars.filter {
          $0 != "\n"
            && ($0.properties.generalCategory == .control
              || $0.properties.generalCategory == .format)
        }
        #expect(unseen.isEmpty, "\(outcome.dialogue.debugDescription)")
      }
    }

    @Test func aFileThatCannotBeReadIsNamed() throws {
      let place = try Place()
      let outcome = try Annai.run(["dig", "-f", "/nonexistent/names"], in: place)
      #expect(outcome.status == 66)
      #expect(outcome.dialogue.contains("/nonexistent/names"))
      let nested = try place.write("nested.txt", "-f other.txt\n")
      #expect(try Annai.run(["dig", "-f", nested], in: place).status == 64)
      let octets = try place.write("octets.txt", [0xFF, 0xFE, 10])
      #expect(try Annai.run(["dig", "-f", octets], in: place).status == 65)
    }

    /// The help names every option that there is, once, and no other.
    @Test(arguments: Words.codes) func theHelpNamesEveryOption(code: String) throws {
      let text = try Words(code)("argument.dig")
      let named = text.matches(of: #/\+[a-z]{2,}=?/#).map { String(text[$0.range]) }
      let synonyms = ["vc", "rdflag", "do", "cd", "ad", "ttl", "cl", "timeout", "retries"]
      let harmless = [
        "badcookie", "besteffort", "ednsnegotiation", "keepopen", "mapped", "onesoa",
      ]
      let expected = DigOption.all.filter { option in
        !option.isRefused && !synonyms.contains(option.name) && !harmless.contains(option.name)
      }.map { option in
        let needsValue = option.set == nil || ["bufsize", "split"].contains(option.name)
        return "+" + option.name + (needsValue ? "=" : "")
      }
      #expect(named.sorted() == expected.sorted())
      for letter in ["-4", "-6", "-c", "-f", "-p", "-q", "-t", "-u", "-x"] {
        #expect(text.contains(letter), "\(letter)")
      }
      let page = try Annai.run(["dig", "--help", "--lang", code], in: Place())
      #expect(page.output.says(text))
    }

    /// What `dig` knows and annai does not is refused by name, not as something unheard of.
    @Test func everyOptionOfDigIsKnown() throws {
      let pair = try DigPair()
      let help = try pair.dig(["-h"]).output
      let names = help.matches(of: #/\+(?:\[no\])?([a-z0-9-]+)/#).map { String($0.output.1) }
      #expect(names.count > 60)
      for name in names where !name.hasPrefix("no") && name != "keyword" {
        #expect(DigOption.all.contains { $0.name == name }, "\(name)")
      }
    }
  }
}
