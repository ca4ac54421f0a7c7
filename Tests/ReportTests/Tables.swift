import Foundation
import Localization

/// The tables of the repository, found from this file, so that no stale copy is tested.
enum Tables {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let languages = ["en", "id", "ko", "ja"]

  /// The words of a language as the program has them, read once.
  static func messages(_ language: String) throws -> Messages {
    try (read[language] ?? reading(language)).get()
  }

  private static let read = Dictionary(
    uniqueKeysWithValues: languages.map { ($0, reading($0)) })

  private static func reading(_ language: String) -> Result<Messages, any Error> {
    Result { try Messages(language: Language(language) ?? .english, resources: root) }
  }

  /// What one file says, key by key, without metadata; nothing falls back.
  static func texts(_ language: String, _ file: String) throws -> [String: String] {
    let data = try Data(contentsOf: root.appending(path: "Localizations/\(language)/\(file)"))
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    return object.filter { !$0.key.hasPrefix("@") }.compactMapValues { $0 as? String }
  }

  /// The keys of every file of a language, those of the playbooks not among them.
  static func keys(_ language: String) throws -> Set<String> {
    let folder = root.appending(path: "Localizations/\(language)")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try files.filter { $0.hasSuffix(".arb") }
      .reduce(into: []) { keys, file in keys.formUnion(try texts(language, file).keys) }
  }
}
