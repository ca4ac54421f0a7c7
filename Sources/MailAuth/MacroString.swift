/// The syntax of SPF macros (RFC 7208 §7.1).
enum MacroString {
  /// Checks a `macro-string` and returns the literal octets behind its last macro.
  ///
  /// `explanation` permits what RFC 7208 §7.1 and §7.2 keep for "exp" texts: spaces, and the
  /// letters c, r and t.
  static func literalEnd(
    of octets: ArraySlice<UInt8>, explanation: Bool
  ) throws(SPFSyntaxError) -> ArraySlice<UInt8> {
    var position = octets.startIndex
    var literal = position
    while position < octets.endIndex {
      if octets[position] == UInt8(ascii: "%") {
        position = try end(ofMacro: octets[position...], explanation: explanation)
        literal = position
      } else if octets[position].isVisible || explanation && octets[position] == 0x20 {
        position += 1
      } else {
        throw SPFSyntaxError(.character, at: position)
      }
    }
    return octets[literal...]
  }

  /// The index behind the `macro-expand` with which the slice begins.
  private static func end(
    ofMacro macro: ArraySlice<UInt8>, explanation: Bool
  ) throws(SPFSyntaxError) -> Int {
    let fault = SPFSyntaxError(.macro, at: macro.startIndex)
    var rest = macro.dropFirst()
    switch rest.popFirst() {
    case UInt8(ascii: "%"), UInt8(ascii: "_"), UInt8(ascii: "-"): return rest.startIndex
    case UInt8(ascii: "{"): break
    default: throw fault
    }
    guard let letter = rest.popFirst()?.folded, Array("slodiphvcrt".utf8).contains(letter)
    else { throw fault }
    if !explanation, Array("crt".utf8).contains(letter) {
      throw SPFSyntaxError(.macroLetter, at: macro.startIndex)
    }
    let digits = rest.prefix(while: \.isDigit)
    // RFC 7208 §7.3: a number of labels must not be zero.
    if !digits.isEmpty, digits.allSatisfy({ $0 == UInt8(ascii: "0") }) { throw fault }
    rest = rest.dropFirst(digits.count)
    if rest.first?.folded == UInt8(ascii: "r") { rest.removeFirst() }
    rest = rest.drop { Array(".-+,/_=".utf8).contains($0) }
    guard rest.popFirst() == UInt8(ascii: "}") else { throw fault }
    return rest.startIndex
  }
}
