extension WalkthroughReader {
  mutating func expectation(_ node: YAMLNode) -> Expectation? {
    guard
      let fields = Fields(
        node, required: [],
        optional: ["status", "findings", "without", "records", "service", "exit", "screen"],
        faults: &faults)
    else { return nil }
    var expectation = Expectation()
    expectation.status = word("status", fields, among: WalkthroughVocabulary.statuses)
    expectation.service = word("service", fields, among: WalkthroughVocabulary.services)
    expectation.exit = fields.number("exit", in: 0...255, faults: &faults)
    for item in fields.items("findings", faults: &faults) {
      if let finding = expected(item) { expectation.findings.append(finding) }
    }
    for item in fields.items("without", faults: &faults) {
      if let id = finding(item) { expectation.without.append(id) }
    }
    for entry in fields.pairs("records", faults: &faults) {
      let id = record(entry.key, at: entry.place)
      expectation.records[id] = word(entry.value, among: WalkthroughVocabulary.states)
    }
    for item in fields.items("screen", faults: &faults) {
      if let sight = sight(item) { expectation.screen.append(sight) }
    }
    if expectation == Expectation(), case .map(let entries) = node.content, entries.isEmpty {
      faults.add(.empty, at: node.place)
    }
    return expectation
  }

  /// `spf-multiple`, or `{id: spf-multiple, role: cause, record: spf}`.
  private mutating func expected(_ node: YAMLNode) -> Expectation.Finding? {
    guard case .map = node.content else {
      return finding(node).map { Expectation.Finding(id: $0, role: nil, record: nil) }
    }
    guard
      let fields = Fields(
        node, required: ["id"], optional: ["role", "record"], faults: &faults)
    else { return nil }
    let role = word("role", fields, among: WalkthroughVocabulary.roles)
    let record = fields.text("record", faults: &faults).map {
      self.record($0, at: fields.place(of: "record"))
    }
    guard let id = fields.node("id").flatMap({ finding($0) }) else { return nil }
    return Expectation.Finding(id: id, role: role, record: record)
  }

  /// A text, or `{aligned: [...]}`.
  private mutating func sight(_ node: YAMLNode) -> Expectation.Sight? {
    guard case .map = node.content else { return node.text(faults: &faults).map { .text($0) } }
    guard let fields = Fields(node, required: ["aligned"], faults: &faults) else { return nil }
    let texts = fields.items("aligned", faults: &faults).compactMap { $0.text(faults: &faults) }
    return texts.isEmpty ? nil : .aligned(texts)
  }
}
