import DNS
import MailAuth

/// A published text that was meant to be an expected record.
struct MeantRecord: Sendable {
  let record: ExpectedRecord
  let text: MeantText
  /// The answers that hold the text.
  let observations: [Observation]
  /// Whether every server that answers has the record right all the same.
  let isRight: Bool
}

extension Evidence {
  /// The texts at the expected names that were meant to be the expected records.
  ///
  /// Nothing is said of a record that some server has right and another one wrong: that is another
  /// fault. Texts of other senders and services at the name are left alone.
  func meantRecords() -> [MeantRecord] { index.value?.meantRecords ?? findMeantRecords() }

  /// Looks for them.
  func findMeantRecords() -> [MeantRecord] {
    expected.filter { $0.type == .txt }.flatMap { record -> [MeantRecord] in
      let heard = authoritativeStates(of: record).filter { $0.state != .unknown }
      let states = Set(heard.map(\.state))
      guard states == [.match] || !states.contains(.match) else { return [] }
      return record.meantTexts(in: heard.map(\.observation)).compactMap { text in
        let isRight = states == [.match]
        if isRight, record.state(ofTexts: [text.octets]) != .match { return nil }
        return MeantRecord(
          record: record, text: text,
          observations: heard.map(\.observation).filter {
            ($0.records ?? []).texts.contains(text.octets)
          }, isRight: isRight)
      }
    }
  }

  /// What every finding about a damaged text tells, and how it was seen.
  func draft(
    _ meant: MeantRecord, _ arguments: [String: FindingArgument], severity: Severity? = nil
  ) -> Rule.Draft {
    var all: [String: FindingArgument] = [
      "name": .name(meant.record.name), "observed": .text(RecordText.plain(meant.text.octets)),
      "expected": .text(meant.record.correction(of: meant.text)),
      "hostLabel": .text(meant.record.hostLabel(in: self)),
    ]
    all.merge(arguments) { $1 }
    return Rule.Draft(
      record: meant.record, severity: severity, arguments: all, evidence: meant.observations)
  }
}

extension ExpectedRecord {
  /// The distinct texts in some answers that were meant to be this record.
  func meantTexts(in observations: [Observation]) -> [MeantText] {
    let marker = ValueMarker(self)
    let texts = observations.flatMap { ($0.records ?? []).texts }
    let distinct = texts.reduce(into: [[UInt8]]()) { if !$0.contains($1) { $0.append($1) } }
    return distinct.compactMap { octets in
      guard let text = MeantText(octets, marker) else { return nil }
      // A value without a form of its own may be one of many of its kind.
      let isOurs =
        purpose != .other
        || text.value.withoutSpaces.lowercased() == value.withoutSpaces.lowercased()
      return isOurs ? text : nil
    }
  }

  /// How a name would stand that had these texts and no others.
  func state(ofTexts texts: [[UInt8]]) -> RecordState {
    state(
      of: texts.map {
        ResourceRecord(name: name, type: .txt, ttl: 0, data: .txt([$0]))
      })
  }

  /// What ought to be published instead of a text that was meant to be this record.
  ///
  /// An SPF record keeps its other senders. Without the value from the mail service's console, the
  /// best that can be said is the text without what does not belong to it.
  func correction(of text: MeantText) -> String {
    if purpose == .spf, let wanted = try? SPFRecord(parsing: value),
      let found = try? SPFRecord(parsing: text.value)
    {
      return found.adding(sendersOf: wanted).description
    }
    return value.isEmpty ? text.value : shownValue
  }

  /// What the name field of the DNS console wants for this record.
  func hostLabel(in evidence: Evidence) -> String {
    name.hostLabel(in: evidence.zone(of: name)?.name ?? evidence.zone)
  }
}

extension String {
  /// The text without spaces, tabs and line breaks.
  var withoutSpaces: String {
    String(
      String.UnicodeScalarView(unicodeScalars.filter { !(0x09...0x0D ~= $0.value) && $0 != " " }))
  }
}

extension Rule {
  /// What a damaged text makes of the record that it was meant to be.
  static let consequencesOfDamage: Set<FindingID> = absences.union([
    "record-mismatch", "spf-version-wrong", "spf-syntax", "spf-term-misspelt",
    "spf-include-missing", "dkim-syntax", "dkim-key-missing", "dkim-key-corrupt",
    "dkim-key-truncated", "dkim-key-split-wrong", "dkim-key-other", "dkim-is-alias",
    "dmarc-version-wrong",
    "dmarc-syntax", "dmarc-name-holds-other-text", "dmarc-policy-missing",
    "dmarc-policy-value-wrong",
  ])
}
