import DNS
import Diagnosis
import Localization
import Playbook

/// A playbook as a written guide: what to do, with which values, how to check, what may go wrong.
public struct Guide: Sendable {
  /// The title of the document.
  public let title: String
  /// The code of its language.
  public let language: String
  /// What stands below the title, in the order in which it is read.
  public let parts: [GuidePart]

  let messages: Messages

  /// The guide for a domain; without one it is told with the playbook's own example.
  ///
  /// `answers` fills in what the console of the service showed; what is not given is described.
  public init(
    _ playbook: Playbook, _ messages: Messages, domain: SenderDomain? = nil,
    answers: [String: String] = [:]
  ) throws(PlanError) {
    var author = try GuideAuthor(playbook, messages, domain: domain, answers: answers)
    parts = author.write()
    title = author.title
    language = messages.language.code
    self.messages = messages
  }
}

/// Writes the parts of a guide, one after the other.
struct GuideAuthor {
  let playbook: Playbook
  let messages: Messages
  let words: PlaybookWords
  /// Whether the domain is the reader's own.
  let isOwn: Bool
  let domain: SenderDomain?
  /// Clean answers and defaults.
  let values: [String: String]
  /// The ids of the inputs that somebody answered.
  private let given: Set<String>
  private var parts: [GuidePart] = []

  init(
    _ playbook: Playbook, _ messages: Messages, domain: SenderDomain?, answers: [String: String]
  ) throws(PlanError) {
    self.playbook = playbook
    self.messages = messages
    words = PlaybookWords(playbook, messages)
    isOwn = domain != nil
    let input = playbook.domainInput
    self.domain = domain ?? input.flatMap { try? SenderDomain($0.example) }
    var given = answers
    if let input { given[input.id] = self.domain?.name.withoutFinalDot }
    var values = try playbook.read(Answers(given))
    // A guide tells of every choice that the reader has not made, the usual one among them.
    for choice in playbook.inputs where choice.kind == .choice && answers[choice.id] == nil {
      values[choice.id] = nil
    }
    self.values = values
    self.given = Set(given.keys)
  }

  var title: String {
    isOwn
      ? messages(
        "guide.title-domain",
        ["service": .text(words(playbook.service)), "domain": .text(domainText)])
      : messages("wizard.title", ["service": .text(words(playbook.service))])
  }

  var domainText: String { domain?.name.withoutFinalDot ?? "" }

  mutating func write() -> [GuidePart] {
    parts = [introduction]
    if !isOwn {
      parts.append(
        .note(
          messages(
            "guide.example",
            ["domain": .text(domainText), "command": .text(renderCommand)])))
    }
    for (index, step) in playbook.steps.enumerated() { write(step, at: index) }
    writeTroubles()
    return parts
  }

  private var introduction: GuidePart {
    var document = playbook.document.url
    if let version = playbook.document.version { document += " (\(version))" }
    return .paragraph(messages("guide.introduction", ["document": .text(document)]))
  }

  private var renderCommand: String {
    "annai playbook render \(playbook.id) --domain DOMAIN"
  }

  private mutating func write(_ step: Step, at index: Int) {
    let title = messages(
      "wizard.step",
      [
        "number": .integer(index + 1), "count": .integer(playbook.steps.count),
        "title": .text(words(step.titleKey)),
      ])
    parts.append(.chapter(title, id: step.id.rawValue))
    var number = 0
    for part in step.parts {
      switch part {
      case .tell(let key):
        number += 1
        parts.append(.instruction(text(key), number: number))
      case .note(let key): parts.append(.note(text(key)))
      case .ask(let id):
        if let input = playbook.input(id), isOpen(input.condition) {
          parts.append(.question(question(input)))
        }
      case .showRecords: parts += records
      case .checkRecords: parts += checks
      }
    }
    if step.id == .submit { writeStatuses() }
  }

  private mutating func writeStatuses() {
    guard !playbook.limits.statuses.isEmpty else { return }
    let names = playbook.limits.statuses.map { words("status.\($0)") }
    parts.append(.paragraph(messages("guide.statuses", ["statuses": .list(names)])))
  }

  private mutating func writeTroubles() {
    parts.append(.chapter(messages("guide.troubles"), id: "troubles"))
    parts.append(.paragraph(messages("guide.troubles-introduction")))
    guard let domain else { return }
    let open = playbook.records.filter { isOpen($0.condition) }
    let troubles = GuideTroubles(
      domain: domain, records: open.compactMap { planned($0) }, messages: messages)
    parts += troubles.all(for: Set(open.map(\.purpose))).map { .trouble($0) }
  }

  /// A text of the playbook with the answers filled in; what nobody gave is shown as its example.
  func text(_ key: String, _ more: [String: Argument] = [:]) -> String {
    var arguments: [String: Argument] = [:]
    for input in playbook.inputs { arguments[input.id] = .text(values[input.id] ?? input.example) }
    arguments["domain"] = .text(domainText)
    arguments["count"] = .integer(playbook.records.count { isOpen($0.condition) })
    return words(key, arguments.merging(more) { $1 })
  }

  /// Whether something counts, or may still count: a choice that nobody made is open.
  func isOpen(_ condition: Condition?) -> Bool {
    condition?.choices.allSatisfy { values[$0.key] == nil || values[$0.key] == $0.value } ?? true
  }

  /// What decides whether something counts, when that is still open.
  func remark(on condition: Condition?) -> String? {
    guard let condition else { return nil }
    let open = condition.choices.filter { values[$0.key] == nil }.sorted { $0.key < $1.key }
    guard !open.isEmpty else { return nil }
    return messages("outline.when", ["choices": .list(open.map { "\($0.key)=\($0.value)" })])
  }

  private func question(_ input: Input) -> GuidePart.Question {
    var remarks: [String] = []
    if let value = values[input.id], given.contains(input.id), isOwn || input.kind != .domain {
      remarks.append(messages("guide.answer", ["value": .text(value)]))
    } else if input.kind == .choice {
      remarks += input.options.map { option in
        messages(
          "guide.option",
          [
            "option": .text(option), "meaning": .text(words("input.\(input.id).option.\(option)")),
          ])
      }
    } else {
      remarks.append(text("input.\(input.id).example", ["example": .text(input.example)]))
    }
    remarks.append(text("input.\(input.id).help", ["default": .text(input.default ?? "")]))
    if let remark = remark(on: input.condition) { remarks.append(remark) }
    return GuidePart.Question(
      id: input.id, text: text("input.\(input.id).question"), why: text("input.\(input.id).why"),
      remarks: remarks)
  }
}
