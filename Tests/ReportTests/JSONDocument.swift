import Diagnosis
import Foundation
import Localization
import Report
import Testing

/// A check document as a reader of the JSON sees it.
struct JSONDocument {
  let octets: Data
  let object: [String: Any]

  init(_ result: CheckResult, language: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    octets = try encoder.encode(CheckDocument(result, try Tables.messages(language)))
    let parsed = try JSONSerialization.jsonObject(with: octets)
    object = try #require(parsed as? [String: Any])
  }

  var text: String { String(decoding: octets, as: UTF8.self) }

  var records: [[String: Any]] { object["records"] as? [[String: Any]] ?? [] }
  var findings: [[String: Any]] { object["findings"] as? [[String: Any]] ?? [] }

  static let translated: Set<String> = ["title", "found", "why", "cause", "fix", "fault"]

  /// The document without what is translated; equal in every language.
  var untranslated: NSDictionary {
    var object = object
    object["findings"] = findings.map { $0.filter { !Self.translated.contains($0.key) } }
    return object as NSDictionary
  }
}

/// A look at a domain, as if it had just been taken.
func look(
  _ evidence: Evidence, dnsHost: String? = "dnspod", queries: Int = 31, milliseconds: Int = 121
) -> CheckResult {
  CheckResult(
    playbook: "tencent-ses", evidence: evidence, durationMilliseconds: milliseconds,
    queries: queries, dnsHost: dnsHost)
}

/// A look at the broken example of a rule.
func look(at id: String) throws -> CheckResult { try #require(Looks.broken[id]).get() }

/// Looks at the examples of all rules, taken once for all tests.
enum Looks {
  static let broken = Dictionary(
    uniqueKeysWithValues: Rule.all.map { rule in
      (rule.id.rawValue, Result { look(try rule.broken.evidence()) })
    })
  /// What each rule says of its broken example.
  static let findings = Dictionary(
    uniqueKeysWithValues: Rule.all.map { rule in
      (rule.id.rawValue, Result { rule.findings(in: try rule.broken.evidence()) })
    })
}
