extension PlaybookReader {
  mutating func inputs(_ fields: Fields) -> [Input] {
    var inputs: [Input] = []
    let nodes = fields.items("inputs", faults: &faults)
    for node in nodes {
      if let input = self.input(node) { inputs.append(input) }
    }
    // An input that could not be read may be the domain that seems to be missing.
    let count = inputs.count { $0.kind == .domain }
    if count > 1 || (count == 0 && !nodes.isEmpty && inputs.count == nodes.count) {
      faults.add(.domainInputs(count: count), at: fields.place(of: "inputs"))
    }
    return inputs
  }

  private mutating func input(_ node: YAMLNode) -> Input? {
    guard
      let fields = Fields(
        node, required: ["id", "kind", "required", "example"],
        optional: ["default", "ending", "keyTag", "refused"], faults: &faults)
    else { return nil }
    let id = fields.name("id", form: Name.isIdentifier, faults: &faults)
    if let id {
      declare(id, at: fields.place(of: "id"))
      inputIDs.append(id)
    }
    let kind: Input.Kind? = fields.word("kind", faults: &faults)
    if let kind {
      if kind != .host { misplaced("ending", fields) }
      if kind != .recordValue { misplaced("keyTag", fields) }
    }
    var refused: [String] = []
    for item in fields.items("refused", faults: &faults) {
      if let sample = item.text(faults: &faults) { refused.append(sample) }
    }
    let isRequired = fields.yesOrNo("required", faults: &faults)
    let example = fields.text("example", faults: &faults)
    let answer = fields.text("default", faults: &faults)
    let ending = fields.name("ending", form: Self.isUnderscored, faults: &faults)
    let keyTag = fields.name("keyTag", form: Name.isIdentifier, faults: &faults)
    guard let id, let kind, let isRequired, let example else { return nil }
    let input = Input(
      id: id, kind: kind, default: answer, isRequired: isRequired, example: example,
      ending: ending, keyTag: keyTag, refused: refused)
    if let answer { check(default: answer, of: input, at: fields.place(of: "default")) }
    return input
  }

  private mutating func check(default answer: String, of input: Input, at place: Place) {
    do {
      _ = try input.answer(answer)
    } catch {
      faults.add(.badDefault(error), at: place)
    }
  }

  mutating func misplaced(_ key: String, _ fields: Fields) {
    if let node = fields.node(key) { faults.add(.misplacedKey(key), at: node.place) }
  }

  /// `_domainkey` and its like (RFC 8552 §1.2).
  private static func isUnderscored(_ text: String) -> Bool {
    text.hasPrefix("_") && Name.isSlug(String(text.dropFirst()))
  }
}
