/// Which language to use: `--lang`, `ANNAI_LANG`, `LC_ALL`, `LC_MESSAGES`, `LANG`, else English.
///
/// The first of them that is not empty decides. Foundation on Linux looks at none of them.
public struct LanguageChoice: Sendable, Equatable {
  /// The language to use; always one of the available ones, or English.
  public let language: Language
  /// Something the person should be told about the choice.
  public let notice: Notice?

  /// Why the language is not the one that was asked for.
  public enum Notice: Sendable, Equatable {
    /// The locale names a charset that cannot carry the tables' UTF-8, so English is used.
    case unsupportedCharset(String)
  }

  /// Chooses from `available`; `flag` is the value of `--lang`, and `environment` gives
  /// the value of a variable.
  ///
  /// Throws only for `--lang` and `ANNAI_LANG`: a system's locale that has no table is no mistake.
  public init(
    flag: String?, environment: (String) -> String?, available: [Language]
  ) throws(LanguageError) {
    for typed in [flag, environment("ANNAI_LANG")] {
      guard let typed, !typed.isEmpty else { continue }
      let name = LocaleName(typed)
      guard let language = name.language.flatMap({ Self.table(for: $0, in: available) }) else {
        throw .unknownLanguage(
          typed: typed, suggestion: LanguageSuggestion.nearest(to: typed, in: available))
      }
      self.init(language, name)
      return
    }
    var locale = ""
    for variable in ["LC_ALL", "LC_MESSAGES", "LANG"] where locale.isEmpty {
      locale = environment(variable) ?? ""
    }
    let name = LocaleName(locale)
    let language = name.language.flatMap {
      // `in` was Indonesian until ISO 639 changed it in 1989; some systems still say it.
      Self.table(for: $0, in: available)
        ?? ($0.base.code == "in"
          ? Language("id").flatMap { Self.table(for: $0, in: available) } : nil)
    }
    self.init(language ?? .english, name)
  }

  private init(_ language: Language, _ name: LocaleName) {
    if name.allowsUTF8 || language.base == .english {
      (self.language, notice) = (language, nil)
    } else {
      (self.language, notice) = (.english, name.charset.map(Notice.unsupportedCharset))
    }
  }

  private static func table(for language: Language, in available: [Language]) -> Language? {
    sequence(first: language, next: \.parent).first(where: available.contains)
  }
}
