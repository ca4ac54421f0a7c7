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
    let ascii = try Self.aLabels(text)
    let name: DNSName
    do {
      name = try DNSName(ascii)
    } catch {
      throw Self.error(for: error)
    }
    try Self.checkLabels(name)
    guard !PublicSuffixList.isPublicSuffix(name),
      let registrable = PublicSuffixList.registrableDomain(of: name)
    else { throw .publicSuffix(name.withoutFinalDot) }
    self.name = name
    self.registrableDomain = registrable
  }

  /// Full-width forms narrowed (NFKC), ideographic full stops made dots, outer white space and one
  /// final dot removed, ASCII lower case. RFC 5895 §2 names the same mappings.
  static func normalised(_ typed: String) -> String {
    var text = String(typed.prefix(longestText + 1)).precomposedStringWithCompatibilityMapping
      .lowercased()
    text = String(text.map { "\u{3002}\u{FF61}".contains($0) ? "." : $0 })
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    if text.hasSuffix("."), text.count > 1 { text.removeLast() }
    return text
  }

  private static func fault(in text: String) -> SenderDomainError? {
    if text.isEmpty || text == "." { return .empty }
    if text.utf8.count > longestText { return .tooLong }
    if text.contains("://") { return .url(suggestion: host(ofURL: text)) }
    if text.contains("@") { return .mailAddress(suggestion: host(ofMailbox: text)) }
    if text.contains("/") { return .url(suggestion: host(ofURL: "://" + text)) }
    if let scalar = text.unicodeScalars.first(where: isControl) {
      return .character(code: scalar.value)
    }
    if text.contains(where: \.isWhitespace) {
      let joined = text.filter { !$0.isWhitespace }
      return .space(suggestion: (try? SenderDomain(joined))?.name.withoutFinalDot)
    }
    if IPAddress(text) != nil || IPAddress(text.filter { !"[]".contains($0) }) != nil {
      return .address
    }
    if text.contains("_") { return .underscore }
    if text.hasPrefix(".") || text.contains("..") { return .emptyLabel }
    return nil
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .privateUse, .surrogate, .unassigned:
      return !scalar.properties.isWhitespace
    default: return false
    }
  }

  private static func host(ofURL text: String) -> String? {
    guard let scheme = text.firstRange(of: "://") else { return nil }
    let host = text[scheme.upperBound...].prefix { !"/?#:".contains($0) }
    return (try? SenderDomain(String(host)))?.name.withoutFinalDot
  }

  private static func host(ofMailbox text: String) -> String? {
    guard let at = text.lastIndex(of: "@") else { return nil }
    let host = text[text.index(after: at)...].prefix { $0 != ">" }
    return (try? SenderDomain(String(host)))?.name.withoutFinalDot
  }

  /// U-labels to A-labels by IDNA 2008 as libidn2 does it (RFC 5891 §4, non-transitional).
  private static func aLabels(_ text: String) throws(SenderDomainError) -> String {
    if text.allSatisfy(\.isASCII) { return text }
    var output: UnsafeMutablePointer<CChar>?
    let flags = Int32(IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue)
    let result = idn2_to_ascii_8z(text, &output, flags)
    guard result == IDN2_OK.rawValue, let output else {
      let odd = text.unicodeScalars.first { !$0.isASCII }
      throw .character(code: odd?.value ?? 0)
    }
    defer { idn2_free(output) }
    return String(cString: output)
  }

  /// Host names hold letters, digits and inner hyphens only (RFC 1123 §2.1, RFC 5890 §2.3.1).
  private static func checkLabels(_ name: DNSName) throws(SenderDomainError) {
    for label in name.labels {
      for octet in label where !isLetterDigitHyphen(octet) {
        throw .character(code: UInt32(octet))
      }
      let hyphen = UInt8(ascii: "-")
      if label.first == hyphen || label.last == hyphen {
        throw .hyphen(label: DNSName.presentation(label))
      }
    }
    if name.labels.last?.allSatisfy({ (48...57).contains($0) }) == true { throw .address }
  }

  private static func isLetterDigitHyphen(_ octet: UInt8) -> Bool {
    (97...122).contains(octet) || (48...57).contains(octet) || octet == UInt8(ascii: "-")
  }

  private static func error(for fault: DNSNameError) -> SenderDomainError {
    switch fault {
    case .emptyLabel: .emptyLabel
    case .labelTooLong, .nameTooLong: .tooLong
    case .badEscape, .malformed: .character(code: UInt32(UInt8(ascii: "\\")))
    }
  }
}
