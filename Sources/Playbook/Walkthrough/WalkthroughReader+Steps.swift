extension WalkthroughReader {
  private static let actions = [
    "say", "answer", "add", "publish", "check", "world", "advance", "submit", "expect",
  ]
  /// What a person can do, or let happen, outside of a case file.
  private static let inAnyJourney = ["say", "answer", "check", "submit", "expect"]
  private static let onACase = ["say", "check", "expect"]
  /// A year; waiting for longer teaches nothing.
  private static let longestWait = 365 * 86400

  mutating func step(_ node: YAMLNode, in world: Walkthrough.World?) -> Walkthrough.Step? {
    guard let fields = Fields(node, required: [], optional: Self.actions, faults: &faults) else {
      return nil
    }
    let present = Self.actions.filter { fields.node($0) != nil }
    guard let key = present.first else {
      // An unknown key has been named already.
      if case .map(let entries) = node.content, entries.isEmpty {
        faults.add(.empty, at: fields.place)
      }
      return nil
    }
    // One step is one thing; a second key has no order of its own.
    for other in present.dropFirst() {
      faults.add(.misplacedKey(other), at: fields.place(of: other))
    }
    let possible =
      switch world {
      case .practice, nil: Self.actions
      case .caseFile: Self.onACase
      case .live: Self.inAnyJourney
      }
    if !possible.contains(key) { faults.add(.misplacedKey(key), at: fields.place(of: key)) }
    return action(key, fields).map { Walkthrough.Step(line: fields.place.line, action: $0) }
  }

  private mutating func action(_ key: String, _ fields: Fields) -> Walkthrough.Action? {
    switch key {
    case "say": return text("say", fields).map { .say($0) }
    case "answer": return fields.node("answer").flatMap { answer($0) }
    case "add": return fields.node("add").flatMap { added($0) }
    case "publish":
      let lines = fields.items("publish", faults: &faults).compactMap { item in
        item.text(limit: 4096, faults: &faults)
      }
      return lines.isEmpty ? nil : .publish(lines)
    case "check": return word("check", fields, among: ["now"]).map { _ in .check }
    case "world": return word("world", fields, among: ["next"]).map { _ in .next }
    case "submit": return word("submit", fields, among: ["now"]).map { _ in .submit }
    case "advance": return fields.node("advance").flatMap { advance($0) }
    default: return fields.node("expect").flatMap { expectation($0) }.map { .expect($0) }
    }
  }

  private mutating func answer(_ node: YAMLNode) -> Walkthrough.Action? {
    guard
      let fields = Fields(
        node, required: ["question"], optional: ["value", "refused"], faults: &faults),
      let id = fields.text("question", faults: &faults)
    else { return nil }
    if let playbook, playbook.input(id) == nil {
      let nearest = Spelling.nearest(to: id, in: playbook.inputs.map(\.id))
      faults.add(.unknownInput(id, nearest: nearest), at: fields.place(of: "question"))
    }
    let value = fields.text("value", limit: 4096, faults: &faults)
    let isRefused = fields.yesOrNo("refused", faults: &faults) ?? false
    return .answer(question: id, value: value, isRefused: isRefused)
  }

  private mutating func added(_ node: YAMLNode) -> Walkthrough.Action? {
    guard case .list(let items) = node.content else {
      return word(node, among: ["all"]).map { _ in .add([]) }
    }
    if items.isEmpty { faults.add(.empty, at: node.place) }
    return .add(
      items.compactMap { item in
        item.text(faults: &faults).map { record($0, at: item.place) }
      })
  }

  /// `30s`, `5m`, `2h`, `1d`, or `wait` for as long as the last look said.
  private mutating func advance(_ node: YAMLNode) -> Walkthrough.Action? {
    guard let text = node.text(faults: &faults) else { return nil }
    if text == "wait" { return .advance(seconds: nil) }
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86400]
    guard let unit = text.last.flatMap({ units[$0] }), let number = Int(text.dropLast()),
      (1...Self.longestWait / unit).contains(number)
    else {
      faults.add(.badDuration(text), at: node.place)
      return nil
    }
    return .advance(seconds: number * unit)
  }
}
