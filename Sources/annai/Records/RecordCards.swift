import DNS
import Localization
import Playbook
import Publishing
import Report

/// A sheet of records in words: where they are edited, a card for each, what to look at afterwards.
struct RecordCards {
  let sheet: RecordSheet
  let messages: Messages
  /// What the playbook says about a record.
  let remarks: (PlannedRecord) -> [Block]

  init(
    _ sheet: RecordSheet, _ messages: Messages,
    remarks: @escaping (PlannedRecord) -> [Block] = { _ in [] }
  ) {
    self.sheet = sheet
    self.messages = messages
    self.remarks = remarks
  }

  /// Everything.
  var blocks: [Block] {
    hostBlocks + sheet.changes.enumerated().flatMap { card($0 + 1, $1) } + doubtBlocks
  }

  /// One card; nothing for a number that no record has.
  func card(number: Int) -> [Block] {
    guard sheet.changes.indices.contains(number - 1) else { return [] }
    return card(number, sheet.changes[number - 1])
  }

  // MARK: A card

  private func card(_ number: Int, _ change: RecordChange) -> [Block] {
    let title = messages(
      "record.title",
      [
        "number": .integer(number), "count": .integer(sheet.changes.count),
        "id": .text(change.planned.id.uppercased()),
      ])
    return [.subheading(title)] + action(change) + reasons(change) + limit(change)
      + remarks(change.planned) + [.space]
  }

  private func action(_ change: RecordChange) -> [Block] {
    switch change.action {
    case .add: [say("record.add")] + typed(change)
    case .keep: [say("record.keep")] + standing(change.kept)
    case .leave: [say("record.leave")] + standing(change.kept)
    case .replace: deleted(change) + [say("record.put-in-place")] + typed(change)
    case .delete: deleted(change) + [say("record.keep")] + standing(change.kept)
    }
  }

  private func deleted(_ change: RecordChange) -> [Block] {
    [say("record.delete", ["count": .integer(change.obsolete.count)])] + standing(change.obsolete)
  }

  /// Records that are there, by what finds them again in the console's list.
  private func standing(_ records: [ResourceRecord]) -> [Block] {
    records.map { record in
      .fields(FormEntry.place(of: record, zone: sheet.zone, form: sheet.form).map(field))
    }
  }

  /// What is typed, and for a long text also its strings as a zone file has them.
  private func typed(_ change: RecordChange) -> [Block] {
    let name = Block.Field(messages("record.full-name"), change.planned.name.description)
    guard let record = change.record, let entry = sheet.entry(change) else {
      return [
        .fields([
          Block.Field(label(.host), change.planned.name.hostLabel(in: sheet.zone)),
          Block.Field(label(.type), change.planned.type.name),
          Block.Field(label(.value), messages("record.value-unknown")), name,
        ])
      ]
    }
    var fields = entry.line.map { [Block.Field(messages("record.line"), $0)] }
    fields = fields ?? entry.rows.map(field)
    if case .txt(let strings) = record.data, strings.count > 1 {
      fields?.append(Block.Field(messages("record.zone-file"), record.presentation))
    }
    return [.fields((fields ?? []) + [name])]
  }

  private func field(_ row: FormEntry.Row) -> Block.Field {
    Block.Field(label(row.field), row.text.isEmpty ? messages("record.empty-field") : row.text)
  }

  /// The label of a field in the console's own words where they are known, beside neutral ones
  /// where they are of another language.
  private func label(_ field: DNSHostForm.Field) -> String {
    let neutral = word(field)
    guard let own = sheet.form.label(field, language: messages.language.code), own.text != neutral
    else { return neutral }
    guard own.isForeign else { return own.text }
    return messages("record.label-of-console", ["word": .text(neutral), "label": .text(own.text)])
  }

  private func word(_ field: DNSHostForm.Field) -> String {
    switch field {
    case .host: messages("record.host")
    case .type: messages("record.type")
    case .value: messages("record.value")
    case .priority: messages("record.priority")
    case .ttl: messages("record.ttl")
    }
  }

  /// A value that the form does not take.
  private func limit(_ change: RecordChange) -> [Block] {
    guard let host = sheet.host, let limit = sheet.entry(change)?.exceededLimit else { return [] }
    let count = change.record?.text?.count ?? 0
    return [
      say(
        "record.too-long",
        ["count": .integer(count), "host": .text(name(host)), "limit": .integer(limit)])
    ]
  }

  func name(_ host: DNSHost) -> String { host.name(language: messages.language.code) }

  func say(_ key: MessageKey, _ arguments: [String: Argument] = [:]) -> Block {
    .paragraph(messages(key, arguments), indent: 2)
  }
}
