import Localization
import MailAuth
import Playbook
import Report
import Wizard

/// The sentence about an answer whose key cannot be published.
enum PastedKey {
  /// What is wrong with the key in an answer; nil when nothing is, or when it holds none.
  static func complaint(about answer: String?, to input: Input, _ messages: Messages) -> String? {
    guard let answer, let fault = input.keyFault(in: answer) else { return nil }
    return RecordFault(fault, in: Array(answer.utf8))?.sentence(messages)
  }
}

extension AnswerSheet {
  /// Refuses answers whose key cannot be published.
  func requireSoundKeys(for playbook: Playbook, _ messages: Messages) throws(Failure) {
    for input in playbook.inputs {
      let answer = entries[input.id].flatMap { try? input.answer($0.value) }
      if let reason = PastedKey.complaint(about: answer, to: input, messages) {
        throw Failure(
          .usage, "error.answer", ["id": .text(input.id), "reason": .text(reason)])
      }
    }
  }
}
