import DNS
import Diagnosis
import Foundation
import Localization
import Report
import Testing

@testable import Inspection

/// Whatever a case file holds, reading it ends with a case or with one reason.
@Suite struct HostileCaseTests {
  private func error(_ json: [UInt8]) -> CaseFileError? {
    do throws(CaseFileError) {
      _ = try CaseFile(json: json)
      return nil
    } catch { return error }
  }

  private func error(_ json: String) -> CaseFileError? { error(Array(json.utf8)) }

  @Test(arguments: [
    ("", CaseFileError.notJSON), ("{", .notJSON), ("annai", .notJSON), ("{\"schema\":}", .notJSON),
    ("\u{0}", .notJSON), ("{\"schema\":\"annai.case/1\"}\u{0}", .notJSON),
    ("{\"a\":1e999}", .notJSON), ("[]", .notACase), ("null", .notACase), ("1", .notACase),
    ("\"annai.case/1\"", .notACase), ("{}", .notACase), ("{\"schema\":1}", .notACase),
    ("{\"schema\":\"annai.check/1\"}", .notACase), ("{\"schema\":\"annai.case/\"}", .notACase),
    ("{\"schema\":\"annai.case/0\"}", .notACase), ("{\"schema\":\"annai.case/-1\"}", .notACase),
    ("{\"schema\":\"annai.case/1x\"}", .notACase),
    ("{\"schema\":\"annai.case/2\"}", .newer("annai.case/2")),
    ("{\"schema\":\"annai.case/1\"}", .malformed(at: "program")),
    (
      "{\"schema\":\"annai.case/1\",\"a\":[99999999999999999999]}", .excessive("number")
    ),
    ("{\"schema\":\"annai.case/1\",\"a\":{\"b\":-253402300800}}", .excessive("number")),
    ("{\"schema\":\"annai.case/1\",\"a\":1e15}", .excessive("number")),
  ]) func whatIsNoCase(json: String, expected: CaseFileError) {
    #expect(error(json) == expected)
  }

  @Test func textThatIsNotUTF8() throws {
    #expect(error([0x7B, 0xFF, 0x7D]) == .notJSON)
    let text = "{\"schema\":\"annai.case/1\"}"
    #expect(error(text.utf16.flatMap { [UInt8($0), 0] }) == .notJSON)
    #expect(error([0xFE, 0xFF] + text.utf16.flatMap { [0, UInt8($0)] }) == .notJSON)
  }

  /// A hundred megabytes of depth or of values are refused by counting, not by reading.
  @Test(arguments: ["[", "{\"a\":", "[[1],"]) func depthIsCounted(part: String) {
    let json = "{\"schema\":\"annai.case/1\",\"a\":" + String(repeating: part, count: 1_000_000)
    #expect(error(json) == .excessive("depth"))
  }

  @Test(arguments: ["1,", "[],", "\"\","]) func valuesAreCounted(part: String) {
    let json = "{\"a\":[" + String(repeating: part, count: 1_000_000) + "1]}"
    #expect(error(json) == .excessive("values"))
  }

  @Test func bracketsInTextAreText() throws {
    var file = CaseCorpus.file(try CaseCorpus.full())
    file.playbook = String(repeating: "[{\\\",", count: 1000)
    #expect(try CaseFile(json: Array(file.json.utf8)) == file)
  }

  /// Each replaces one value of a sound case.
  @Test(arguments: [
    (#""at" : 0"#, #""at" : "0""#, "evidence.observations[10].at"),
    (#""at" : 0"#, #""at" : 0.5"#, "evidence"),
    (#""at" : 0"#, #""at" : null"#, "evidence.observations[10].at"),
    (#""delegation" : "present""#, #""delegation" : "perhaps""#, "evidence.delegation"),
    (#""priority" : 10"#, #""priority" : 65536"#, "evidence"),
    (#""priority" : 10"#, #""priority" : -1"#, "evidence"),
    (#""192.0.2.153""#, #""192.0.2.153; reboot""#, "evidence.observations[10].address"),
    (#""192.0.2.153""#, #""192.0.2.153#0""#, "evidence.observations[10].address"),
    (#""192.0.2.153""#, #""""#, "evidence.observations[10].address"),
    (#""timedOut""#, "{}", "evidence.observations[10].outcome.failed"),
    (#""parent" : "co.id.""#, #""parent" : "com..""#, "evidence.parent"),
  ]) func aWrongValueIsNamed(old: String, new: String, place: String) throws {
    let json = try CaseCorpus.file(CaseCorpus.full()).json
    try #require(json.contains(old))
    #expect(error(json.replacing(old, with: new)) == .malformed(at: place))
  }

  /// Data that no message can hold: the judgement may rely on that.
  @Test(arguments: [
    #"{"txt": ["\#(String(repeating: "a", count: 256))"]}"#, #"{"txt": ["\\"]}"#,
    #"{"txt": ["\\25"]}"#, #"{"txt": ["\\256"]}"#, #"{"txt": ["\\+12"]}"#, #"{"txt": ["é"]}"#,
    #"{"txt": "a"}"#, #"{"octets": "0"}"#, #"{"octets": "zz"}"#, #"{"octets": "0 0 "}"#,
    #"{"octets": "\#(String(repeating: "ff", count: 65_536))"}"#, #"{"address": "192.0.2"}"#,
    #"{"address": "192.0.2.1\u0000"}"#, #"{"name": ""}"#, #"{"mx": {"preference": 1}}"#, "{}",
    #"{"txt": [], "octets": ""}"#, #"{"name": "\#(String(repeating: "a.", count: 200))"}"#,
    #"{"txt": [\#(Array(repeating: "\"\(String(repeating: "a", count: 255))\"", count: 256).joined(separator: ","))]}"#,
  ]) func impossibleDataAreRefused(data: String) throws {
    #expect(throws: DecodingError.self) {
      try JSONTree(json: Data(data.utf8)).decoded(as: RecordData.self)
    }
  }

  @Test func listsHaveAnEnd() throws {
    func file(_ change: (inout Evidence) -> Void) throws -> String {
      var evidence = try CaseCorpus.full()
      change(&evidence)
      return try CaseCorpus.file(evidence).json
    }
    let many = try file { $0.expected = Array(repeating: $0.expected[0], count: 65) }
    #expect(error(many) == .malformed(at: "evidence.expected"))
    let zones = try file { $0.otherZones = Array(repeating: $0.otherZones[0], count: 65) }
    #expect(error(zones) == .malformed(at: "evidence.otherZones"))
    let servers = try file {
      $0.otherZones[0].nameServers = Array(repeating: $0.nameServers[0], count: 65)
    }
    #expect(error(servers) == .malformed(at: "evidence.nameServers"))
    let observations = try file {
      $0.observations = Array(
        repeating: $0.observations[$0.observations.count - 1], count: 10_001)
    }
    #expect(error(observations) == .malformed(at: "evidence.observations"))
    let resolvers = try file { $0.ownResolvers = Array(repeating: "192.0.2.1", count: 65) }
    #expect(error(resolvers) == .malformed(at: "evidence.ownResolvers"))
    let command = try file { $0.ownResolvers = ["192.0.2.1; reboot"] }
    #expect(error(command) == .malformed(at: "evidence.ownResolvers"))
    let edited = try file {
      $0.editedZone = EditedZone(nameServers: Array(repeating: $0.domain, count: 65))
    }
    #expect(error(edited) == .malformed(at: "evidence.editedZone"))
  }

  /// Hundreds of spoiled cases: none traps, and those that can be read can be judged and shown.
  @Test func spoiledCasesAreReadOrRefused() async throws {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let messages = try Messages(language: .english, resources: root)
    let examples = try ["answer-negative-cached", "spf-multiple"].map { id in
      try #require(Rule.named(FindingID(rawValue: id))).broken.evidence()
    }
    let trees = try ([CaseCorpus.full()] + examples).map { evidence in
      try JSONTree(encoding: CaseCorpus.file(evidence))
    }
    var generator = Spoiler(seed: 2026)
    var readable = 0
    for round in 0..<400 {
      // Tests that wait for servers run beside this one.
      await Task.yield()
      var tree = trees[round % trees.count]
      for _ in 0...Int.random(in: 0..<3, using: &generator) { tree = generator.spoil(tree) }
      guard case .object(var members) = tree else { continue }
      members["schema"] = .text("annai.case/1")
      guard let file = try? CaseFile(json: Array(JSONTree.object(members).json.utf8)) else {
        continue
      }
      readable += 1
      let result = CheckResult(
        playbook: file.playbook, evidence: file.evidence,
        durationMilliseconds: file.durationMilliseconds, queries: file.queries,
        dnsHost: file.dnsHost)
      #expect(!CheckText(result, messages, clock: .local, showsQueries: true).blocks.isEmpty)
      #expect(throws: Never.self) {
        try JSONEncoder().encode(CheckDocument(result, messages, clock: .local))
      }
    }
    // Neither all nor none: both ways were taken.
    #expect((40...380).contains(readable), "\(readable)")
  }
}

/// Changes trees at random places, the same ones each time.
struct Spoiler: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    // SplitMix64.
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  private static let values: [JSONTree] = [
    .null, .truth(true), .integer(-1), .integer(0), .integer(65_535), .integer(4_294_967_295),
    .integer(253_402_300_799), .integer(-253_402_300_799), .number(0.5), .text(""), .text("."),
    .text("\u{1B}[2J\u{0}"), .text("TXT"), .text("TYPE65535"), .text("*.example.com."),
    .text("v=spf1 include:a +all"), .text("v=DKIM1; p="), .list([]), .object([:]),
    .text(String(repeating: "a.", count: 127)), .text("::1"),
  ]

  /// One value somewhere in a tree replaced, dropped or repeated.
  mutating func spoil(_ tree: JSONTree) -> JSONTree {
    // The deeper, the likelier: most of the values are leaves.
    switch tree {
    case .object(var members) where !members.isEmpty && Int.random(in: 0..<12, using: &self) > 0:
      let keys = members.keys.sorted()
      let key = keys[Int.random(in: 0..<keys.count, using: &self)]
      members[key] = members[key].map { spoil($0) }
      return .object(members)
    case .list(var items) where !items.isEmpty && Int.random(in: 0..<8, using: &self) > 0:
      let index = Int.random(in: 0..<items.count, using: &self)
      if Int.random(in: 0..<6, using: &self) == 0 {
        items.append(items[index])
      } else {
        items[index] = spoil(items[index])
      }
      return .list(items)
    default: return Self.values[Int.random(in: 0..<Self.values.count, using: &self)]
    }
  }
}
