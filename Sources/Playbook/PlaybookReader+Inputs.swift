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
        node, required: ["id", "kind", "required"],
        optional: [
          "example", "default", "ending", "keyTag", "refused", "options", "start", "when",
        ],
        faults: &faults)
    else { return nil }
    let id = fields.name("id", form: Name.isIdentifier, faults: &faults)
    if let id {
      declare(id, at: fields.place(of: "id"))
      inputIDs.append(id)
    }
    let kind: Input.Kind? = fields.word("kind", faults: &faults)
    if let kind {
      if kind != .host, kind != .label { misplaced("ending", fields) }
      if kind != .recordValue { misplaced("keyTag", fields) }
      if kind != .recordValue || fields.node("keyTag") != nil { misplaced("start", fields) }
      misplaced(kind == .choice ? "example" : "options", fields)
      let shape = kind == .choice ? "options" : "example"
      if fields.node(shape) == nil { faults.add(.missingKey(shape), at: fields.place) }
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
    let condition = condition(fields)
    let options = self.options(fields)
    let start = fields.text("start", limit: 64, faults: &faults)
    guard let id, let kind, let isRequired, let example = example ?? options.first else {
      return nil
    }
    if kind == .choice { self.options[id] = options }
    let input = Input(
      id: id, kind: kind, default: answer, isRequired: isRequired, example: example,
      ending: ending, keyTag: keyTag, refused: refused, options: options, start: start,
      condition: condition)
    if let answer { check(default: answer, of: input, at: fields.place(of: "default")) }
    return input
  }

  private mutating func options(_ fields: Fields) -> [String] {
    var options: [String] = []
    for item in fields.items("options", faults: &faults) {
      guard let option = item.name(form: Name.isSlug, faults: &faults) else { continue }
      if options.contains(option) {
        faults.add(
          .duplicateID(option, firstLine: fields.place(of: "options").line), at: item.place)
      }
      options.append(option)
    }
    return options
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
