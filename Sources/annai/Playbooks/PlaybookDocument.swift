import DNS
import Localization
import Playbook
import Report

/// A playbook as JSON: `annai.playbook/1`. Only `service`, `question`, `title` and `text` are
/// translated; placeholders in a text that only a run can fill stay.
struct PlaybookDocument: Encodable {
  private let schema = "annai.playbook/1"
  private let id: String
  private let service: String
  private let document: Source
  private let links: [String: String]
  private let verification: Window?
  private let statuses: [String]
  private let questions: [Question]
  private let records: [Record]
  private let steps: [Step]

  private struct Source: Encodable {
    let url: String
    let version: String?
  }

  private struct Window: Encodable {
    let minimumSeconds: Int
    let maximumSeconds: Int
  }

  private struct Question: Encodable {
    let id: String
    let kind: String
    let required: Bool
    let `default`: String?
    let example: String
    let options: [String]
    let when: [String: String]
    let question: String
  }

  private struct Record: Encodable {
    let id: String
    let purpose: String
    let type: String
    let name: String
    let value: String
    let priority: UInt16?
    let when: [String: String]
    let confidence: String
  }

  private struct Step: Encodable {
    let id: String
    let title: String
    let parts: [Part]
  }

  private struct Part: Encodable {
    let kind: String
    /// The id of a question, or `show` and `check` for the records.
    var id: String?
    var text: String?
  }

  init(_ playbook: Playbook, _ words: PlaybookWords) {
    id = playbook.id
    service = words(playbook.service)
    document = Source(url: playbook.document.url, version: playbook.document.version)
    links = playbook.links
    verification = playbook.limits.verification.map {
      Window(minimumSeconds: $0.lowerBound, maximumSeconds: $0.upperBound)
    }
    statuses = playbook.limits.statuses
    questions = playbook.inputs.map { input in
      Question(
        id: input.id, kind: input.kind.rawValue, required: input.isRequired,
        default: input.default, example: input.example, options: input.options,
        when: input.condition?.choices ?? [:], question: words("input.\(input.id).question"))
    }
    records = playbook.records.map { record in
      Record(
        id: record.id, purpose: record.purpose.rawValue, type: record.type.name,
        name: record.name.source, value: record.value.source, priority: record.priority,
        when: record.condition?.choices ?? [:], confidence: record.confidence.rawValue)
    }
    steps = playbook.steps.map { step in
      Step(
        id: step.id.rawValue, title: words(step.titleKey),
        parts: step.parts.map { part in
          switch part {
          case .ask(let id): Part(kind: "ask", id: id)
          case .tell(let key): Part(kind: "tell", text: words(key))
          case .note(let key): Part(kind: "note", text: words(key))
          case .showRecords: Part(kind: "records", id: "show")
          case .checkRecords: Part(kind: "records", id: "check")
          }
        })
    }
  }
}

/// All playbooks as JSON: `annai.playbook-list/1`.
struct PlaybookListDocument: Encodable {
  private let schema = "annai.playbook-list/1"
  private let playbooks: [Entry]

  private struct Entry: Encodable {
    let id: String
    let service: String
    let document: String
    let questions: [String]
    let records: [String]
  }

  init(_ playbooks: [Playbook], _ messages: Messages) {
    self.playbooks = playbooks.map { playbook in
      Entry(
        id: playbook.id, service: PlaybookWords(playbook, messages)(playbook.service),
        document: playbook.document.url, questions: playbook.inputs.map(\.id),
        records: playbook.records.map(\.id))
    }
  }
}
