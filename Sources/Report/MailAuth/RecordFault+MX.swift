import DNS
import Localization
import MailAuth

extension RecordFault {
  /// What is wrong with the mail servers of a domain.
  public init(_ fault: MXFault) {
    switch fault {
    case .unknown: self.init(.mx, code: "unknown", rule: nil)
    case .missing: self.init(.mx, code: "missing", rule: "RFC 5321 5.1")
    case .null: self.init(.mx, code: "null", rule: "RFC 7505 3")
    case .nullWithOthers(let count):
      self.init(.mx, code: "nullWithOthers", ["count": .integer(count)], rule: "RFC 7505 3")
    case .nullPreference(let preference):
      self.init(
        .mx, code: "nullPreference", ["preference": .integer(Int(preference))], rule: "RFC 7505 3")
    case .address(let target, let address):
      self.init(
        .mx, code: "address",
        ["target": .text(target.withoutFinalDot), "address": .text(address.description)],
        rule: "RFC 5321 5.1")
    case .malformed(let target, let offset):
      let octets = Array(target.labels.joined(separator: [UInt8(ascii: ".")]))
      self.init(
        .mx, code: "malformed", ["target": .text(target.withoutFinalDot)],
        excerpt: Excerpt(octets, from: offset, to: offset + 1), rule: "RFC 5321 2.3.5")
    case .alias(let target, let chain):
      self.init(
        .mx, code: "alias",
        [
          "target": .text(target.withoutFinalDot), "chain": .list(chain.map(\.withoutFinalDot)),
        ], rule: "RFC 2181 10.3")
    case .unresolvable(let target, let exists):
      self.init(
        .mx, code: exists ? "withoutAddress" : "unresolvable",
        ["target": .text(target.withoutFinalDot)], rule: "RFC 5321 5.1")
    case .targetUnknown(let target):
      self.init(.mx, code: "targetUnknown", ["target": .text(target.withoutFinalDot)], rule: nil)
    case .repeated(let target, let preferences):
      self.init(
        .mx, code: "repeated",
        [
          "target": .text(target.withoutFinalDot),
          "preferences": .list(preferences.map { String($0) }),
        ], rule: nil)
    case .preference(let target, let observed, let expected):
      self.init(
        .mx, code: "preference",
        [
          "target": .text(target.withoutFinalDot), "observed": .integer(Int(observed)),
          "expected": .integer(Int(expected)),
        ], rule: nil)
    case .leftover(let exchanger):
      self.init(
        .mx, code: "leftover",
        [
          "target": .text(exchanger.exchange.withoutFinalDot),
          "preference": .integer(Int(exchanger.preference)),
        ], rule: nil)
    case .expectedMissing(let target):
      self.init(.mx, code: "expectedMissing", ["target": .text(target.withoutFinalDot)], rule: nil)
    }
  }
}
