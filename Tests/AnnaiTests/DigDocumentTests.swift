import DNS
import Foundation
import Lab
import TestSupport
import Testing

extension ProgramTests {
  /// `annai dig --format json` against `Schemas/annai.dig.schema.json`.
  @Suite("annai dig: JSON") struct DigDocumentTests {
    private let schema: JSONSchema

    init() throws {
      schema = try JSONSchema(
        contentsOf: Words.root.appending(path: "Schemas/annai.dig.schema.json"))
    }

    /// One object for each lookup, each sound and on a line of its own.
    private func documents(
      _ words: [String], status: Int32 = 0, _ location: SourceLocation = #_sourceLocation
    ) throws -> [JSONValue] {
      let outcome = try Annai.run(["dig", "--format", "json"] + words, in: Place())
      #expect(outcome.status == status, "\(outcome)", sourceLocation: location)
      return try outcome.output.split(separator: "\n").map { line in
        let violations = try schema.violations(in: String(line))
        #expect(violations == [], "\(words)", sourceLocation: location)
        return try JSONValue(String(line))
      }
    }

    private func texts(_ value: JSONValue?, _ key: String) -> [String] {
      guard case .array(let items)? = value else { return [] }
      return items.compactMap { if case .string(let text)? = $0[key] { text } else { nil } }
    }

    @Test func answersOfRealServersHold() async throws {
      let lab = try await SharedLab.lab
      let server = ["@\(lab.authoritative1)", "-p", "\(lab.port)"]
      let found = try documents(
        server + [
          "healthy.com", "MX", "healthy.com", "TXT", "nothing.healthy.com", "A",
          "big.qcloudmail.com",
          "TXT", "-x", "192.0.2.1", "hop1.cnamelong.com", "TXT", "+dnssec", "+nsid",
        ])
      #expect(found.count == 6)
      #expect(found.map { $0["name"] }.first == .string("healthy.com."))
      #expect(texts(found[0]["answer"], "value") == ["10 mxbiz1.qq.com.", "20 mxbiz2.qq.com."])
      #expect(found.map { $0["status"] }[2] == .string("NXDOMAIN"))
      #expect(found.map { $0["overTCP"] }[3] == .bool(true))
      #expect(found.map { $0["type"] }[4] == .string("PTR"))
      #expect(texts(found[5]["answer"], "type").filter { $0 == "CNAME" }.count == 9)
      #expect(found.allSatisfy { $0["error"] == .null && $0["trace"] == .array([]) })
      // Layouts and what `+short` leaves out are for people.
      let short = try documents(server + ["+short", "+multiline", "healthy.com", "MX"])
      #expect(texts(short[0]["answer"], "value") == texts(found[0]["answer"], "value"))
    }

    @Test func aTraceHasItsSteps() async throws {
      let lab = try await SharedLab.lab
      let found = try documents(["+trace", "healthy.com", "MX"] + lab.options)
      guard case .array(let steps)? = found.first?["trace"] else {
        Issue.record("no trace")
        return
      }
      #expect(steps.count == 3)
      #expect(steps.last?["answer"] == found[0]["answer"])
      #expect(
        texts(.array(steps), "serverName") == [
          "a.root-servers.net", "a.gtld-servers.net", "f1g1ns1.dnspod.net",
        ])
      let denied = try documents(["+trace", "nothing.healthy.com", "MX"] + lab.options)
      #expect(denied[0]["status"] == .string("NXDOMAIN"))
    }

    /// Names, data and options full of octets that a terminal would obey or a reader stumble over.
    private static let hostile: [UInt8] =
      Array(0...31) + Array("\"\\<>&'".utf8) + [127, 128, 155, 255] + Array("\u{202E}\u{FEFF}".utf8)

    @Test func hostileOctetsAreEscaped() throws {
      let server = try DigServer { query in
        guard let question = query.question,
          let name = try? DNSName(labels: [Self.hostile, Array("test".utf8)])
        else { return nil }
        var response = Message(response: query)
        let data: [RecordData] = [
          .txt([Self.hostile, []]), .other(Self.hostile), .other([]), .name(name),
          .mx(preference: 1, exchange: name),
        ]
        let types: [UInt16] = [16, 65_280, 45, 5, 15]
        response.answer = zip(types, data).map { type, data in
          ResourceRecord(name: name, type: RecordType(rawValue: type), ttl: .max, data: data)
        }
        response.authority = (0..<300).map { type in
          ResourceRecord(
            name: question.name, type: RecordType(rawValue: [41, 250].contains(type) ? 0 : type),
            ttl: 0, data: [1, 28].contains(type) ? .txt([]) : .other(Self.hostile))
        }.filter {
          // Those with a name in their data would be malformed.
          $0.type.rawValue > 61 && ![64, 65, 107].contains($0.type.rawValue)
        }
        response.ednsOptions = [
          EDNSOption(code: 3, data: Self.hostile),
          EDNSOption(code: 15, data: [0, 6] + Array("a\u{1B}[2J\u{9B}\u{202E}\"\\".utf8)),
          EDNSOption(code: 15, data: [255, 255, 255]),
        ]
        return response
      }
      let words = ["dig", "--format", "json"] + server.words() + ["x.test", "TXT"]
      let outcome = try Annai.run(words, in: Place())
      #expect(outcome.status == 0, "\(outcome)")
      let seen = outcome.output.dropLast().unicodeScalars.allSatisfy { scalar in
        (0x20...0x7E).contains(scalar.value)
      }
      #expect(seen)
      #expect(try schema.violations(in: outcome.output) == [])
      let document = try JSONValue(outcome.output)
      #expect(texts(document["answer"], "type") == ["TXT", "TYPE65280", "IPSECKEY", "CNAME", "MX"])
      #expect(texts(document["extendedErrors"], "text") == ["a\u{1B}[2J\u{9B}\u{202E}\"\\", ""])
      guard case .array(let authority)? = document["authority"] else { return }
      #expect(authority.count > 200)
    }

    @Test func failuresHaveTheirReason() async throws {
      let silent = try SilentPort()
      let closed: UInt16
      do { closed = try SilentPort().number }
      let junk = try DigServer { query in
        // Somebody else's answer.
        var response = Message(response: query)
        response.id &+= 1
        return response
      }
      for (words, error) in [
        (["@127.0.0.1", "-p", "\(silent.number)"], "timedOut"),
        (["@127.0.0.1", "-p", "\(closed)"], "portClosed"), (["-6", "@127.0.0.1"], "unreachable"),
        (junk.words(), "timedOut"),
      ] {
        let found = try documents(
          words + ["+tries=1", "+time=1", "x.com", "A", "y.com"], status: 4)
        #expect(found.map { $0["error"] } == [.string(error), .string(error)])
        #expect(found.map { $0["status"] } == [.null, .null])
      }
      let place = try Place()
      defer { withExtendedLifetime(place) {} }
      // A root at this machine.
      let hints = try place.write("hints", ". 60 NS a.root.\na.root. 60 A 127.0.0.1\n")
      let unreached = try documents(
        ["+trace", "+tries=1", "+time=1", "x.com", "--dns-port", "\(closed)", "--timeout", "1s"]
          + ["--root-hints", hints], status: 4)
      #expect(unreached[0]["error"] == .string("portClosed"))
    }

    /// A schema that lets everything pass would hold too.
    @Test func whatIsNotInTheContractIsFound() async throws {
      let lab = try await SharedLab.lab
      let outcome = try Annai.run(
        [
          "dig", "--format", "json", "@\(lab.authoritative1)", "-p", "\(lab.port)", "healthy.com",
          "MX",
        ],
        in: Place())
      let sound = outcome.output
      #expect(try schema.violations(in: sound) == [])
      for (text, replacement, path) in [
        (#""status":"NOERROR""#, #""status":null"#, ""),
        (#""error":null"#, #""error":"bad""#, "/error"),
        (#""ttl":60"#, #""ttl":-1"#, "/answer/0/ttl"), (#""type":"MX""#, #""type":"m x""#, "/type"),
        (#""schema":"annai.dig/1","#, "", "/schema"), (#""size":"#, #""length":"#, "/length"),
        (#""flags":["qr""#, #""flags":["qr","qr""#, "/flags"),
        (#""value":"10 mxbiz1.qq.com.""#, #""value":"\u001b""#, "/answer/0/value"),
      ] {
        let spoilt = sound.replacingOccurrences(of: text, with: replacement)
        #expect(spoilt != sound, "\(text)")
        let found = try schema.violations(in: spoilt).map(\.path)
        #expect(found.contains(path), "\(text): \(found)")
      }
    }
  }
}
