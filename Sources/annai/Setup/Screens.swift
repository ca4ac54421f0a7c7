import DNS
import Diagnosis
import Localization
import Playbook
import Report
import Wizard

/// What the wizard shows at each place.
struct Screens {
  let journey: Journey
  let messages: Messages
  /// What a moment is called.
  var clock = WallClock.local

  private var playbook: Playbook { journey.playbook }

  // MARK: Words of the playbook

  /// A text of the playbook, its labels, links and answers filled in.
  private func words(_ key: String, _ more: [String: Argument] = [:]) -> String {
    var arguments = journey.values.mapValues { Argument.text($0) }
    arguments["domain"] = .text(domain)
    arguments["count"] = .integer(playbook.records(for: journey.values).count)
    return PlaybookWords(playbook, messages)(key, arguments.merging(more) { $1 })
  }

  // MARK: Places

  /// The first thing that is seen.
  func welcome(_ scenario: String?, languages: [String]) -> [Block] {
    var blocks: [Block] = [
      .heading(messages("wizard.title", ["service": .text(service)])),
      .paragraph(messages("wizard.language", ["languages": .list(languages)])),
      .paragraph(messages("wizard.keys")),
    ]
    if let scenario {
      blocks += [
        .space,
        .paragraph(
          messages(
            "wizard.practice",
            ["title": .text(messages(MessageKey("practice.\(scenario).title")))])),
        .paragraph(messages(MessageKey("practice.\(scenario).story"))),
      ]
    }
    return blocks + [.space]
  }

  /// The step's title when it begins, and what the playbook says before this place.
  func introduction(to position: Position) -> [Block] {
    let index = journey.stepIndex(of: position)
    let step = playbook.steps[index]
    let places = step.parts.map { Position($0) }
    let end = places.firstIndex(of: position) ?? step.parts.count
    let begin = places[..<end].lastIndex { $0 != nil }.map { $0 + 1 } ?? 0
    let blocks: [Block] = begin == 0 ? [.space, .heading(stepTitle(index))] : [.space]
    return blocks + instructions(step, begin..<end) + [.space]
  }

  /// What the playbook says after the last place of a step.
  func sequel(to position: Position) -> [Block] {
    let step = playbook.steps[journey.stepIndex(of: position)]
    let places = step.parts.map { Position($0) }
    guard let place = places.lastIndex(where: { $0 != nil }), places[place] == position else {
      return []
    }
    let blocks = instructions(step, (place + 1)..<step.parts.count)
    return blocks.isEmpty ? [] : blocks + [.space]
  }

  /// Numbered instructions and notes among some parts of a step; the numbers go on.
  private func instructions(_ step: Step, _ range: Range<Int>) -> [Block] {
    var number = step.parts[..<range.lowerBound].count {
      if case .tell = $0 { true } else { false }
    }
    return step.parts[range].compactMap { part in
      switch part {
      case .tell(let key):
        number += 1
        return .paragraph(words(key), marker: "\(number). ")
      case .note(let key): return note(key)
      case .ask, .showRecords, .checkRecords: return nil
      }
    }
  }

  /// A question with its reason, an example and what Enter alone means.
  func question(_ input: Input, proposal: String?) -> [Block] {
    var blocks: [Block] = [
      .subheading(words("input.\(input.id).question")),
      .paragraph(words("input.\(input.id).why"), indent: 2),
    ]
    if input.kind == .choice {
      blocks += input.options.enumerated().map { index, option in
        .paragraph(
          words("input.\(input.id).option.\(option)"), marker: "\(index + 1). \(option) = ",
          indent: 2)
      }
    } else {
      blocks.append(
        .paragraph(
          words("input.\(input.id).example", ["example": .text(input.example)]), indent: 2))
    }
    if let proposal {
      blocks += [
        .paragraph(messages("wizard.proposal"), indent: 2), .verbatim(proposal, indent: 4),
      ]
    } else if !input.isRequired {
      blocks.append(.paragraph(messages("wizard.optional"), indent: 2))
    }
    return blocks
  }

  /// What stands in front of the cursor: the id that flags and answer files use too.
  func label(_ input: Input) -> String { input.id }

  /// More about a question, and the keys.
  func help(_ input: Input) -> [Block] {
    [
      .paragraph(
        words("input.\(input.id).help", ["default": .text(input.default ?? "")]), indent: 2),
      .paragraph(messages("wizard.keys"), indent: 2),
    ]
  }

  /// An answer that was given beforehand.
  func given(_ input: Input, _ value: String?) -> [Block] {
    [
      .fields([Block.Field(input.id, value ?? messages("wizard.none"))])
    ]
  }

  /// What the playbook says about one record, and how well it is known.
  func remarks(on record: PlannedRecord) -> [Block] {
    [.paragraph(words("record.\(record.id).note"), indent: 2)] + remark(on: record.confidence)
  }

  /// What is not known for certain is said beside the record.
  private func remark(on confidence: Confidence) -> [Block] {
    switch confidence {
    case .documented: []
    case .seen, .unverified:
      [.paragraph(messages(MessageKey("record.confidence.\(confidence.rawValue)")), indent: 2)]
    }
  }

  /// Every answer on one page, and how the records stood when they were looked at last.
  func review(_ run: Run, _ last: CheckResult?) -> [Block] {
    let fields = journey.inputs.enumerated().map { index, input in
      Block.Field(
        "\(index + 1) \(input.id)", run.value(input.id) ?? messages("wizard.none"))
    }
    return [.space, .subheading(messages("wizard.review")), .fields(fields)] + state(last)
      + [.space]
  }

  /// What somebody keeps who has set up a domain: answers, records, and how to look again.
  func summary(_ records: [String], _ last: CheckResult?) -> [Block] {
    let fields = journey.inputs.map { input in
      Block.Field(input.id, journey.run.value(input.id) ?? messages("wizard.none"))
    }
    return [
      .heading(
        messages("summary.title", ["domain": .text(domain), "service": .text(service)])),
      .fields(fields), .space, .subheading(messages("summary.records")),
    ] + records.map { .verbatim($0) } + state(last) + [
      .space, .paragraph(messages("summary.again")), .verbatim("annai check \(domain)"),
    ]
  }

  private func state(_ last: CheckResult?) -> [Block] {
    guard let last else { return [] }
    let right = last.verdict.records.count { $0.status == .match }
    return [
      .paragraph(
        messages(
          "review.records",
          [
            "matching": .integer(right), "count": .integer(last.verdict.records.count),
            "time": .text(clock.text(last.evidence.checkedAt)),
          ]), indent: 2)
    ]
  }

  /// What the mail service calls itself.
  var service: String { words(playbook.service) }

  /// The end.
  var farewell: [Block] {
    [.space, .paragraph(messages("wizard.done", ["domain": .text(domain)]))]
  }

  private var domain: String { journey.domain?.name.withoutFinalDot ?? "" }

  private func stepTitle(_ index: Int) -> String {
    messages(
      "wizard.step",
      [
        "number": .integer(index + 1), "count": .integer(playbook.steps.count),
        "title": .text(words(playbook.steps[index].titleKey)),
      ])
  }

  private func note(_ key: String) -> Block {
    .paragraph(messages("wizard.note", ["note": .text(words(key))]), indent: 2)
  }
}
