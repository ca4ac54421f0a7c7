import DNS
import MailAuth

extension ExpectedRecord {
  /// More parts than anybody cuts a value into.
  private static let mostParts = 16

  /// The texts in an answer that are the value when they are joined, in that order; none when
  /// they are not.
  func parts(among observation: Observation) -> [String] {
    let texts = (observation.records ?? []).texts.map(RecordText.plain)
    guard texts.count > 1, texts.count <= Self.mostParts else { return [] }
    return value.isEmpty ? soundParts(texts) : expectedParts(texts)
  }

  /// White space at the seams does not count.
  private func expectedParts(_ texts: [String]) -> [String] {
    let pieces = texts.map { ($0, Array($0.withoutSpaces.utf8)) }.filter { !$0.1.isEmpty }
    var rest = Array(value.withoutSpaces.utf8)[...]
    var parts: [String] = []
    while !rest.isEmpty {
      // The longest part that fits: a shorter one is a beginning of it.
      let fitting = pieces.filter { rest.starts(with: $0.1) && !parts.contains($0.0) }
      guard let next = fitting.max(by: { $0.1.count < $1.1.count }) else { return [] }
      parts.append(next.0)
      rest = rest.dropFirst(next.1.count)
    }
    return parts.count > 1 ? parts : []
  }

  /// Without the value, only two parts can be told: together they are a sound key, and the one
  /// with the tags alone is none.
  private func soundParts(_ texts: [String]) -> [String] {
    guard purpose == .dkim, texts.count == 2 else { return [] }
    return [texts, texts.reversed()].first { parts in
      parts[0].contains("p=") && !Self.isSoundKey(parts[0]) && !parts[1].contains("p=")
        && Self.isSoundKey(parts.joined())
    } ?? []
  }

  private static func isSoundKey(_ text: String) -> Bool {
    guard let record = try? DKIMKeyRecord(parsing: text) else { return false }
    return (try? DKIMPublicKey(record)) != nil
  }
}
