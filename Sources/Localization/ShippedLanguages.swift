#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The languages that have tables in a folder of resources.
public struct ShippedLanguages: Sendable {
  private let folders: [LanguageFolder]
  private let path: String

  /// Looks which folders there are; no table is read. Throws `unreadable` without `Localizations`.
  public init(in resources: URL) throws(ResourceError) {
    path = LanguageFolder.path(in: resources)
    folders = try LanguageFolder.all(in: resources)
  }

  /// In the order of their codes.
  public var all: [Language] { folders.map(\.language) }

  /// The messages of one language, of which nothing is read before it is needed.
  ///
  /// Throws `unreadable` if the language has no tables.
  public func messages(in language: Language) throws(ResourceError) -> Messages {
    guard let folder = folders.first(where: { $0.language == language }) else {
      throw .unreadable(file: path + "/" + language.code)
    }
    let behind = sequence(first: language, next: \.parent).dropFirst() + [.english]
    let fallbacks = behind.compactMap { wanted in
      wanted == language ? nil : folders.first { $0.language == wanted }
    }
    return Messages(language: language, tables: ([folder] + fallbacks).map(LazyTable.init))
  }
}
