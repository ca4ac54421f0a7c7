import DNS
import MailAuth

extension FuzzTarget {
  /// A DKIM key record as published; a second line is the record that a service asks for.
  static let dkimKey = FuzzTarget("dkim-key") { octets in
    let lines = octets.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    let published = lines.first.map(Array.init) ?? []
    let expected = lines.count > 1 ? Array(lines[1]) : nil
    let name = try DNSName("s._domainkey.example.com")
    let source = FuzzedAnswers(texts: [name: [published[...]]])
    let verdict = try source.outcome { DKIMKeyVerdict.judge(at: name, expected: expected, in: $0) }
    try holdsTheKey(of: verdict, in: published, expected)
    _ = DKIMKeyRecord.keyText(in: published)
    let record: DKIMKeyRecord
    do throws(DKIMKeySyntaxError) {
      record = try DKIMKeyRecord(parsing: published)
    } catch {
      try hold((0...published.count).contains(error.offset), "fault at \(error.offset)")
      return false
    }
    let text = record.description
    try hold(try? DKIMKeyRecord(parsing: text), is: record, text)
    return true
  }

  /// What is published is never said to differ from itself, and places lie within their texts.
  private static func holdsTheKey(
    of verdict: DKIMKeyVerdict, in published: [UInt8], _ expected: [UInt8]?
  ) throws(Unsound) {
    for case .differs(let comparison) in verdict.faults {
      try hold(published != expected, "differs from itself: \(comparison)")
      let wanted = expected.flatMap(DKIMKeyRecord.keyText)?.count ?? 0
      switch comparison {
      case .reordered(let pieces):
        try hold(
          pieces.allSatisfy { $0.offset >= 0 && $0.length > 0 && $0.offset + $0.length <= wanted },
          "pieces beyond the key: \(pieces)")
      case .missing(let piece), .differing(let piece):
        try hold(piece.offset + piece.length <= wanted, "a piece beyond the key: \(piece)")
      default: break
      }
    }
  }
}
