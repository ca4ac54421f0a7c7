extension Walkthrough {
  /// The file that reads as this walkthrough, its last line ended.
  public var text: String {
    head + steps.map(\.action.text).joined()
  }

  /// The lines before the first step: further steps can be added behind them one by one.
  public var head: String {
    let place =
      switch world {
      case .practice(let scenario): "{practice: \(YAMLText.word(scenario))}"
      case .caseFile(let path): "{case: \(YAMLText.quoted(path))}"
      case .live: "{live: true}"
      }
    return """
      version: 1
      title: \(YAMLText.word(title))
      playbook: \(YAMLText.word(playbook))
      world: \(place)
      steps:

      """
  }
}

extension Walkthrough.Action {
  /// The lines of a step in a file, the last one ended.
  public var text: String { "  - " + entry + "\n" }

  private var entry: String {
    switch self {
    case .say(let key): return "say: \(YAMLText.word(key))"
    case .answer(let question, let value, let isRefused):
      var parts = ["question: \(YAMLText.word(question))"]
      if let value { parts.append("value: \(YAMLText.quoted(value))") }
      if isRefused { parts.append("refused: true") }
      return "answer: {\(parts.joined(separator: ", "))}"
    case .add(let ids): return "add: \(ids.isEmpty ? "all" : YAMLText.words(ids))"
    case .publish(let lines): return "publish: \(YAMLText.quoted(lines))"
    case .check: return "check: now"
    case .next: return "world: next"
    case .advance(let seconds): return "advance: \(seconds.map { "\($0)s" } ?? "wait")"
    case .submit: return "submit: now"
    case .expect(let expectation):
      return "expect:\n" + expectation.lines.map { "      \($0)" }.joined(separator: "\n")
    }
  }
}

extension Expectation {
  /// One line for each part that is not empty.
  fileprivate var lines: [String] {
    var lines: [String] = []
    if let status { lines.append("status: \(status)") }
    if !findings.isEmpty {
      lines.append("findings:")
      lines += findings.map { "  - \($0.text)" }
    }
    if !without.isEmpty { lines.append("without: \(YAMLText.words(without))") }
    if !records.isEmpty {
      let states = records.sorted { $0.key < $1.key }.map { "\(YAMLText.word($0)): \($1)" }
      lines.append("records: {\(states.joined(separator: ", "))}")
    }
    if let service { lines.append("service: \(service)") }
    if let exit { lines.append("exit: \(exit)") }
    if !screen.isEmpty {
      lines.append("screen:")
      lines += screen.map { "  - \($0.line)" }
    }
    return lines
  }
}

extension Expectation.Finding {
  fileprivate var text: String {
    var parts = ["id: \(YAMLText.word(id))"]
    if let role { parts.append("role: \(role)") }
    if let record { parts.append("record: \(YAMLText.word(record))") }
    return "{\(parts.joined(separator: ", "))}"
  }
}

extension Expectation.Sight {
  fileprivate var line: String {
    switch self {
    case .text(let text): YAMLText.quoted(text)
    case .aligned(let texts): "{aligned: \(YAMLText.quoted(texts))}"
    }
  }
}
