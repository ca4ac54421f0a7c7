import Localization
import MailAuth

extension RecordFault {
  /// Where a text is no DMARC record.
  public init(_ error: DMARCRecordError, in octets: [UInt8]) {
    switch error {
    case .version(let offset):
      let end = octets[min(offset, octets.count)...].firstIndex(of: UInt8(ascii: ";"))
      self.init(
        .dmarc, code: "version", excerpt: Excerpt(octets, from: offset, to: end ?? octets.count),
        rule: "RFC 9989 4.8")
    case .tooLong:
      self.init(
        .dmarc, code: "tooLong", ["limit": .integer(octetLimit)],
        excerpt: Excerpt(octets, from: octetLimit, to: octets.count), rule: "RFC 1035 3.2.1")
    }
  }

  /// Something wrong inside a DMARC record.
  public init(_ issue: DMARCIssue, in octets: [UInt8]) {
    let length = Array(issue.observed.utf8).count
    let suggestion: String? =
      switch (issue.reason, issue.tag) {
      case (.value, "p"?), (.value, "sp"?), (.value, "np"?):
        DMARCRecord.suggestion(forPolicy: issue.observed).map(\.rawValue)
      case (.unknownTag, let tag?): DMARCRecord.suggestion(forTag: tag)
      default: nil
      }
    self.init(
      .dmarc, code: issue.reason.rawValue,
      ["tag": .text(issue.tag ?? ""), "observed": .text(issue.observed)],
      excerpt: Excerpt(octets, from: issue.offset, to: issue.offset + length),
      rule: issue.reason.rule, suggestion: suggestion)
  }

  /// Something in a DMARC record that is legal and seldom wanted.
  public init(_ caution: DMARCCaution, in octets: [UInt8]) {
    switch caution {
    case .spacedVersion(let offset):
      self.init(
        .dmarc, code: "spacedVersion", excerpt: Excerpt(octets, from: offset, to: offset + 1),
        rule: "RFC 9989 4.8")
    case .policyMissing: self.init(.dmarc, code: "policyMissing", rule: "RFC 9989 4.7")
    case .policyNotSecond(let offset):
      let end = octets[min(offset, octets.count)...].firstIndex(of: UInt8(ascii: ";"))
      self.init(
        .dmarc, code: "policyNotSecond",
        excerpt: Excerpt(octets, from: offset, to: end ?? octets.count),
        rule: "RFC 7489 6.4")
    case .testMode(let declared, let applied):
      self.init(
        .dmarc, code: "testMode",
        ["declared": .text(declared.rawValue), "applied": .text(applied.rawValue)],
        rule: "RFC 9989 4.7")
    case .notPublicSuffix: self.init(.dmarc, code: "notPublicSuffix", rule: "RFC 9989 4.7")
    case .manyReports(let tag, let count, let limit):
      self.init(
        .dmarc, code: "manyReports",
        ["tag": .text(tag), "count": .integer(count), "limit": .integer(limit)],
        rule: "RFC 7489 6.2")
    case .placeholder(let tag, let address):
      self.init(
        .dmarc, code: "placeholder", ["tag": .text(tag), "address": .text(address)], rule: nil)
    case .notMail(let tag, let address):
      self.init(
        .dmarc, code: "notMail", ["tag": .text(tag), "address": .text(address)],
        rule: "RFC 9989 4.7")
    case .optionsUnused: self.init(.dmarc, code: "optionsUnused", rule: "RFC 9989 4.7")
    }
  }
}

extension DMARCIssue.Reason {
  fileprivate var rule: String {
    switch self {
    case .emptyTag, .missingEquals, .tagName, .character, .missingSemicolon, .obsoleteSize:
      "RFC 9989 4.8"
    case .value, .unknownTag, .obsoleteTag, .reportAddress: "RFC 9989 4.7"
    case .repeatedTag: "RFC 6376 3.2"
    }
  }
}
