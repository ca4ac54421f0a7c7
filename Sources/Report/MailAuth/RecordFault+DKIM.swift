import Localization
import MailAuth

extension RecordFault {
  /// Where a text is no DKIM key record.
  public init(_ error: DKIMKeySyntaxError, in octets: [UInt8]) {
    let rest = octets[min(error.offset, octets.count)...]
    // Of a key, the octet itself; of anything else, the tag.
    let end =
      error.reason == .base64 || error.reason == .character
      ? rest.startIndex + 1 : rest.firstIndex(of: UInt8(ascii: ";")) ?? octets.count
    self.init(
      .dkim, code: error.reason.rawValue,
      ["tag": .text(error.tag ?? ""), "limit": .integer(octetLimit)],
      excerpt: Excerpt(octets, from: error.offset, to: end), rule: error.reason.rule)
  }

  /// Why the key in a record is none.
  public init(_ fault: DKIMPublicKeyFault, in octets: [UInt8]) {
    let (code, arguments, rule) = fault.message
    self.init(
      .key, code: code, arguments,
      excerpt: DKIMKeyRecord.keyRange(in: octets).map {
        Excerpt(octets, from: $0.lowerBound, to: $0.upperBound)
      }, rule: rule)
  }
}

extension RecordFault {
  /// A fault that a text shows by itself; nil for what only comparing or asking shows.
  public init?(_ fault: DKIMKeyFault, in octets: [UInt8]) {
    switch fault {
    case .syntax(let error): self.init(error, in: octets)
    case .key(let fault): self.init(fault, in: octets)
    default: return nil
    }
  }
}

extension DKIMKeySyntaxError.Reason {
  fileprivate var rule: String {
    switch self {
    case .tooLong: "RFC 1035 3.2.1"
    case .emptyTag, .missingEquals, .tagName, .character, .repeatedTag: "RFC 6376 3.2"
    case .versionNotFirst, .version, .missingKey, .base64: "RFC 6376 3.6.1"
    }
  }
}

extension DKIMPublicKeyFault {
  fileprivate var message: (code: String, arguments: [String: Argument], rule: String) {
    switch self {
    case .empty: ("empty", [:], "RFC 6376 3.6.1")
    case .truncated(let announced?, let observed):
      (
        "truncated", ["announced": .integer(announced), "observed": .integer(observed)],
        "RFC 8017 A.1.1"
      )
    case .truncated(nil, let observed):
      ("cutOff", ["observed": .integer(observed)], "RFC 8017 A.1.1")
    case .overlong(let announced, let observed):
      (
        "overlong", ["announced": .integer(announced), "observed": .integer(observed)],
        "RFC 8017 A.1.1"
      )
    case .corrupt(let reason, let offset):
      (reason.rawValue, ["offset": .integer(offset)], "RFC 6376 3.6.1")
    case .type(let declared, let actual?):
      (
        "type", ["declared": .text(declared), "actual": .text(actual.name)], "RFC 6376 3.6.1"
      )
    case .type(let declared, nil):
      ("unknownType", ["declared": .text(declared)], "RFC 6376 3.6.1")
    case .length(let expected, let observed):
      (
        "length", ["expected": .integer(expected), "observed": .integer(observed)],
        "RFC 8463 4.2"
      )
    case .wrapped: ("wrapped", [:], "RFC 8463 4.2")
    }
  }
}

extension DKIMPublicKeyFault.Algorithm {
  /// The name as the standards write it, or the object identifier.
  fileprivate var name: String {
    switch self {
    case .rsa: "RSA"
    case .ed25519: "Ed25519"
    case .other(let identifier): identifier
    }
  }
}
