extension JSONScanner {
  /// A string with its quotes (RFC 8259 section 7); empty if it is not kept.
  mutating func string(isKept: Bool = true) throws(Fault) -> String {
    guard take("\"") else { throw fault() }
    let start = index
    var isEscaped = false
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      if bytes[index] < 0x20 { throw fault() }
      if bytes[index] == UInt8(ascii: "\\") {
        isEscaped = true
        index += 1
      }
      index += 1
    }
    guard index < bytes.count else { throw fault(at: bytes.count) }
    let end = index
    index += 1
    if isEscaped { return try unescaped(from: start, to: end) }
    return isKept ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
  }

  private func unescaped(from start: Int, to end: Int) throws(Fault) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(end - start)
    var index = start
    while index < end {
      guard bytes[index] == UInt8(ascii: "\\") else {
        text.append(bytes[index])
        index += 1
        continue
      }
      let place = index
      // The scan for the closing quote has seen an octet after every backslash.
      switch bytes[index + 1] {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(bytes[index + 1])
      case UInt8(ascii: "u"):
        guard let (scalar, length) = unicodeEscape(at: index, end: end) else {
          throw fault(at: place)
        }
        text.append(contentsOf: Array(String(scalar).utf8))
        index += length
        continue
      default: throw fault(at: place)
      }
      index += 2
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// `\uXXXX`, or two of them for a scalar above U+FFFF; nil for half of a pair.
  private func unicodeEscape(at index: Int, end: Int) -> (Unicode.Scalar, length: Int)? {
    guard let first = codeUnit(at: index, end: end) else { return nil }
    if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
    guard (0xD800...0xDBFF).contains(first), let second = codeUnit(at: index + 6, end: end),
      (0xDC00...0xDFFF).contains(second)
    else { return nil }
    let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
    return Unicode.Scalar(value).map { ($0, 12) }
  }

  private func codeUnit(at index: Int, end: Int) -> UInt16? {
    guard index + 6 <= end, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    return bytes[(index + 2)..<(index + 6)].reduce(UInt16?(0)) { value, byte in
      guard let value, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      return value << 4 | UInt16(digit)
    }
  }
}
