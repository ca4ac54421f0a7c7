#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The messages of one language, with its base language and then English behind it.
public struct Messages: Sendable {
  /// The language that was asked for.
  public let language: Language

  /// The chosen language's own first, then those of its base language and English.
  private let tables: [LazyTable]

  /// Reads `Localizations/<language>` in `resources`; the fallbacks are read when they are needed.
  ///
  /// Throws `unreadable` if the language has no tables, and what `ResourceError` says of a bad one.
  public init(language: Language, resources: URL) throws(ResourceError) {
    self = try ShippedLanguages(in: resources).messages(in: language)
    try read()
  }

  init(language: Language, tables: [LazyTable]) {
    self.language = language
    self.tables = tables
  }

  /// Reads the chosen language's tables now, so that a mistake in them is known.
  ///
  /// Without it they are read for the first message, and a malformed table is passed over.
  public func read() throws(ResourceError) { try tables.first?.read() }

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

  /// The text and the language of its table, which is the one whose plural rules hold for it.
  private func text(_ keys: [MessageKey]) -> (String, Language)? {
    tables.lazy.compactMap { lazy in
      lazy.table().flatMap { table in
        keys.lazy.compactMap(table.text).first.map { ($0, table.language) }
      }
    }.first
  }
}
