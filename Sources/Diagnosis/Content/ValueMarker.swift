/// What the value of an expected record is recognised by, in a text that may have been damaged.
struct ValueMarker {
  private let purpose: ExpectedRecord.Purpose
  /// The first octets of a value that has no form of its own.
  private let beginning: [UInt8]

  /// As many octets tell a value without a form apart from others.
  private static let longest = 12

  init(_ expected: ExpectedRecord) {
    purpose = expected.purpose
    beginning = Array(expected.value.utf8.prefix(Self.longest))
  }

  /// Where the value begins; nil when it is not there.
  func start(in signs: [MeantText.Sign]) -> Int? {
    // Letter case counts nowhere here: what is written in the wrong case is meant all the same.
    let octets = signs.map { Self.folded($0.octet) }
    func place(_ text: some Sequence<UInt8>) -> Int? {
      let wanted = text.map(Self.folded)
      guard !wanted.isEmpty else { return nil }
      return octets.indices.first { octets[$0...].starts(with: wanted) }
    }
    switch purpose {
    case .spf: return place("v=spf1".utf8)
    case .dmarc: return place("v=dmarc1".utf8)
    case .dkim:
      if place("v=spf1".utf8) != nil || place("v=dmarc".utf8) != nil { return nil }
      return place("v=dkim1".utf8)
        ?? ["k=rsa", "k=ed25519", "p="].compactMap { tag in
          place(tag.utf8).flatMap { isTagStart($0, in: signs) ? $0 : nil }
        }.min()
    case .other: return place(beginning)
    case .mx: return nil
    }
  }

  /// The places of a key, in which no white space belongs.
  func keyRange(in signs: [MeantText.Sign]) -> Range<Int> {
    guard purpose == .dkim else { return 0..<0 }
    let starts = signs.indices.dropFirst().filter { index in
      signs[index].octet == UInt8(ascii: "=") && signs[index - 1].octet == UInt8(ascii: "p")
        && isTagStart(index - 1, in: signs)
    }
    guard let equals = starts.first else { return 0..<0 }
    let end = signs[equals...].firstIndex { $0.octet == UInt8(ascii: ";") } ?? signs.endIndex
    return (equals + 1)..<end
  }

  /// Whether white space has no meaning in the value wherever it stands.
  var allowsNoSpaceAtAll: Bool { purpose == .other && !beginning.contains(0x20) }

  private func isTagStart(_ index: Int, in signs: [MeantText.Sign]) -> Bool {
    guard index > 0 else { return true }
    let before = signs[index - 1]
    return before.isSpace || before.isQuote || before.octet == UInt8(ascii: ";")
  }

  private static func folded(_ octet: UInt8) -> UInt8 {
    (65...90).contains(octet) ? octet | 0x20 : octet
  }
}
