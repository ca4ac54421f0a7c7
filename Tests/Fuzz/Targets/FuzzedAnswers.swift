import DNS
import MailAuth

/// A zone that knows an answer to every question.
///
/// Names that begin with `h` have addresses, and those that begin with `m` have mail servers.
struct FuzzedAnswers: LookupSource {
  /// The TXT texts by name.
  var texts: [DNSName: [ArraySlice<UInt8>]] = [:]
  /// Records of other types by question.
  var records: [Question: [ResourceRecord]] = [:]

  func answer(to question: Question) -> LookupAnswer? {
    if let known = records[question] { return .records(known) }
    let first = question.name.labels.first?.first
    let host = try? DNSName("h.ex")
    let data: [RecordData] =
      switch question.type {
      case .txt: (texts[question.name] ?? []).map { .txt([Array($0)]) }
      case .a where first == UInt8(ascii: "h"):
        [IPAddress("192.0.2.1")].compactMap { $0 }
          .map(RecordData.address)
      case .mx where first == UInt8(ascii: "m"):
        host.map { [.mx(preference: 1, exchange: $0)] } ?? []
      case .ptr: host.map { [.name($0)] } ?? []
      default: []
      }
    if data.isEmpty { return first == UInt8(ascii: "x") ? .failed : .nxDomain }
    return .records(
      data.map { ResourceRecord(name: question.name, type: question.type, ttl: 60, data: $0) })
  }

  /// The outcome of a judgement; there is always one, since every question has an answer.
  func outcome<Outcome>(_ judge: (FuzzedAnswers) -> Gathering<Outcome>) throws(Unsound) -> Outcome {
    switch judge(self) {
    case .done(let outcome): return outcome
    case .needs(let questions): throw Unsound("asks again: \(questions)")
    }
  }
}
