/// One table: a flat JSON object in the ARB convention, in the order of the file.
package struct TableFile {
  package struct Entry {
    let key: String
    package let text: String
    let offset: Int
  }

  struct Metadata {
    /// Without the `@`.
    let key: String
    let offset: Int
    let valueOffset: Int
  }

  /// In octets; far above any table that people write.
  static let limit = 4 << 20

  let source: TableSource
  package private(set) var entries: [Entry] = []
  private(set) var metadata: [Metadata] = []
  /// The value of `@@locale`.
  private(set) var locale: String?
  private let bytes: [UInt8]

  init(_ source: TableSource) throws(ResourceError) {
    guard let bytes = try RegularFile.bytes(atPath: source.path, limit: Self.limit) else {
      throw .malformed(
        file: source.path, line: 1, column: 1, reason: .tooBig(limit: Self.limit))
    }
    try self.init(bytes, of: source)
  }

  /// Reads octets that stand in a file.
  package init(_ bytes: [UInt8], of source: TableSource) throws(ResourceError) {
    self.source = source
    self.bytes = bytes
    do throws(JSONScanner.Fault) {
      try read()
    } catch {
      let position = TextPosition(of: error.offset, in: bytes)
      throw .malformed(
        file: source.path, line: position.line, column: position.column, reason: error.reason)
    }
  }

  /// The metadata of a message as it is written.
  func value(of metadata: Metadata) -> JSONValue {
    var scanner = JSONScanner(bytes, at: metadata.valueOffset)
    // It was read once without a fault.
    return (try? scanner.value()) ?? .null
  }

  var lines: LineIndex { LineIndex(bytes) }

  func position(of offset: Int) -> TextPosition { TextPosition(of: offset, in: bytes) }

  private mutating func read() throws(JSONScanner.Fault) {
    var scanner = JSONScanner(bytes)
    try scanner.checkUTF8()
    scanner.skipSpace()
    let start = scanner.index
    guard scanner.take("{") else {
      // Another JSON value is a different mistake from text that is no JSON.
      _ = try scanner.value(isKept: false)
      throw scanner.fault(.notAnObject, at: start)
    }
    if !scanner.take("}") {
      repeat { try member(&scanner) } while scanner.take(",")
      try scanner.expect("}")
    }
    scanner.skipSpace()
    if !scanner.isAtEnd { throw scanner.fault() }
  }

  private mutating func member(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    scanner.skipSpace()
    let offset = scanner.index
    let key = try scanner.string()
    try scanner.expect(":")
    scanner.skipSpace()
    let place = scanner.index
    let isMessage = key.utf8.first != UInt8(ascii: "@")
    let isLocale = key == "@@locale"
    let value = try scanner.value(isKept: isMessage || isLocale)
    if isLocale { locale = value.string }
    if isMessage {
      guard case .string(let text) = value else {
        throw scanner.fault(.valueNotString(key: key), at: place)
      }
      entries.append(Entry(key: key, text: text, offset: offset))
    } else if !key.utf8.starts(with: "@@".utf8) {
      let name = String(key.dropFirst())
      guard case .object = value else {
        throw scanner.fault(.metadataNotObject(key: name), at: place)
      }
      metadata.append(Metadata(key: name, offset: offset, valueOffset: place))
    }
  }
}
