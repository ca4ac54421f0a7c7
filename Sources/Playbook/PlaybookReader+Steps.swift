extension PlaybookReader {
  mutating func steps(_ fields: Fields, inputs: [Input], labels: Set<String>) -> [Step] {
    var steps: [Step] = []
    var asked: Set<String> = []
    for node in fields.items("steps", faults: &faults) {
      guard
        let fields = Fields(node, required: ["id", "parts"], optional: ["labels"], faults: &faults)
      else { continue }
      let id: Step.ID? = fields.word("id", faults: &faults)
      let parts = self.parts(fields, inputs: inputs, asked: &asked)
      let used = self.labels(fields, declared: labels)
      guard let id else { continue }
      if let last = steps.last, Self.rank(id) <= Self.rank(last.id) {
        faults.add(.stepOutOfOrder(id.rawValue), at: fields.place(of: "id"))
      }
      steps.append(Step(id: id, parts: parts, labels: used))
    }
    guard fields.node("steps") != nil else { return steps }
    for id in Step.ID.allCases where !steps.contains(where: { $0.id == id }) {
      faults.add(.missingStep(id.rawValue), at: fields.place(of: "steps"))
    }
    for input in inputs where !asked.contains(input.id) {
      faults.add(.neverAsked(input.id), at: fields.place(of: "steps"))
    }
    return steps
  }

  private static func rank(_ id: Step.ID) -> Int { Step.ID.allCases.firstIndex(of: id) ?? 0 }

  private mutating func parts(
    _ fields: Fields, inputs: [Input], asked: inout Set<String>
  ) -> [Step.Part] {
    var parts: [Step.Part] = []
    for node in fields.items("parts", faults: &faults) {
      guard
        let fields = Fields(
          node, required: [], optional: ["ask", "tell", "note", "records"], faults: &faults)
      else { continue }
      let present = ["ask", "tell", "note", "records"].filter { fields.node($0) != nil }
      guard let key = present.first else {
        faults.add(.empty, at: fields.place)
        continue
      }
      // One part does one thing; a second key has no order of its own.
      for key in present.dropFirst() { misplaced(key, fields) }
      guard let part = part(key, fields, asked: &asked) else { continue }
      parts.append(part)
      guard case .ask(let id) = part, let input = inputs.first(where: { $0.id == id }) else {
        continue
      }
      for choice in input.condition?.choices.keys.sorted() ?? [] where !asked.contains(choice) {
        faults.add(.askedTooEarly(id, choice: choice), at: fields.place(of: "ask"))
      }
    }
    return parts
  }

  private mutating func part(
    _ key: String, _ fields: Fields, asked: inout Set<String>
  ) -> Step.Part? {
    switch key {
    case "ask":
      guard let id = fields.text("ask", faults: &faults) else { return nil }
      if !inputIDs.contains(id) {
        let nearest = Spelling.nearest(to: id, in: inputIDs)
        faults.add(.unknownInput(id, nearest: nearest), at: fields.place(of: "ask"))
      } else if !asked.insert(id).inserted {
        faults.add(.askedTwice(id), at: fields.place(of: "ask"))
      }
      return .ask(id)
    case "tell":
      return fields.name("tell", form: Name.isMessageKey, faults: &faults).map { .tell($0) }
    case "note":
      return fields.name("note", form: Name.isMessageKey, faults: &faults).map { .note($0) }
    default:
      let use: RecordUse? = fields.word("records", faults: &faults)
      return use.map { $0 == .show ? .showRecords : .checkRecords }
    }
  }

  private enum RecordUse: String, CaseIterable {
    case show, check
  }

  private mutating func labels(_ fields: Fields, declared: Set<String>) -> [String] {
    var used: [String] = []
    for item in fields.items("labels", faults: &faults) {
      guard let id = item.text(faults: &faults) else { continue }
      if declared.contains(id) {
        used.append(id)
      } else {
        let nearest = Spelling.nearest(to: id, in: declared.sorted())
        faults.add(.unknownLabel(id, nearest: nearest), at: item.place)
      }
    }
    return used
  }
}
