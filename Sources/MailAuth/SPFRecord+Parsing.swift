extension SPFRecord {
  /// Reads a record; throws the first fault with its place.
  public init(parsing text: String) throws(SPFSyntaxError) {
    try self.init(parsing: Array(text.utf8))
  }

  /// Reads a record from the joined strings of a TXT, which need not be UTF-8.
  public init(parsing octets: [UInt8]) throws(SPFSyntaxError) {
    if octets.count > Self.longest { throw SPFSyntaxError(.tooLong, at: Self.longest) }
    if let fault = Self.versionFault(in: octets) { throw SPFSyntaxError(.version, at: fault) }
    var terms: [SPFTerm] = []
    var hasRedirect = false
    var hasExplanation = false
    for octets in Self.split(octets) {
      do throws(SPFSyntaxError) {
        let term = try SPFTerm(parsing: octets)
        // RFC 7208 §6: redirect and exp must not appear more than once each.
        switch term {
        case .redirect where hasRedirect, .explanation where hasExplanation:
          throw SPFSyntaxError(.repeatedModifier, at: octets.startIndex)
        case .redirect: hasRedirect = true
        case .explanation: hasExplanation = true
        case .directive, .unknown: break
        }
        terms.append(term)
      } catch {
        throw SPFSyntaxError(error.reason, at: error.offset, term: octets.text)
      }
    }
    self.init(terms: terms)
  }

  /// The offset of each term in a text that parses, in the order of `terms`; unit: octets from 0.
  public static func termOffsets(in octets: [UInt8]) -> [Int] {
    versionFault(in: octets) == nil ? split(octets).map(\.startIndex) : []
  }

  /// The terms behind the version: only the space separates them (RFC 7208 §4.6.1).
  private static func split(_ octets: [UInt8]) -> [ArraySlice<UInt8>] {
    octets.dropFirst(version.count).split(separator: UInt8(ascii: " "))
  }
}
