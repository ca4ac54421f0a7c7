import Localization
import MailAuth

extension RecordFault {
  /// Where a text is no SPF record.
  public init(_ error: SPFSyntaxError, in octets: [UInt8]) {
    let end = octets[min(error.offset, octets.count)...].firstIndex(of: 0x20) ?? octets.count
    let slip = SPFMisspelling.find(in: octets).first { slip in
      (slip.offset...slip.offset + slip.term.utf8.count).contains(error.offset)
    }
    self.init(
      .spf, code: error.reason.rawValue,
      ["term": .text(error.term), "limit": .integer(octetLimit), "macro": .text("%{i}")],
      excerpt: Excerpt(octets, from: error.offset, to: end), rule: error.reason.rule,
      suggestion: slip?.suggestion)
  }

  /// A term that is a known slip.
  public init(_ slip: SPFMisspelling, in octets: [UInt8]) {
    self.init(
      .spf, code: "misspelt", ["term": .text(slip.term)],
      excerpt: Excerpt(octets, from: slip.offset, to: slip.offset + slip.term.utf8.count),
      rule: "RFC 7208 12", suggestion: slip.suggestion)
  }
}

/// RFC 1035 §3.2.1: RDLENGTH has 16 bits.
let octetLimit = 65_535

extension SPFSyntaxError.Reason {
  fileprivate var rule: String {
    switch self {
    case .version: "RFC 7208 4.5"
    case .tooLong: "RFC 1035 3.2.1"
    case .unknownMechanism, .qualifiedModifier: "RFC 7208 4.6.1"
    case .address, .addressFamily: "RFC 7208 5.6"
    case .domain, .macro: "RFC 7208 7.1"
    case .macroLetter: "RFC 7208 7.2"
    case .repeatedModifier: "RFC 7208 6"
    case .character, .missingValue, .unexpectedValue, .prefixLength, .modifierName: "RFC 7208 12"
    }
  }
}
