/// A language was asked for by name and there is no table for it.
public enum LanguageError: Error, Sendable, Equatable {
  /// `typed` is untrusted text as it was given; `suggestion` is an available language.
  case unknownLanguage(typed: String, suggestion: Language?)
}
