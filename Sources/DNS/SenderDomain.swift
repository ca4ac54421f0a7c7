import CIDN2
// NFKC is in Foundation only.
import Foundation

/// The domain that mail will come from, read from what a person typed.
public struct SenderDomain: Hashable, Sendable {
  /// The name in A-labels (RFC 5890 §2.3.2.1), lower case.
  public let name: DNSName
  /// The domain that was registered, which is the name itself or a name above it.
  public let registrableDomain: DNSName

  /// The longest text that is looked at, in octets.
  public static let longestText = 1024

  /// Reads a typed domain: full-width forms, upper case and outer spaces are put right.
  public init(_ typed: String) throws(SenderDomainError) {
    let text = Self.normalised(typed)
    if let fault = Self.fault(in: text) { throw fault }
    try self.init(normalised: text)
  }

  /// Reads normalised text that is nothing but a name.
  ///
  /// Host names hold letters, digits and inner hyphens only (RFC 1123 §2.1, RFC 5890 §2.3.1).
  private init(normalised text: String) throws(SenderDomainError) {
    // Before the conversion, which has no name for this fault.
    for label in text.split(separator: ".") where label.hasPrefix("-") || label.hasSuffix("-") {
      throw .hyphen(label: String(label))
    }
    let ascii = try Self.aLabels(text)
    // Before the name is read: a typed backslash is no escape.
    if let octet = ascii.utf8.first(where: { !Self.isLetterDigitHyphenDot($0) }) {
      throw .character(code: UInt32(octet))
    }
    let name: DNSName
    do {
      name = try DNSName(ascii)
    } catch {
      throw Self.error(for: error)
    }
    if name.labels.last?.allSatisfy({ (48...57).contains($0) }) == true { throw .address }
    guard !PublicSuffixList.isPublicSuffix(name),
      let registrable = PublicSuffixList.registrableDomain(of: name)
    else { throw .publicSuffix(name.withoutFinalDot) }
    self.name = name
    self.registrableDomain = registrable
  }

  /// Full-width forms narrowed (NFKC), ideographic full stops made dots, outer white space and one
  /// final dot removed, ASCII lower case. RFC 5895 §2 names the same mappings.
  static func normalised(_ typed: String) -> String {
    // Code points, not Characters: one Character may be of any length, and a combining mark would
    // hide the sign in front of it.
    let start = String(String.UnicodeScalarView(typed.unicodeScalars.prefix(longestText + 1)))
    // NFKC in two steps: in one, Foundation does not join a Hangul syllable and its final.
    let mapped = start.decomposedStringWithCompatibilityMapping
      .precomposedStringWithCanonicalMapping.lowercased().unicodeScalars
    var text = mapped.map { $0 == "\u{3002}" || $0 == "\u{FF61}" ? "." : $0 }[...]
    text = text.drop(while: \.properties.isWhitespace)
    while text.last?.properties.isWhitespace == true { text.removeLast() }
    if text.last == ".", text.count > 1 { text.removeLast() }
    return String(String.UnicodeScalarView(text))
  }

  private static func fault(in text: String) -> SenderDomainError? {
    let scalars = text.unicodeScalars
    if text.isEmpty || text == "." { return .empty }
    if text.utf8.count > longestText { return .tooLong }
    if let scheme = scalars.firstRange(of: "://".unicodeScalars) {
      return .url(suggestion: suggestion(scalars[scheme.upperBound...].prefix { !endsHost($0) }))
    }
    if let at = scalars.lastIndex(of: "@") {
      return .mailAddress(suggestion: suggestion(scalars[at...].dropFirst().prefix { $0 != ">" }))
    }
    // A path has no spaces; a pasted table has.
    if scalars.contains("/"), !scalars.contains(where: \.properties.isWhitespace) {
      return .url(suggestion: suggestion(scalars.prefix { !endsHost($0) }))
    }
    if let scalar = scalars.first(where: isControl) { return .character(code: scalar.value) }
    if scalars.contains(where: \.properties.isWhitespace) {
      return .space(suggestion: suggestion(scalars.filter { !$0.properties.isWhitespace }))
    }
    if IPAddress(text) != nil || IPAddress(text.filter { !"[]".contains($0) }) != nil {
      return .address
    }
    if text.contains("_") { return .underscore }
    if text.hasPrefix(".") || text.hasSuffix(".") || text.contains("..") { return .emptyLabel }
    return nil
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .privateUse, .surrogate, .unassigned:
      return !scalar.properties.isWhitespace
    default: return false
    }
  }

  /// The domain in a part of the text, nil when it is none; a part is not searched for parts.
  private static func suggestion(_ part: some Sequence<Unicode.Scalar>) -> String? {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: part)
    return (try? SenderDomain(normalised: normalised(String(text))))?.name.withoutFinalDot
  }

  private static func endsHost(_ scalar: Unicode.Scalar) -> Bool {
    "/?#:".unicodeScalars.contains(scalar)
  }

  /// U-labels to A-labels by IDNA 2008 as libidn2 does it (RFC 5891 §4, non-transitional).
  private static func aLabels(_ text: String) throws(SenderDomainError) -> String {
    if text.allSatisfy(\.isASCII) { return text }
    var output: UnsafeMutablePointer<CChar>?
    let flags = Int32(IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue)
    let result = idn2_to_ascii_8z(text, &output, flags)
    let tooLong = [IDN2_TOO_BIG_LABEL, IDN2_TOO_BIG_DOMAIN, IDN2_PUNYCODE_BIG_OUTPUT]
    if tooLong.contains(where: { $0.rawValue == result }) { throw .tooLong }
    guard result == IDN2_OK.rawValue, let output else {
      let odd = text.unicodeScalars.first { !$0.isASCII }
      throw .character(code: odd?.value ?? 0)
    }
    defer { idn2_free(output) }
    return String(cString: output)
  }

  private static func isLetterDigitHyphenDot(_ octet: UInt8) -> Bool {
    (97...122).contains(octet) || (48...57).contains(octet) || "-.".utf8.contains(octet)
  }

  private static func error(for fault: DNSNameError) -> SenderDomainError {
    switch fault {
    case .emptyLabel: .emptyLabel
    case .labelTooLong, .nameTooLong: .tooLong
    case .badEscape, .malformed: .character(code: UInt32(UInt8(ascii: "\\")))
    }
  }
}
