/// Whole phrases with which WHOIS servers say that there is no such domain, or that they refuse.
enum WHOISPhrase {
  /// Beginnings of lines, in small letters.
  ///
  /// Words such as `available` alone do not count: some registries print `NOT AVAILABLE` for a
  /// domain that is registered.
  private static let notFound = [
    // Verisign; other registries print the same with the name in quotes.
    "no match for",
    // Registries of Identity Digital and Public Interest Registry.
    "domain not found.",
    // GoDaddy Registry.
    "no data found",
    // CentralNic and Radix.
    "the queried object does not exist",
    // PANDI.
    "domain not found",
    // KRNIC, in its English part.
    "the requested domain was not found",
    // JPRS.
    "no match!!",
    // CNNIC.
    "no matching record",
  ]

  /// Whether a line says that the domain does not exist.
  static func isNotFound(_ lines: some Sequence<Substring>) -> Bool {
    lines.contains { line in
      let text = line.drop(while: \.isWhitespace).prefix(80).lowercased()
      return notFound.contains(where: text.hasPrefix)
    }
  }

  private static let rateLimits = [
    "limit exceeded", "quota exceeded", "exceeded the limit", "exceeded your", "too many queries",
    "too many requests", "query rate",
  ]

  /// Whether a text without data speaks of too many questions.
  static func isRateLimit(_ lines: some Sequence<Substring>) -> Bool {
    lines.contains { line in
      let text = line.prefix(256).lowercased()
      return rateLimits.contains(where: text.contains)
    }
  }
}
