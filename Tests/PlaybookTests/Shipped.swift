import DNS
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

  /// Every playbook; a folder that cannot be read fails the tests that count them.
  static let ids = (try? PlaybookStore(resources: root).ids()) ?? []

  /// A plan, one line a record: `id host type [priority] value`.
  static func rows(_ id: String, _ answers: Answers, zone: String) throws -> [String] {
    try playbook(id).plan(answers, zone: DNSName(zone)).map {
      let priority = $0.priority.map { "\($0) " } ?? ""
      return "\($0.id) \($0.hostLabel) \($0.type) \(priority)\($0.value)"
    }
  }

  /// The table of a playbook without its metadata, and its metadata.
  static func table(
    _ id: String, _ language: String
  ) throws -> (texts: [String: String], metadata: [String: [String: Any]]) {
    try table(file: "Localizations/\(language)/playbooks/\(id).arb")
  }

  /// The texts that all playbooks share, without the prefix of their keys.
  static func shared(_ language: String) throws -> [String: String] {
    let texts = try table(file: "Localizations/\(language)/playbooks.arb").texts
    let prefix = "playbooks."
    return Dictionary(uniqueKeysWithValues: texts.map { (String($0.dropFirst(prefix.count)), $1) })
  }

  /// What is shown for every key of a playbook.
  static func texts(of playbook: Playbook, _ language: String) throws -> [String: String] {
    let own = try table(playbook.id, language).texts
    let shared = try shared(language)
    return playbook.messageKeys.reduce(into: [:]) { texts, key in
      texts[key] =
        playbook.tableKeys(key).lazy.compactMap { name in
          name.hasPrefix("playbooks.")
            ? shared[String(name.dropFirst("playbooks.".count))]
            : own[String(name.dropFirst("playbook.\(playbook.id).".count))]
        }.first
    }
  }

  private static func table(
    file path: String
  ) throws -> (texts: [String: String], metadata: [String: [String: Any]]) {
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
