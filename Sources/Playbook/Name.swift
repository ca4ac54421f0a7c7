/// The forms that the names in a playbook may have.
enum Name {
  static let longest = 64

  /// Inputs, labels and links, which become placeholders: a lower-case letter, letters, digits.
  static func isIdentifier(_ text: String) -> Bool {
    startsLower(text)
      && text.unicodeScalars.allSatisfy { isLower($0) || isUpper($0) || isDigit($0) }
  }

  /// Playbooks, records and statuses: lower-case letters, digits and inner hyphens.
  static func isSlug(_ text: String) -> Bool {
    startsLower(text) && !text.hasSuffix("-")
      && text.unicodeScalars.allSatisfy { isLower($0) || isDigit($0) || $0 == "-" }
  }

  /// Table keys: identifiers and slugs with dots between them, such as `step.create.do.1`.
  static func isMessageKey(_ text: String) -> Bool {
    startsLower(text) && !text.hasSuffix(".") && !text.contains("..")
      && text.unicodeScalars.allSatisfy {
        isLower($0) || isUpper($0) || isDigit($0) || $0 == "-" || $0 == "."
      }
  }

  /// Lower-case language tags (RFC 5646 §2.1), such as `ja` and `zh-tw`.
  static func isLanguage(_ text: String) -> Bool {
    let base = text.prefix { $0 != "-" }
    return isSlug(text) && (2...3).contains(base.utf8.count)
      && base.unicodeScalars.allSatisfy(isLower)
  }

  private static func startsLower(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return isLower(first) && text.utf8.count <= longest
  }

  private static func isLower(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) }
  private static func isUpper(_ scalar: Unicode.Scalar) -> Bool { ("A"..."Z").contains(scalar) }
  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
