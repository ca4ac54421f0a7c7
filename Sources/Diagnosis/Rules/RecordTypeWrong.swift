import DNS

extension Rule {
  /// The right value stands at the right name in a record of another type.
  static let recordTypeWrong = Rule(
    "record-type-wrong", layer: .records, severity: .error,
    references: ["RFC 7208 3.1", "RFC 1035 3.3"],
    arguments: ["name", "expectedType", "observedType", "observed", "expected", "hostLabel"],
    explains: .sameRecord(
      absences.union([
        "cname-dangling", "cname-blocks-record", "dkim-is-alias", "spf-obsolete-form",
      ])),
    broken: Example(without: "MX", adding: #"@ TXT "10 mxbiz1.qq.com.""#), fixed: Example()
  ) { evidence in
    evidence.expected(.missing).compactMap { record, _ in
      let types = record.otherTypes + [.cname]
      let seen = types.filter { $0 != record.type }
        .flatMap { evidence.observations(.authoritative, Question(record.name, $0)) }
        .filter { $0.answer?.isAuthoritative == true && evidence.wildcard(of: $0) == nil }
      let found = seen.flatMap { observation in
        observation.ownRecords.filter { record.isHeld(by: $0) }.map { (observation, $0) }
      }
      guard let first = found.first?.1 else { return nil }
      return Draft(
        record: record,
        arguments: [
          "name": .name(record.name), "expectedType": .text(record.type.name),
          "observedType": .text(first.type.name), "observed": .text(first.shownText),
          "expected": .text(record.shownValue),
          "hostLabel": .text(record.hostLabel(in: evidence)),
        ], evidence: found.map(\.0))
    }
  }
}

extension ExpectedRecord {
  /// Whether a record of another type holds what was meant to be this one.
  fileprivate func isHeld(by record: ResourceRecord) -> Bool {
    guard record.type != type else { return false }
    switch record.type {
    // Nobody needs an address at a name that begins with an underscore (RFC 8552 §1.1).
    case .a: return type == .cname || name.labels.first?.first == UInt8(ascii: "_") || isKeyName
    case .cname:
      if type == .mx { return record.target == target }
      return record.target.map { isMeant(by: $0.octets) } ?? false
    case .txt: return isTargetNamed(by: record.text ?? [])
    case .spf: return record.characterStrings.map(isMeant) ?? false
    default: return false
    }
  }

  /// A selector has no underscore, the label behind it has.
  private var isKeyName: Bool {
    name.labels.dropFirst().first.map { $0.elementsEqual("_domainkey".utf8) } ?? false
  }

  private func isMeant(by text: [UInt8]) -> Bool {
    type == .txt && MeantText(text, ValueMarker(self)) != nil
  }

  /// Whether a text names the host that this record points to, with or without a preference.
  private func isTargetNamed(by text: [UInt8]) -> Bool {
    let words = RecordText.plain(text).split(separator: " ")
    guard let target, let last = words.last, words.count <= 3 else { return false }
    return (try? DNSName(String(last))) == target
  }
}

extension ResourceRecord {
  /// What the record says, for people; an SPF record like a TXT.
  fileprivate var shownText: String {
    if type == .spf { return characterStrings.map(RecordText.plain) ?? RecordText.of(self) }
    return RecordText.of(self)
  }

  /// The joined strings of a record that has the form of a TXT record (RFC 1035 §3.3.14).
  fileprivate var characterStrings: [UInt8]? {
    guard case .other(let data) = data else { return text }
    var rest = data[...]
    var octets: [UInt8] = []
    while let length = rest.popFirst() {
      guard rest.count >= Int(length) else { return nil }
      octets += rest.prefix(Int(length))
      rest = rest.dropFirst(Int(length))
    }
    return octets
  }
}

extension DNSName {
  /// The labels with dots between them, unescaped: what somebody typed who took a name for a text.
  fileprivate var octets: [UInt8] { Array(labels.joined(separator: [UInt8(ascii: ".")])) }
}
