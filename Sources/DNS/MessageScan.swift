/// A bounded look over received octets before libldns sees them.
///
/// libldns follows up to 65,535 compression pointers for one name, leaks memory for each extra TSIG
/// record, allocates the length of a record for each field in it, and looks for the next record
/// behind the last field whatever length the record states. So a message that is hostile in these
/// ways is refused here. The scan reads each octet at most once, except where pointers lead back,
/// and follows at most 127 of those a name.
///
/// libldns reads data only of types whose names may be compressed, and of those that annai works
/// with. All others it is told to be of a type that it does not know (RFC 3597 §4: such data are
/// octets, and names in them are not compressed): it drops parts of some of them.
struct MessageScan {
  /// More than any honest answer holds: the largest TXT sets in use have a few dozen.
  static let mostRecords = 512
  /// A name of 255 octets has at most 127 labels, so it cannot need more pointers.
  static let mostPointers = 127
  /// Twice the character-strings that the longest data need.
  static let mostFields = 512

  /// The message as libldns may see it.
  private(set) var wire: [UInt8]
  /// The true types of the records in the answer, authority and additional sections, the
  /// pseudo-record of EDNS left out of the last.
  private(set) var types: [[RecordType]] = []
  var position = 12

  private init(_ wire: [UInt8]) { self.wire = wire }

  /// Throws unless `wire` is bounded and every name that libldns will read can be read.
  static func check(_ wire: [UInt8]) throws(MessageError) -> MessageScan {
    guard wire.count >= 12 else { throw .tooShort }
    var scan = MessageScan(wire)
    let counts = [4, 6, 8, 10].map { Int(wire[$0]) << 8 | Int(wire[$0 + 1]) }
    let records = counts[1] + counts[2] + counts[3]
    guard counts[0] <= 1, records <= mostRecords else { throw .tooManyRecords }
    for _ in 0..<counts[0] {
      try scan.skipName()
      try scan.skip(4)
    }
    for count in counts[1...] {
      var types: [RecordType] = []
      for _ in 0..<count { types.append(try scan.skipRecord()) }
      scan.types.append(types)
    }
    scan.types[2].removeAll { $0 == .opt }
    return scan
  }

  mutating func skip(_ count: Int) throws(MessageError) {
    guard position + count <= wire.count else { throw .tooShort }
    position += count
  }

  private mutating func skipRecord() throws(MessageError) -> RecordType {
    try skipName()
    let header = position
    try skip(10)
    let type = RecordType(rawValue: UInt16(wire[header]) << 8 | UInt16(wire[header + 1]))
    let end = position + (Int(wire[header + 8]) << 8 | Int(wire[header + 9]))
    guard end <= wire.count else { throw .tooShort }
    // libldns leaks memory on some of them, and nobody asked for one.
    if type == .tsig { throw .unexpectedType(type) }
    if Self.isReadByLibldns(type) {
      try skipData(of: type, upTo: end)
    } else {
      // Names that follow are read from these octets here as by libldns, should one lead into them.
      (wire[header], wire[header + 1]) = Self.unknownType
      position = end
    }
    return type
  }

  mutating func skipName() throws(MessageError) {
    var cursor = position
    var after: Int?
    var pointers = 0
    var length = 1
    while true {
      guard cursor < wire.count else { throw .tooShort }
      let octet = Int(wire[cursor])
      switch octet >> 6 {
      case 0:
        if octet == 0 {
          position = after ?? cursor + 1
          return
        }
        length += octet + 1
        if length > DNSName.longestName { throw .badName }
        cursor += octet + 1
      case 3:
        guard cursor + 1 < wire.count else { throw .tooShort }
        let target = (octet & 0x3F) << 8 | Int(wire[cursor + 1])
        pointers += 1
        // RFC 1035 §4.1.4: a pointer leads to a *prior* occurrence.
        guard target < cursor, target >= 12, pointers <= Self.mostPointers else {
          throw .badPointer
        }
        after = after ?? cursor + 2
        cursor = target
      default:
        throw .badName
      }
    }
  }

  /// A, TXT and AAAA, the pseudo-record of EDNS, and whatever holds names that may be compressed, or
  /// were by old servers.
  private static func isReadByLibldns(_ type: RecordType) -> Bool {
    switch type.rawValue {
    case 1, 16, 28, 41: true
    case 2...9, 12, 14, 15, 17, 18, 21, 24, 26, 33, 35, 36, 39, 46, 47, 58, 64, 65, 107: true
    default: false
    }
  }

  /// The first of the types for private use (RFC 6895 §3.1).
  private static let unknownType: (UInt8, UInt8) = (0xFF, 0x00)
}
