#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Every mistake in all tables of a folder of resources, at once.
public struct TableCheck: Sendable {
  /// In the order of languages, files and lines; empty if the tables are sound.
  public let problems: [TableProblem]

  /// Reads `Localizations` in `resources` and compares every language with English.
  ///
  /// Throws only when there is nothing to compare: no such folder (`unreadable`), or no English
  /// tables in it (`notFound`). A bad or unreadable table is a problem like any other.
  public init(resources: URL) throws(ResourceError) {
    let folders = try LanguageFolder.all(in: resources)
    guard let english = folders.first(where: { $0.language == .english }) else {
      throw .notFound(searched: [LanguageFolder.path(in: resources) + "/en"])
    }
    let reference = LanguageTables(english)
    problems = folders.flatMap { folder in
      let hasBase = folders.contains { $0.language == folder.language.base }
      return folder.language == .english
        ? reference.problems(beside: reference, mayBePartial: false)
        : LanguageTables(folder).problems(
          beside: reference, mayBePartial: hasBase && folder.language != folder.language.base)
    }
  }
}
