import Foundation

@testable import Playbook

/// The files of the repository, found from this file, so that no stale copy is tested.
enum Shipped {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let languages = ["en", "id", "ko", "ja"]

  static func playbook(_ id: String) throws -> Playbook {
    try PlaybookStore(resources: root).load(id)
  }

  /// A table without its metadata, and its metadata.
  static func table(
    _ id: String, _ language: String
  ) throws -> (texts: [String: String], metadata: [String: [String: Any]]) {
    let path = "Localizations/\(language)/playbooks/\(id).arb"
    let data = try Data(contentsOf: root.appendingPathComponent(path))
    let all = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    var texts: [String: String] = [:]
    var metadata: [String: [String: Any]] = [:]
    for (key, value) in all where !key.hasPrefix("@@") {
      if key.hasPrefix("@") {
        metadata[String(key.dropFirst())] = value as? [String: Any]
      } else {
        texts[key] = value as? String
      }
    }
    return (texts, metadata)
  }

  /// The names in `{name}` and `{name, plural, ...}`.
  static func placeholders(in text: String) -> Set<String> {
    Set(text.matches(of: /\{([A-Za-z]+)[,}]/).map { String($0.1) })
  }
}
