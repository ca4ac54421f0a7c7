/// The parts of a POSIX locale name, `language[_TERRITORY][.charset][@modifier]` (IEEE 1003.1-2024
/// section 8.2); the modifier means nothing here.
struct LocaleName {
  /// Nil for `C`, `POSIX`, a path and anything else that is not a tag.
  let language: Language?
  /// As it was written; nil if there is none.
  let charset: String?

  init(_ text: String) {
    let name = text.prefix { $0 != "@" }
    let tag = name.prefix { $0 != "." }
    let rest = name.dropFirst(tag.count + 1)
    language = Language(String(tag))
    charset = rest.isEmpty ? nil : String(rest)
  }

  /// True if text in UTF-8 can be shown; a name without a charset does not say otherwise.
  var allowsUTF8: Bool {
    guard let charset else { return true }
    return charset.lowercased().filter { $0 != "-" && $0 != "_" } == "utf8"
  }
}
