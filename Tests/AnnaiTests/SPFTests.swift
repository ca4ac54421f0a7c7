import Foundation
import Lab
import Localization
import TestSupport
import Testing

extension ProgramTests {
  /// `annai spf` on a zone with a record for each kind of result.
  @Suite("annai spf") struct SPFTests {
    private static let zone = ##"""
      @ NS f1g1ns1.dnspod.net.
      a A 192.0.2.7
      pass TXT "v=spf1 include:net.spfcases.com -all"
      net TXT "v=spf1 ip4:192.0.2.0/24 ~all"
      explained TXT "v=spf1 -all exp=why.spfcases.com"
      why TXT "%{i} is not ours; ask postmaster@%{d}"
      soft TXT "v=spf1 ip4:192.0.2.9 ~all"
      neutral TXT "v=spf1 ip4:192.0.2.9"
      nothing TXT "no record of that kind"
      two TXT "v=spf1 a:a.spfcases.com -all"
      two TXT "v=spf1 include:net.spfcases.com ~all"
      slip TXT "v=spf1 a:a.spfcases.com ipv4:192.0.2.1 -all"
      wide TXT "v=spf1 include:\239\188\154net.spfcases.com -all"
      hostile TXT "v=spf1 \027[2J\027]0;title\007 -all"
      loop TXT "v=spf1 include:loop.spfcases.com -all"
      deep TXT "v=spf1 include:pass.spfcases.com include:gone.spfcases.com a:a.spfcases.com -all"
      """##

    /// The zone's own server, which stands in for a resolver: nothing here leads out of the zone.
    private static let server = Task {
      let lab = try await SharedLab.lab
      try await lab.setZone("spfcases.com", on: .first, records: zone)
      return "\(lab.authoritative1)#\(lab.port)"
    }

    private func run(_ arguments: [String], in place: Place) async throws -> Annai.Outcome {
      try Annai.run(["spf"] + arguments + ["--server", await Self.server.value], in: place)
    }

    static let results: [(host: String, result: String, status: Int32)] = [
      ("pass", "pass", 0), ("explained", "fail", 1), ("soft", "softfail", 1),
      ("neutral", "neutral", 1), ("nothing", "none", 1), ("gone", "none", 1),
      ("two", "permerror", 1), ("slip", "permerror", 1), ("loop", "permerror", 1),
    ]

    @Test(arguments: results) func theResultDecidesTheStatus(
      _ item: (host: String, result: String, status: Int32)
    ) async throws {
      let place = try Place()
      let arguments = ["\(item.host).spfcases.com", "--ip", "192.0.2.1"]
      for code in Words.codes {
        let run = try await run(arguments + ["--lang", code], in: place)
        #expect(run.status == item.status, "\(run)")
        #expect(run.dialogue == "")
        let words = try Words(code)
        let sentence = try words(
          "spf.result.\(item.result)",
          [
            "domain": .text("\(item.host).spfcases.com"), "address": .text("192.0.2.1"),
          ])
        #expect(run.output.says(sentence), "\(run)")
        #expect(!run.output.contains("spf.") || !run.output.contains("{"), "\(run)")
      }
      let json = try await run(arguments + ["--format", "json"], in: place)
      #expect(json.status == item.status)
      #expect(try object(json.output)["result"] as? String == item.result)
    }

    private func object(_ json: String) throws -> [String: Any] {
      try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    }

    @Test func theDocumentHasEveryKey() async throws {
      let place = try Place()
      let keys: Set = [
        "schema", "domain", "ip", "sender", "helo", "result", "mechanism", "mechanismDomain",
        "problem", "explanation", "lookups", "voidLookups", "trace", "tree", "change",
      ]
      for arguments in [["--ip", "192.0.2.1"], [], ["--add-include", "net.spfcases.com"]] {
        let run = try await run(
          ["pass.spfcases.com", "--format", "json"] + arguments, in: place)
        #expect(Set(try object(run.output).keys) == keys)
      }
      let run = try await run(
        ["pass.spfcases.com", "--ip", "192.0.2.1", "--format", "json"], in: place)
      let document = try object(run.output)
      #expect(document["schema"] as? String == "annai.spf/1")
      #expect(document["mechanism"] as? String == "include:net.spfcases.com")
      #expect(document["lookups"] as? Int == 1 && document["voidLookups"] as? Int == 0)
      #expect(document["sender"] as? String == "postmaster@pass.spfcases.com")
    }

    @Test func theExplanationIsMarkedAsTheDomainsOwn() async throws {
      let place = try Place()
      for code in Words.codes {
        let run = try await run(
          ["explained.spfcases.com", "--ip", "192.0.2.1", "--lang", code], in: place)
        let words = try Words(code)
        #expect(
          run.output.says(
            try words("spf.explanation", ["domain": .text("explained.spfcases.com")])))
        #expect(
          run.output.contains(
            "\"192.0.2.1 is not ours; ask postmaster@explained.spfcases.com\""))
      }
    }

    /// The line with the mark stands under the fault, counted in cells.
    @Test(arguments: ["slip", "wide"]) func theFaultIsMarked(host: String) async throws {
      let place = try Place()
      for code in Words.codes {
        let run = try await run(
          ["\(host).spfcases.com", "--ip", "192.0.2.1", "--lang", code], in: place)
        let lines = run.output.split(separator: "\n").map(String.init)
        let index = try #require(lines.firstIndex { $0.trimmingSpaces.allSatisfy { $0 == "^" } })
        let start = lines[index].prefix { $0 == " " }.count
        let length = lines[index].count - start
        let marked = String(cells(lines[index - 1]).dropFirst(start).prefix(length))
        #expect(marked.hasPrefix(host == "slip" ? "ipv4:192.0.2.1" : "：_"), "\(run)")
        #expect(run.output.contains("RFC 7208"))
        if host == "slip" { #expect(run.output.contains("`ip4:192.0.2.1`")) }
      }
    }

    /// One character for each cell of a line: a wide one is followed by `_`.
    private func cells(_ line: String) -> [Character] {
      line.flatMap { $0.unicodeScalars.allSatisfy { $0.value < 0x1100 } ? [$0] : [$0, "_"] }
    }

    @Test func aScreenReaderHearsThePlaceInTheLine() async throws {
      let run = try await run(
        ["slip.spfcases.com", "--ip", "192.0.2.1", "--accessible"], in: Place())
      #expect(run.output.contains(" >>>ipv4:192.0.2.1<<< -all"), "\(run)")
      #expect(!run.output.contains("^"))
    }

    @Test func aHostileRecordIsShownAndNotObeyed() async throws {
      let place = try Place()
      for arguments in [["--ip", "192.0.2.1"], [], ["--add-include", "net.spfcases.com"]] {
        for format in ["text", "json"] {
          let run = try await run(
            ["hostile.spfcases.com", "--format", format] + arguments, in: place)
          #expect(run.status == 1, "\(run)")
          #expect(!run.output.unicodeScalars.contains(where: isRawControl), "\(run)")
        }
      }
    }

    @Test func aChangeIsOneRecordWithItsCost() async throws {
      let place = try Place()
      for code in Words.codes {
        let words = try Words(code)
        let one = try await run(
          ["soft.spfcases.com", "--add-include", "net.spfcases.com", "--lang", code], in: place)
        #expect(one.status == 0, "\(one)")
        #expect(one.output.contains("  v=spf1 ip4:192.0.2.9 include:net.spfcases.com ~all\n"))
        let counts = try words(
          "spf.change.lookups",
          ["before": .integer(0), "after": .integer(1), "limit": .integer(10)])
        #expect(one.output.says(counts))
      }
      let two = try await run(["two.spfcases.com", "--add-include", "net.spfcases.com"], in: place)
      #expect(
        two.output.contains("  v=spf1 a:a.spfcases.com include:net.spfcases.com ~all\n"), "\(two)")
      let none = try await run(
        ["gone.spfcases.com", "--add-include", "net.spfcases.com", "--ip", "192.0.2.1"], in: place)
      #expect(none.status == 0, "\(none)")
      #expect(none.output.contains("  v=spf1 include:net.spfcases.com ~all\n"))
      let there = try await run(
        ["pass.spfcases.com", "--add-include", "net.spfcases.com"], in: place)
      #expect(there.output.says(try Words("en")("spf.change.none")))
    }

    @Test func aTreeNamesWhatIsBroken() async throws {
      let place = try Place()
      for code in Words.codes {
        let words = try Words(code)
        let run = try await run(["deep.spfcases.com", "--lang", code], in: place)
        #expect(run.status == 1, "\(run)")
        let remark = try words(
          "spf.remark.broken",
          ["term": .text("include:gone.spfcases.com"), "domain": .text("deep.spfcases.com")])
        #expect(run.output.says(remark), "\(run)")
      }
    }

    @Test func silenceEndsInTimeAndIsNoVerdict() throws {
      let place = try Place()
      let silent = try SilentPort()
      let server = ["--server", "127.0.0.1#\(silent.number)", "--timeout", "700ms"]
      for arguments in [["--ip", "192.0.2.1"], [], ["--add-include", "net.example.com"]] {
        let run = try Annai.run(["spf", "example.com"] + arguments + server, in: place)
        #expect(run.status == 4, "\(run)")
      }
    }

    @Test func theSecondResolverIsAskedWhenTheFirstIsSilent() async throws {
      let silent = try SilentPort()
      let run = try await run(
        [
          "pass.spfcases.com", "--ip", "192.0.2.1", "--server", "127.0.0.1#\(silent.number)",
        ], in: Place())
      #expect(run.status == 0, "\(run)")
    }

    @Test(arguments: Words.codes) func whatCannotBeMeantIsSaid(_ code: String) throws {
      let place = try Place()
      for (arguments, key) in [
        (["example.com", "--ip", "192.0.2"], nil),
        (["example.com", "--sender", "a@b.example"], "usage.spf-address"),
        (["a..b", "--ip", "192.0.2.1"], nil), (["example.com", "--add-include", "localhost"], nil),
        (["--ip", "192.0.2.1"], nil),
        (["example.com", "--ip", "192.0.2.1", "--sender", "a@b..example"], nil),
      ] as [([String], String?)] {
        let run = try Annai.run(["spf", "--lang", code] + arguments, in: place)
        #expect(run.status == 64, "\(arguments): \(run)")
        #expect(run.output == "")
        if let key { #expect(run.dialogue.says(try Words(code).error(key))) }
      }
    }

    @Test func theEnvironmentGivesOptionsToo() async throws {
      let run = try Annai.run(
        ["spf", "soft.spfcases.com"], in: Place(),
        environment: [
          "ANNAI_IP": "192.0.2.9", "ANNAI_FORMAT": "json",
          "ANNAI_SERVER": await Self.server.value,
        ])
      #expect(run.status == 0, "\(run)")
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: Substring { drop { $0 == " " } }
}
