/// Reads JSON (RFC 8259) and knows the place of every mistake.
///
/// Our own because JSONDecoder and JSONSerialization both accept duplicate keys silently.
struct JSONScanner {
  /// A mistake at an octet of the input.
  struct Fault: Error {
    let offset: Int
    let reason: Malformation
  }

  private static let deepest = 16

  let bytes: [UInt8]
  var index: Int

  /// Starts after a byte order mark, or at `index` if it is given.
  init(_ bytes: [UInt8], at index: Int? = nil) {
    self.bytes = bytes
    // RFC 8259 section 8.1: a byte order mark may be ignored, and some editors write one.
    self.index = index ?? (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
  }

  /// Everything else relies on this having been asked first.
  func checkUTF8() throws(Fault) {
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    var parser = Unicode.UTF8.ForwardParser()
    var octets = bytes.makeIterator()
    var length = 0
    while case .valid(let scalar) = parser.parseScalar(from: &octets) { length += scalar.count }
    throw fault(.invalidUTF8, at: length)
  }

  var isAtEnd: Bool { index == bytes.count }

  mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  /// Takes one octet, with the space before it, if it is there.
  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: sign) else { return false }
    index += 1
    return true
  }

  mutating func expect(_ sign: Unicode.Scalar) throws(Fault) {
    if !take(sign) { throw fault() }
  }

  /// Reads a value. If it is not kept, what it contains is only checked: most metadata is never
  /// looked at, and building it is half the time of reading a table.
  mutating func value(isKept: Bool = true, depth: Int = 1) throws(Fault) -> JSONValue {
    skipSpace()
    guard index < bytes.count else { throw fault() }
    switch bytes[index] {
    case UInt8(ascii: "\""): return .string(try string(isKept: isKept))
    case UInt8(ascii: "{"): return try object(isKept: isKept, depth: depth)
    case UInt8(ascii: "["): return try array(isKept: isKept, depth: depth)
    case UInt8(ascii: "t"):
      try literal("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try literal("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try literal("null")
      return .null
    default:
      try number()
      return .number
    }
  }

  private mutating func object(isKept: Bool, depth: Int) throws(Fault) -> JSONValue {
    if depth > Self.deepest { throw fault(.nestedTooDeeply) }
    index += 1
    var members: [String: JSONValue] = [:]
    if take("}") { return .object(members) }
    repeat {
      let name = try string(isKept: isKept)
      try expect(":")
      let value = try value(isKept: isKept, depth: depth + 1)
      if isKept { members[name] = value }
    } while take(",")
    try expect("}")
    return .object(members)
  }

  private mutating func array(isKept: Bool, depth: Int) throws(Fault) -> JSONValue {
    if depth > Self.deepest { throw fault(.nestedTooDeeply) }
    index += 1
    var elements: [JSONValue] = []
    if take("]") { return .array(elements) }
    repeat {
      let value = try value(isKept: isKept, depth: depth + 1)
      if isKept { elements.append(value) }
    } while take(",")
    try expect("]")
    return .array(elements)
  }

  private mutating func literal(_ word: StaticString) throws(Fault) {
    for offset in 0..<word.utf8CodeUnitCount {
      guard index < bytes.count, bytes[index] == word.utf8Start[offset] else { throw fault() }
      index += 1
    }
  }

  /// RFC 8259 section 6.
  private mutating func number() throws(Fault) {
    _ = takeNow(oneOf: "-")
    if !takeNow(oneOf: "0") { try digits() }
    if takeNow(oneOf: ".") { try digits() }
    if takeNow(oneOf: "eE") {
      _ = takeNow(oneOf: "+-")
      try digits()
    }
  }

  private mutating func digits() throws(Fault) {
    let start = index
    while index < bytes.count, bytes[index].isASCIIDigit { index += 1 }
    if index == start { throw fault() }
  }

  private mutating func takeNow(oneOf signs: String) -> Bool {
    guard index < bytes.count, signs.utf8.contains(bytes[index]) else { return false }
    index += 1
    return true
  }

  func fault(_ reason: Malformation = .invalidJSON, at offset: Int? = nil) -> Fault {
    Fault(offset: offset ?? index, reason: reason)
  }
}
