import DNS
import Diagnosis

extension Evidence {
  /// Puts one text in place of an expected TXT record, on every server and resolver.
  mutating func replace(_ id: String, with text: String) {
    replace(id, with: .txt([Array(text.utf8)]))
  }

  /// Puts other data in place of an expected record, on every server and resolver.
  mutating func replace(_ id: String, with data: RecordData) {
    guard let question = expected.first(where: { $0.id == id })?.question else { return }
    for index in observations.indices where observations[index].question == question {
      guard var answer = observations[index].answer else { continue }
      answer.records = [
        ResourceRecord(name: question.name, type: question.type, ttl: 600, data: data)
      ]
      answer.denial = nil
      observations[index].outcome = .answered(answer)
    }
  }
}
