import DNS
import MailAuth

extension Rule {
  /// The pieces of the expected key are there, but something is between them, missing or out of order.
  static let dkimKeySplitWrong = Rule(
    "dkim-key-split-wrong", layer: .mailAuth, severity: .error, references: ["RFC 6376 3.6.2.2"],
    arguments: ["name", "expected", "observed", "parts"],
    explains: .sameRecord([
      "record-mismatch", "dkim-key-corrupt", "dkim-key-truncated", "dkim-key-type-wrong",
      "dkim-key-short",
    ]),
    broken: Example.dkim(
      "v=DKIM1; k=rsa; p=\(Example.key.dropFirst(110))\(Example.key.prefix(110))"), fixed: Example()
  ) { evidence in
    evidence.dkimDrafts { sight in
      guard let parts = sight.misplacedParts else { return nil }
      return [
        "name": sight.name, "expected": .text(sight.expected.value), "observed": sight.observed,
        "parts": .texts(parts),
      ]
    }
  }
}

extension DKIMSight {
  /// The stretches of the expected key that are out of order, missing or different; empty when
  /// something is in between; nil when the pieces are right or the key is another one.
  fileprivate var misplacedParts: [String]? {
    switch comparison {
    case .foreign, .inserted: []
    case .missing(let piece), .differing(let piece): [text(of: piece)]
    case .reordered(let pieces): pieces.map(text)
    case .equal, .spaced, .caseChanged, .truncated, .other, nil: nil
    }
  }

  private func text(of piece: DKIMKeyComparison.Piece) -> String {
    let key = (DKIMKeyRecord.keyText(in: Array(expected.value.utf8)) ?? [])
      .filter { ![0x20, 0x09, 0x0D, 0x0A].contains($0) }
    return RecordText.plain(Array(key.dropFirst(piece.offset).prefix(piece.length)))
  }
}
