import Localization
import Playbook

/// Something that a walkthrough says and that did not come.
struct Unmet: Hashable {
  /// The line of the step in the file.
  let line: Int
  let reason: Reason

  /// What did not come.
  enum Reason: Hashable {
    case status(expected: String, observed: String)
    case noFinding(id: String, observed: [String])
    case finding(id: String)
    case record(id: String, expected: String, observed: String)
    case service(expected: String, observed: String)
    case exit(expected: Int, observed: Int)
    case screen(Expectation.Sight)
    case notAsked(question: String, position: String)
    case refused(question: String, reason: String)
    case accepted(question: String)
    case notHere(position: String)
    case unreadableRecord
  }

  /// A name that is the same in every language.
  var code: String {
    switch reason {
    case .status: "status"
    case .noFinding: "finding-missing"
    case .finding: "finding-present"
    case .record: "record"
    case .service: "service"
    case .exit: "exit"
    case .screen(.text): "screen"
    case .screen(.aligned): "alignment"
    case .notAsked: "not-asked"
    case .refused: "refused"
    case .accepted: "accepted"
    case .notHere: "not-here"
    case .unreadableRecord: "unreadable-record"
    }
  }

  /// The sentence that says so.
  func text(_ messages: Messages) -> String {
    switch reason {
    case .status(let expected, let observed):
      messages("walkthrough.unmet.status", Self.pair(expected, observed))
    case .noFinding(let id, let observed):
      messages(
        "walkthrough.unmet.finding-missing",
        [
          "id": .text(id),
          "observed": .text(
            observed.isEmpty ? messages("wizard.none") : observed.joined(separator: " ")),
        ])
    case .finding(let id):
      messages("walkthrough.unmet.finding-present", ["id": .text(id)])
    case .record(let id, let expected, let observed):
      messages(
        "walkthrough.unmet.record",
        Self.pair(expected, observed).merging(["id": .text(id)]) { $1 })
    case .service(let expected, let observed):
      messages("walkthrough.unmet.service", Self.pair(expected, observed))
    case .exit(let expected, let observed):
      messages("walkthrough.unmet.exit", Self.pair(String(expected), String(observed)))
    case .screen(.text(let text)): messages("walkthrough.unmet.screen", ["text": .text(text)])
    case .screen(.aligned(let texts)):
      messages("walkthrough.unmet.alignment", ["texts": .list(texts)])
    case .notAsked(let question, let position):
      messages(
        "walkthrough.unmet.not-asked",
        ["question": .text(question), "position": .text(position)])
    case .refused(let question, let reason):
      messages(
        "walkthrough.unmet.refused", ["question": .text(question), "reason": .text(reason)])
    case .accepted(let question):
      messages("walkthrough.unmet.accepted", ["question": .text(question)])
    case .notHere(let position):
      messages("walkthrough.unmet.not-here", ["position": .text(position)])
    case .unreadableRecord: messages("walkthrough.unmet.unreadable-record")
    }
  }

  private static func pair(_ expected: String, _ observed: String) -> [String: Argument] {
    ["expected": .text(expected), "observed": .text(observed)]
  }
}
