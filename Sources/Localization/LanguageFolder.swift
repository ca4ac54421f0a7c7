#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A table file and how its keys are called.
package struct TableSource {
  let path: String
  /// From the folder of the resources, for messages: `Localizations/ja/playbooks/tencent-ses.arb`.
  let relativePath: String
  /// Empty, or `playbook.<id>.` for the table of a playbook.
  let prefix: String

  package init(path: String, relativePath: String, prefix: String) {
    self.path = path
    self.relativePath = relativePath
    self.prefix = prefix
  }
}

/// The folder of one language: `Localizations/<language>`.
struct LanguageFolder {
  let language: Language
  private let path: String
  /// As the folder is written: `pt-BR`.
  let name: String

  /// Every language that has at least one table, in the order of the codes.
  ///
  /// Other folders and files are left alone: an editor's backup is no mistake.
  static func all(in resources: URL) throws(ResourceError) -> [LanguageFolder] {
    let root = path(in: resources)
    var seen: [Language] = []
    return try Folder.names(in: root).compactMap { name in
      guard let language = Language(name), !seen.contains(language),
        holdsTables(root + "/" + name)
      else { return nil }
      seen.append(language)
      return LanguageFolder(language: language, path: root + "/" + name, name: name)
    }
    .sorted { $0.language.code < $1.language.code }
  }

  /// `Localizations` in the resources.
  static func path(in resources: URL) -> String {
    var path = resources.path(percentEncoded: false)
    while path.hasSuffix("/") { path.removeLast() }
    return path + "/Localizations"
  }

  /// True if the folder has a table of its own (not only tables of playbooks).
  static func holdsTables(_ path: String) -> Bool {
    guard Folder.exists(path), let names = try? Folder.names(in: path) else { return false }
    return names.contains(where: isTable)
  }

  /// The tables of the language in a fixed order.
  func tables() throws(ResourceError) -> [TableSource] {
    let relative = "Localizations/" + name + "/"
    var tables: [TableSource] = []
    for file in try Folder.names(in: path) where Self.isTable(file) {
      tables.append(
        TableSource(path: path + "/" + file, relativePath: relative + file, prefix: ""))
    }
    let playbooks = path + "/playbooks"
    guard Folder.exists(playbooks) else { return tables }
    for file in try Folder.names(in: playbooks) where Self.isTable(file) {
      tables.append(
        TableSource(
          path: playbooks + "/" + file, relativePath: relative + "playbooks/" + file,
          prefix: "playbook." + file.dropLast(4) + "."))
    }
    return tables
  }

  /// Hidden files are not tables: macOS leaves `._core.arb` on other file systems.
  private static func isTable(_ name: String) -> Bool {
    name.hasSuffix(".arb") && !name.hasPrefix(".")
  }
}
