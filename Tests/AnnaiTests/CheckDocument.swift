import Foundation
import Testing

/// What `annai check --format json` prints, as far as it is looked at.
struct CheckDocument: Decodable {
  struct Record: Decodable {
    let id: String
    let status: String
  }

  struct Finding: Decodable {
    let id: String
    let role: String
    let record: String?
    let title: String
    let found: String
    let cause: String
    let fix: [String]
  }

  struct Registration: Decodable {
    struct Asked: Decodable {
      let server: String?
      let result: String
    }

    let status: String
    let source: String
    let codes: [String]
    let registrar: String?
    let expiresOn: String?
    let dataOf: String?
    let asked: [Asked]
  }

  let schema: String
  let domain: String
  let registrableDomain: String
  let status: String
  let waitSeconds: Int?
  let registration: Registration
  let records: [Record]
  let findings: [Finding]

  init(_ json: String) throws {
    self = try JSONDecoder().decode(CheckDocument.self, from: Data(json.utf8))
  }

  /// `dkim-missing dkim`, and in parentheses what only follows from something else.
  var findingIDs: [String] {
    findings.map { finding in
      let words = ([finding.id] + [finding.record].compactMap { $0 }).joined(separator: " ")
      return finding.role == "cause" ? words : "(\(words))"
    }
  }

  /// The records that are not right, with their status.
  var openRecords: [String] {
    records.filter { $0.status != "match" }.map { "\($0.id) \($0.status)" }
  }
}

/// JSON without what differs from run to run and from language to language.
enum CanonicalJSON {
  private static let changing: Set<String> = [
    "checkedAt", "durationMs", "queries", "waitSeconds", "at", "askedAt", "ttl",
  ]
  private static let translated: Set<String> = [
    "title", "found", "why", "cause", "fix", "see", "message",
  ]

  /// One line for each leaf, sorted: the path and the value.
  static func lines(_ json: String) throws -> [String] {
    try lines(JSONSerialization.jsonObject(with: Data(json.utf8)), path: "").sorted()
  }

  private static func lines(_ value: Any, path: String) -> [String] {
    switch value {
    case let object as [String: Any]:
      object.flatMap { key, value in
        let isShown = !changing.contains(key) && !translated.contains(key)
        return lines(isShown ? value : key, path: "\(path).\(key)")
      }
    // The servers answer in any order.
    case let array as [Any]:
      ["\(path) has \(array.count)"] + array.flatMap { lines($0, path: "\(path)[]") }
    default: ["\(path) = \(value)"]
    }
  }
}
