import DNS
import Localization
import Playbook

extension GuideAuthor {
  /// Each record in the terms of a DNS console.
  var records: [GuidePart] {
    let open = playbook.records.filter { isOpen($0.condition) }
    return open.enumerated().flatMap { index, template -> [GuidePart] in
      let title = messages(
        "record.title",
        [
          "number": .integer(index + 1), "count": .integer(open.count),
          "id": .text(template.id.uppercased()),
        ])
      var parts: [GuidePart] = [
        .section(title, id: "record-\(template.id)"), .fields(fields(template)),
        .paragraph(text(template.noteKey)),
      ]
      if template.confidence != .documented {
        let key = MessageKey("record.confidence.\(template.confidence.rawValue)")
        parts.append(.note(messages(key)))
      }
      if let remark = remark(on: template.condition) { parts.append(.note(remark)) }
      return parts
    }
  }

  private func fields(_ template: RecordTemplate) -> [GuidePart.Field] {
    let planned = planned(template)
    var fields = [
      GuidePart.Field(
        label: messages("record.host"),
        value: planned.map { .exact($0.hostLabel) } ?? asked(template.name)),
      GuidePart.Field(label: messages("record.type"), value: .exact(template.type.name)),
      GuidePart.Field(
        label: messages("record.value"),
        value: planned.flatMap { $0.isSoundnessOnly ? nil : .exact($0.value) }
          ?? asked(template.value)),
    ]
    if let priority = template.priority {
      fields.append(
        GuidePart.Field(label: messages("record.priority"), value: .exact(String(priority))))
    }
    if let planned {
      fields.append(
        GuidePart.Field(
          label: messages("record.full-name"), value: .exact(planned.name.description)))
    }
    return fields
  }

  /// The record with the choices that it hangs on made; nil while its name is not known.
  func planned(_ template: RecordTemplate) -> PlannedRecord? {
    guard let domain else { return nil }
    let answers = values.merging(template.condition?.choices ?? [:]) { $1 }
    // A name that is not known is one record's loss: the others are planned without it.
    return try? playbook.plan(template, Answers(answers), zone: domain.registrableDomain)
  }

  /// Where the missing parts of a value come from; the value itself when none is missing.
  private func asked(_ template: Template) -> GuidePart.Value {
    if let known = template.text(values) { return .exact(known) }
    let open = template.inputs.filter { values[$0] == nil }
    let questions = open.map { text("input.\($0).question") }
    return .words(
      messages("guide.asked", ["ids": .list(open), "questions": .list(questions)]))
  }

  /// How to check: everything with one command, and each record by hand.
  var checks: [GuidePart] {
    let open = playbook.records.filter { isOpen($0.condition) }
    let names = open.compactMap { planned($0) }
    let parts: [GuidePart] = [.paragraph(messages("guide.check")), .command(checkCommand)]
    // Without what the console shows, some services' records have no names yet.
    guard !names.isEmpty else { return parts }
    // Two texts at one name are one question.
    let commands = names.map {
      "dig +short \(ShellWord.of($0.name.withoutFinalDot)) \($0.type.name)"
    }.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return parts + [.paragraph(messages("guide.dig"))] + commands.map { .command($0) }
  }

  private var checkCommand: String {
    var words = ["annai check \(domainText) --playbook \(playbook.id)"]
    for input in playbook.inputs where input.kind != .domain && isOpen(input.condition) {
      guard let value = values[input.id], value != input.default else { continue }
      words.append("--set \(input.id)=" + ShellWord.quoted(value))
    }
    return words.joined(separator: " ")
  }
}
