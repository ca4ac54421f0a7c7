import DNS
import Diagnosis
import Foundation
import Report
import Testing

/// Whatever a server publishes arrives in the JSON as data, whole and escaped.
@Suite struct HostileValueTests {
  private static let texts = [
    "\u{1b}]0;owned\u{7}\u{1b}[31m", "\0\u{1}\u{1f}\u{7f}", "line\r\nbreak\ttab", "\"},{\"id\":\"x",
    "back\\slash \\u0041", "</script>", "\u{202e}\u{2028}\u{feff}", "", "例え {name} 예",
  ]

  private func document(_ data: RecordData) throws -> JSONDocument {
    var evidence = try #require(Rule.named("record-mismatch")).fixed.evidence()
    evidence.replace("token", with: data)
    return try JSONDocument(look(evidence), language: "en")
  }

  private func values(_ document: JSONDocument) throws -> [[String]] {
    let record = try #require(document.records.first { $0["id"] as? String == "token" })
    let servers = try #require(record["servers"] as? [[String: Any]])
    return servers.compactMap { $0["values"] as? [String] }
  }

  @Test(arguments: texts) func controlCharactersAreEscaped(text: String) throws {
    let document = try document(.txt([Array(text.utf8)]))
    // RFC 8259 §7: below U+0020 nothing may stand in a string as it is.
    #expect(document.octets.allSatisfy { $0 >= 0x20 })
    #expect(try values(document) == Array(repeating: [text], count: 3))
    let finding = try #require(
      document.findings.first { $0["id"] as? String == "record-mismatch" })
    let arguments = try #require(finding["arguments"] as? [String: Any])
    #expect(arguments["observed"] as? [String] == [text])
    let evidence = try #require(finding["evidence"] as? [[String: Any]])
    #expect(evidence.allSatisfy { $0["answer"] as? String == text })
    let found = try #require(finding["found"] as? String)
    #expect(text.isEmpty || found.contains(text))
  }

  @Test func octetsThatAreNoTextAreSpelledOut() throws {
    let document = try document(.txt([[0xFF, 0x41, 0xC3, 0x28]]))
    #expect(try values(document) == Array(repeating: ["\\255A\\195("], count: 3))
  }

  @Test func theReasonOfAFailureIsDataToo() throws {
    var evidence = try #require(Rule.named("record-unknown")).broken.evidence()
    for index in evidence.observations.indices {
      evidence.observations[index].outcome = .failed("timed\u{1b}Out")
      evidence.observations[index].address = "192.0.2.1\n"
    }
    let document = try JSONDocument(look(evidence), language: "en")
    #expect(document.octets.allSatisfy { $0 >= 0x20 })
    let record = try #require(document.records.first)
    let servers = try #require(record["servers"] as? [[String: Any]])
    #expect(servers.allSatisfy { $0["rcode"] as? String == "timed\u{1b}Out" })
    #expect(servers.allSatisfy { $0["address"] as? String == "192.0.2.1\n" })
  }

  @Test func oddNamesAreSpelledOut() throws {
    let name = try DNSName(labels: [[0x1B, 0x22, 0x2E], Array("example".utf8)])
    var evidence = try #require(Rule.named("mx-missing")).fixed.evidence()
    evidence.nameServers = [NameServer(name)]
    let document = try JSONDocument(look(evidence), language: "en")
    let delegation = try #require(document.object["delegation"] as? [String: Any])
    #expect(delegation["nameServers"] as? [String] == ["\\027\\\"\\..example"])
  }
}
