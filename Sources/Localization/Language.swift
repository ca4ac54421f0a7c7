/// A language by its tag in lower case, such as `ja` or `pt-br` (BCP 47 syntax, RFC 5646 section 2.1,
/// cut down to what a table folder can be called).
public struct Language: Hashable, Sendable, CustomStringConvertible {
  /// The tag in lower case, with `-` between its parts.
  public let code: String

  /// The language that every table falls back to.
  public static let english = Language(trusted: "en")

  /// The tag itself.
  public var description: String { code }

  /// Accepts `ja`, `ja-JP`, `ja_JP`; nil for anything that is not a tag, so that a code is always
  /// safe as a file name.
  public init?(_ text: String) {
    // RFC 5646 section 4.4.1: 35 characters hold every tag that is worth holding.
    guard text.utf8.count <= 35 else { return nil }
    let code = String(text.lowercased().map { $0 == "_" ? "-" : $0 })
    let parts = code.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy(\.isASCIILetter),
      parts.dropFirst().allSatisfy({ part in
        (1...8).contains(part.count) && part.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
      })
    else { return nil }
    self.code = code
  }

  private init(trusted code: String) { self.code = code }

  /// The first part of the tag: `pt` of `pt-br`.
  public var base: Language {
    guard let end = code.firstIndex(of: "-") else { return self }
    return Language(trusted: String(code[..<end]))
  }

  /// The tag without its last part; nil for a tag of one part (RFC 4647 section 3.4, lookup).
  var parent: Language? {
    guard let end = code.lastIndex(of: "-") else { return nil }
    return Language(trusted: String(code[..<end]))
  }
}
