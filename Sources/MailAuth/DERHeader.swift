/// The identifier and length octets in front of a DER value (X.690 §8.1.2, §8.1.3).
///
/// A parser of DER says only that a value is broken. What a header announces proves more: that
/// octets are missing, and how many.
struct DERHeader {
  /// Why octets do not begin with a header.
  enum Fault: Error { case incomplete, malformed }

  /// The identifier octet, such as 0x30 for a SEQUENCE.
  let identifier: UInt8
  /// Octets of the header itself.
  let size: Int
  /// Octets that follow the header.
  let length: Int

  /// Octets of header and value together.
  var total: Int { size + length }
  /// Whether the value consists of further values.
  var isConstructed: Bool { identifier & 0x20 != 0 }

  init(_ octets: ArraySlice<UInt8>) throws(Fault) {
    var rest = octets
    guard let identifier = rest.popFirst(), let first = rest.popFirst() else { throw .incomplete }
    self.identifier = identifier
    guard first >= 0x80 else {
      size = 2
      length = Int(first)
      return
    }
    // X.690 §8.1.3.5: the number of length octets; 0 is no DER, and no key needs more than 4.
    let count = Int(first & 0x7F)
    guard (1...4).contains(count) else { throw .malformed }
    guard rest.count >= count else { throw .incomplete }
    size = 2 + count
    length = rest.prefix(count).reduce(0) { $0 << 8 | Int($1) }
  }

  /// The first octet whose value does not fit into the one around it; nil when all of them fit.
  static func firstMisfit(in octets: ArraySlice<UInt8>, depth: Int = 8) -> Int? {
    var rest = octets
    while !rest.isEmpty {
      guard let header = try? DERHeader(rest), header.total <= rest.count, depth > 0 else {
        return rest.startIndex
      }
      let value = rest.dropFirst(header.size).prefix(header.length)
      if header.isConstructed, let misfit = firstMisfit(in: value, depth: depth - 1) {
        return misfit
      }
      rest = rest.dropFirst(header.total)
    }
    return nil
  }
}
