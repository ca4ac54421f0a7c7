/// The classes of octets that the record grammars name (RFC 5234 Appendix B.1).
extension UInt8 {
  /// ALPHA.
  var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
  /// DIGIT.
  var isDigit: Bool { (0x30...0x39).contains(self) }
  /// ALPHA or DIGIT.
  var isAlphanumeric: Bool { isLetter || isDigit }
  /// VCHAR: what can be seen in ASCII.
  var isVisible: Bool { (0x21...0x7E).contains(self) }
  /// WSP, and the line ends that a folded value may hold (FWS, RFC 6376 §2.8).
  var isFoldingSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0D || self == 0x0A }
  /// The octet with an ASCII capital made small.
  var folded: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

extension Collection where Element == UInt8 {
  /// The octets as text with ASCII capitals made small; broken UTF-8 is replaced.
  var foldedText: String { String(decoding: map(\.folded), as: UTF8.self) }
  /// The octets as text; broken UTF-8 is replaced.
  var text: String { String(decoding: self, as: UTF8.self) }
}

extension ArraySlice where Element == UInt8 {
  /// The slice without folding white space at both ends; its indices stay those of the whole.
  var trimmed: ArraySlice<UInt8> {
    var slice = drop { $0.isFoldingSpace }
    while let last = slice.last, last.isFoldingSpace { slice.removeLast() }
    return slice
  }
}
