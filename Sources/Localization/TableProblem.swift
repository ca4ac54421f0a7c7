/// One thing that is wrong with the tables, at its place.
public struct TableProblem: Sendable, Equatable, CustomStringConvertible {
  /// What is wrong.
  public enum Code: Sendable, Equatable {
    /// The file cannot be opened or read.
    case unreadable
    /// The file is not a table, or a message cannot be read.
    case malformed(Malformation)
    /// `@@locale` is missing or names another language than the folder; detail: what is there.
    case wrongLocale
    /// English has the key and this language (with its base) has not.
    case missingKey
    /// English has no such key.
    case extraKey
    /// `@key` without `key`.
    case orphanMetadata
    /// `@key` twice.
    case duplicateMetadata
    /// Another set of placeholders than English; detail: `-missing +extra`.
    case placeholderMismatch
    /// A plural has no `other`; detail: the placeholder.
    case pluralWithoutOther
    /// English uses a placeholder that the metadata does not declare with a type; detail: its name.
    case undeclaredPlaceholder
    /// The metadata declares a placeholder that English does not use; detail: its name.
    case unusedPlaceholder
    /// A plural over a placeholder that is no `int`; detail: its name.
    case pluralOverText
    /// A select has no `other`; detail: the placeholder.
    case selectWithoutOther
    /// A select knows other words than in English.
    case selectMismatch
    /// The message is empty.
    case emptyMessage
    /// Left in English: the same text, more than three words, and no `"x-same": true`.
    case sameAsEnglish
    /// White space at the start or the end (`list.separator` may have it).
    case outerSpace
    /// `%@` from another format of tables.
    case percentPlaceholder
    /// An odd number of backticks.
    case unbalancedCode
    /// A control or invisible format character other than a line break; detail: `U+XXXX`.
    case controlCharacter
    /// A character that is one or two cells wide, depending on the terminal; detail: `U+XXXX`.
    case ambiguousWidth
    /// A Korean particle whose form depends on a value that is not known; detail: the text there.
    case koreanParticle
    /// A space between Latin and Japanese, or ASCII punctuation after Japanese; detail: the text.
    case japaneseSpacing

    /// A stable name for logs, JSON and message keys.
    public var name: String {
      switch self {
      case .unreadable: "unreadable"
      case .malformed(let reason): reason.code
      case .wrongLocale: "wrong-locale"
      case .missingKey: "missing-key"
      case .extraKey: "extra-key"
      case .orphanMetadata: "orphan-metadata"
      case .duplicateMetadata: "duplicate-metadata"
      case .placeholderMismatch: "placeholder-mismatch"
      case .pluralWithoutOther: "plural-without-other"
      case .undeclaredPlaceholder: "undeclared-placeholder"
      case .unusedPlaceholder: "unused-placeholder"
      case .pluralOverText: "plural-over-text"
      case .selectWithoutOther: "select-without-other"
      case .selectMismatch: "select-mismatch"
      case .emptyMessage: "empty-message"
      case .sameAsEnglish: "same-as-english"
      case .outerSpace: "outer-space"
      case .percentPlaceholder: "percent-placeholder"
      case .unbalancedCode: "unbalanced-code"
      case .controlCharacter: "control-character"
      case .ambiguousWidth: "ambiguous-width"
      case .koreanParticle: "korean-particle"
      case .japaneseSpacing: "japanese-spacing"
      }
    }
  }

  /// What is wrong.
  public let code: Code
  /// From the folder of the resources: `Localizations/ja/core.arb`.
  public let file: String
  /// From 1; 1 also for what is not in the file.
  public let line: Int
  /// In Unicode scalars from 1; 1 also for what is not in the file.
  public let column: Int
  /// The key as the file writes it; empty if the problem is the file's.
  public let key: String
  /// Data of the problem, see `Code`; empty if there is none.
  public let detail: String

  /// `file:line: code key detail`, for tests and logs.
  public var description: String {
    "\(file):\(line): \(code.name)"
      + [key, detail].filter { !$0.isEmpty }.map { " " + $0 }.joined()
  }
}
