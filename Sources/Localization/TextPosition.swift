/// A place in a file for a person: from 1, columns in Unicode scalars.
struct TextPosition {
  let line: Int
  let column: Int

  init(of offset: Int, in bytes: [UInt8]) {
    let before = bytes.prefix(offset)
    let lineStart = (before.lastIndex(of: 0x0A) ?? -1) + 1
    line = 1 + before.count { $0 == 0x0A }
    // A continuation octet of UTF-8 starts no scalar, and a byte order mark is no column.
    let scalars = before[lineStart...].count { $0 & 0xC0 != 0x80 }
    column = 1 + scalars - (line == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 1 : 0)
  }
}
