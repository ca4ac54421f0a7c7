import DNS

/// The forms of WHOIS answers that annai reads, told by their labels.
package enum WHOISFormat: String, CaseIterable {
  case krnic, jprs, pandi, cnnic, icann

  /// What a WHOIS answer says about `domain`.
  ///
  /// Refusals come as ordinary text, so text without known labels or phrases is `unreadable` and
  /// never `notFound`.
  package static func read(_ text: String, about domain: DNSName) -> RegistrationResult {
    let lines = text.split(whereSeparator: \.isNewline).prefix(4096)
    if WHOISPhrase.isNotFound(lines) { return .notFound }
    for format in allCases {
      if let data = format.data(Array(lines), domain) { return .found(data) }
    }
    return .failed(WHOISPhrase.isRateLimit(lines) ? .rateLimited(retryAfter: nil) : .unreadable)
  }

  /// The data, when the lines have this form and are about `domain`.
  private func data(_ lines: [Substring], _ domain: DNSName) -> RegistrationData? {
    switch self {
    case .krnic: KRNICFormat.data(lines, domain)
    case .jprs: JPRSFormat.data(lines, domain)
    case .pandi: PANDIFormat.data(lines, domain)
    case .cnnic: CNNICFormat.data(lines, domain)
    case .icann: ICANNFormat.data(lines, domain)
    }
  }

  /// Whether `text` is `domain`, in A-labels or in letters of its own script.
  static func names(_ text: String?, _ domain: DNSName) -> Bool {
    guard let text, text.utf8.count <= 4 * DNSName.longestName else { return false }
    return (try? DNSName(internationalized: text.lowercased())) == domain
  }

  /// Whether a domain's keys are with the registry; nil for words that are not known.
  static func isSigned(_ text: String?) -> Bool? {
    switch text?.lowercased() {
    case "unsigned", "unsigned delegation", "unsigneddelegation", "no", "inactive": false
    case "signed", "signeddelegation", "signed delegation", "yes", "active": true
    default: nil
    }
  }
}
