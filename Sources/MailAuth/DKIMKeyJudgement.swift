/// One text at a selector, judged by RFC 6376, RFC 8301 and RFC 8463.
struct DKIMKeyJudgement {
  /// The record that the mail service asks for.
  let expected: [UInt8]?
  private(set) var record: DKIMKeyRecord?
  private(set) var key: DKIMPublicKey?
  var faults: [DKIMKeyFault] = []

  init(expected: [UInt8]?) { self.expected = expected }

  /// Judges the text: what spoils the key first, what only deserves mention last.
  mutating func read(_ text: [UInt8]) {
    do throws(DKIMKeySyntaxError) {
      let record = try DKIMKeyRecord(parsing: text)
      self.record = record
      readKey(of: record)
      if let hashes = record.hashes, !hashes.contains("sha256") {
        faults.append(.hash(permitted: hashes))
      }
      if !record.services.contains("*"), !record.services.contains("email") {
        faults.append(.service(record.services))
      }
    } catch {
      faults.append(truncation(of: text, after: error) ?? .syntax(error))
    }
    compare(text)
    if let record { readRemarks(of: record) }
  }

  private mutating func readKey(of record: DKIMKeyRecord) {
    if record.isRevoked {
      faults.append(.revoked)
      return
    }
    do throws(DKIMPublicKeyFault) {
      key = try DKIMPublicKey(record)
      if let bits, bits < 1024 { faults.append(.weak(bits: bits)) }
    } catch {
      faults.append(.key(error))
    }
  }

  private mutating func readRemarks(of record: DKIMKeyRecord) {
    if record.flags.contains("y") { faults.append(.testing) }
    if record.flags.contains("s") { faults.append(.strictIdentity) }
    if let bits, (1024..<2048).contains(bits) { faults.append(.below2048(bits: bits)) }
    if let bits, bits > 4096 { faults.append(.above4096(bits: bits)) }
  }

  /// Bits of the modulus, of an RSA key.
  private var bits: Int? {
    if case .rsa(let key) = key { key.bits } else { nil }
  }

  /// A cut seldom leaves whole groups of base64: the DER at the beginning proves it then.
  private func truncation(
    of text: [UInt8], after error: DKIMKeySyntaxError
  ) -> DKIMKeyFault? {
    guard error.reason == .base64, error.offset == text.count || isLastTag(error.offset, in: text),
      let value = DKIMKeyRecord.keyText(in: text)
    else { return nil }
    let octets = Base64Text.soundBeginning(value[...])
    guard octets.first == 0x30, let header = try? DERHeader(octets[...]),
      header.total > octets.count
    else { return nil }
    return .key(.truncated(announced: header.total, observed: octets.count))
  }

  /// Whether the offset is the end of a value that only a semicolon and white space follow.
  private func isLastTag(_ offset: Int, in text: [UInt8]) -> Bool {
    text[min(offset, text.count)...].allSatisfy { $0.isFoldingSpace || $0 == UInt8(ascii: ";") }
  }

  private mutating func compare(_ text: [UInt8]) {
    guard let expected, let wanted = DKIMKeyRecord.keyText(in: expected),
      let found = DKIMKeyRecord.keyText(in: text), !found.isEmpty
    else { return }
    let comparison = DKIMKeyComparison(expected: wanted, observed: found)
    switch comparison {
    case .equal, .spaced: break
    default: faults.append(.differs(comparison))
    }
  }

  /// Whether the texts, joined in some order, are the expected record.
  static func isSplit(_ expected: [UInt8], into texts: [[UInt8]]) -> Bool {
    let wanted = expected.filter { !$0.isFoldingSpace }
    let parts = texts.map { $0.filter { !$0.isFoldingSpace } }.filter { !$0.isEmpty }
    // Each part is taken off the front where it fits; parts of a key do not begin alike, and
    // more than a handful of them is no split that people make.
    guard parts.count > 1, parts.count <= 8,
      parts.reduce(0, { $0 + $1.count }) == wanted.count
    else { return false }
    var rest = wanted[...]
    var left = parts
    while let next = left.firstIndex(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(left.remove(at: next).count)
    }
    return rest.isEmpty
  }
}
