#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The messages of one language, with its base language and then English behind it.
public struct Messages: Sendable {
  /// The language that was asked for.
  public let language: Language

  private let table: Table
  private let fallbacks: [FallbackTable]

  /// Reads `Localizations/<language>` in `resources`; the fallbacks are read when they are needed.
  ///
  /// Throws `unreadable` if the language has no tables, and what `ResourceError` says of a bad one.
  public init(language: Language, resources: URL) throws(ResourceError) {
    let folders = try LanguageFolder.all(in: resources)
    guard let folder = folders.first(where: { $0.language == language }) else {
      throw .unreadable(file: LanguageFolder.path(in: resources) + "/" + language.code)
    }
    self.language = language
    table = try Table(folder)
    let behind = sequence(first: language, next: \.parent).dropFirst() + [.english]
    fallbacks = behind.compactMap { wanted in
      wanted == language ? nil : folders.first { $0.language == wanted }.map(FallbackTable.init)
    }
  }

  /// The message in the chosen language, else in the base language, else in English, else the name
  /// of the key.
  ///
  /// Never fails: a placeholder without an argument is shown as `{name}`, and a message that cannot
  /// be read is shown as the table has it. Arguments go in as they are; text from outside must be
  /// made visible before.
  public func callAsFunction(_ key: MessageKey, _ arguments: [String: Argument] = [:]) -> String {
    self(firstOf: [key], arguments)
  }

  /// The first of some messages that the chosen language has, else the first that its base language
  /// has, else English, else the name of the first key.
  public func callAsFunction(
    firstOf keys: [MessageKey], _ arguments: [String: Argument] = [:]
  ) -> String {
    guard let (text, language) = text(keys) else { return keys.first?.name ?? "" }
    guard let pattern = try? MessagePattern(text) else { return text }
    return pattern.text(arguments, language: language) {
      self.text([.listSeparator])?.0 ?? ", "
    }
  }

  /// True if the chosen language or one of its fallbacks has the message.
  public func has(_ key: MessageKey) -> Bool { text([key]) != nil }

  /// The languages that have tables in `resources`, in the order of their codes.
  public static func languages(in resources: URL) throws(ResourceError) -> [Language] {
    try LanguageFolder.all(in: resources).map(\.language)
  }

  /// The text and the language of its table, which is the one whose plural rules hold for it.
  private func text(_ keys: [MessageKey]) -> (String, Language)? {
    func text(in table: Table) -> (String, Language)? {
      keys.lazy.compactMap(table.text).first.map { ($0, table.language) }
    }
    return text(in: table)
      ?? fallbacks.lazy.compactMap { $0.table().flatMap(text) }.first
  }
}
