import DNS
import Localization
import Playbook
import Report

/// A playbook as a text for people: what it asks, and what it makes of the answers.
struct PlaybookOutline {
  private let playbook: Playbook
  private let messages: Messages
  private let words: PlaybookWords

  init(_ playbook: Playbook, _ messages: Messages) {
    self.playbook = playbook
    self.messages = messages
    words = PlaybookWords(playbook, messages)
  }

  /// One entry of a list.
  var entry: [Block] {
    [.verbatim(playbook.id, indent: 0), .paragraph(words(playbook.service), indent: 4)]
  }

  /// Everything.
  var blocks: [Block] {
    [.heading(words(playbook.service)), .fields(facts), .space]
      + [.subheading(messages("outline.questions"))] + playbook.inputs.flatMap(question)
      + [.space, .subheading(messages("outline.records"))]
      + playbook.records.flatMap(record)
  }

  private var facts: [Block.Field] {
    var document = playbook.document.url
    if let version = playbook.document.version { document += " (\(version))" }
    var facts = [
      Block.Field(messages("outline.id"), playbook.id),
      Block.Field(messages("outline.document"), document),
    ]
    if let limits = playbook.limits.verification {
      facts.append(Block.Field(messages("outline.verification"), window(limits)))
    }
    if !playbook.limits.statuses.isEmpty {
      let separator = messages("list.separator")
      let statuses = playbook.limits.statuses.map { words("status.\($0)") }
      facts.append(
        Block.Field(messages("outline.statuses"), statuses.joined(separator: separator)))
    }
    return facts
  }

  private func window(_ limits: ClosedRange<Int>) -> String {
    let longest = messages.duration(seconds: limits.upperBound)
    guard limits.lowerBound > 0 else {
      return messages("outline.up-to", ["time": .text(longest)])
    }
    return messages.duration(seconds: limits.lowerBound) + " - " + longest
  }

  private func question(_ input: Input) -> [Block] {
    let value = input.kind == .choice ? input.options.joined(separator: "|") : input.example
    var blocks: [Block] = [
      .paragraph(words("input.\(input.id).question"), marker: "- ", indent: 2),
      .verbatim("--set \(input.id)=\(value)", indent: 4),
    ]
    if let answer = input.default {
      blocks += [
        .paragraph(messages("outline.default", ["value": .text(answer)]), indent: 4)
      ]
    }
    if !input.isRequired, input.default == nil {
      blocks.append(.paragraph(messages("outline.optional"), indent: 4))
    }
    return blocks + remark(on: input.condition)
  }

  private func record(_ record: RecordTemplate) -> [Block] {
    let value = (record.priority.map { "\($0) " } ?? "") + record.value.source
    var blocks: [Block] = [
      .verbatim("\(record.id)  \(record.type.name)  \(record.name.source)", indent: 2),
      .verbatim(value, indent: 4),
    ]
    if record.confidence != .documented {
      let key = MessageKey("record.confidence.\(record.confidence.rawValue)")
      blocks.append(.paragraph(messages(key), indent: 4))
    }
    return blocks + remark(on: record.condition)
  }

  private func remark(on condition: Condition?) -> [Block] {
    guard let condition else { return [] }
    let choices = condition.choices.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
    return [
      .paragraph(messages("outline.when", ["choices": .list(choices)]), indent: 4)
    ]
  }
}
