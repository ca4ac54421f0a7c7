import Localization

/// Something that ends the program: a status for scripts and a sentence for people.
struct Failure: Error, Sendable {
  let status: ExitStatus
  let key: MessageKey
  let arguments: [String: Argument]

  init(_ status: ExitStatus, _ key: MessageKey, _ arguments: [String: Argument] = [:]) {
    self.status = status
    self.key = key
    self.arguments = arguments
  }

  /// A language that there is no table for.
  init(_ error: LanguageError, available: [Language]) {
    let (typed, suggestion) =
      switch error {
      case .unknownLanguage(let typed, let suggestion): (typed, suggestion)
      }
    let codes = Argument.list(available.map(\.code))
    if let suggestion {
      self.init(
        .usage, "error.language-suggestion",
        ["typed": .text(typed), "suggestion": .text(suggestion.code), "codes": codes])
    } else {
      self.init(.usage, "error.language-unknown", ["typed": .text(typed), "codes": codes])
    }
  }

  /// A table that cannot be used.
  init(_ error: ResourceError) {
    switch error {
    case .notFound(let searched):
      self.init(.unreadableFile, "error.resources-not-found", ["paths": .list(searched)])
    case .unreadable(let file):
      self.init(.unreadableFile, "error.file-unreadable", ["file": .text(file)])
    case .malformed(let file, let line, let column, let reason):
      self.init(
        .malformedFile, "error.file-malformed",
        [
          "file": .text(file), "line": .integer(line), "column": .integer(column),
          "reason": .text(reason.code),
        ])
    }
  }
}
