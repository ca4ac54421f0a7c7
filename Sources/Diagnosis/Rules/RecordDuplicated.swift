import DNS

extension Rule {
  /// Several records at the name say the same but for quotes, spaces or letter case.
  ///
  /// Where each of them counts, as with two SPF records, another finding says what that does.
  static let recordDuplicated = Rule(
    "record-duplicated", layer: .records, severity: .warning, references: ["RFC 2181 5"],
    arguments: ["name", "type", "values", "count", "hostLabel"],
    explains: .sameRecord(["mx-repeated"]),
    broken: Example(adding: #"_dmarc TXT "\"v=DMARC1; p=none\"""#), fixed: Example()
  ) { evidence in
    evidence.expected.compactMap { record in
      let right = evidence.authoritativeStates(of: record).filter { $0.state == .match }
      let doubled = right.map(\.observation).map { ($0, record.copies(in: $0)) }
        .filter { !$0.1.isEmpty }
      guard let copies = doubled.first?.1 else { return nil }
      return Draft(
        record: record,
        arguments: [
          "name": .name(record.name), "type": .text(record.type.name), "values": .texts(copies),
          "count": .count(copies.count), "hostLabel": .text(record.hostLabel(in: evidence)),
        ], evidence: doubled.map(\.0))
    }
  }
}

extension ExpectedRecord {
  /// The values in an answer that amount to what is right, when there are several.
  fileprivate func copies(in observation: Observation) -> [String] {
    let records = observation.records ?? []
    guard let right = records.first(where: { state(of: [$0]) == .match }) else { return [] }
    let wanted = core(of: right)
    let copies = records.filter { core(of: $0) == wanted }.map(RecordText.of)
    let distinct = copies.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return distinct.count > 1 ? distinct : []
  }

  /// A value without what makes no difference: quotes, spaces, the letter case of names.
  private func core(of record: ResourceRecord) -> String {
    let text = RecordText.of(record)
    guard type == .txt else { return text.lowercased() }
    let plain = MeantText(record.text ?? [], ValueMarker(self))?.value ?? text
    return plain.withoutSpaces
  }
}
