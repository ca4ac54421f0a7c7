import DNS

extension PlaybookReader {
  mutating func records(_ fields: Fields, inputs: [Input]) -> [RecordTemplate] {
    var records: [RecordTemplate] = []
    var lines: [String: Int] = [:]
    for node in fields.items("records", faults: &faults) {
      guard
        let fields = Fields(
          node, required: ["id", "purpose", "type", "name", "value"],
          optional: ["priority", "when", "confidence", "otherNames", "refusedMailboxes"],
          faults: &faults)
      else { continue }
      let id = fields.name("id", form: Name.isSlug, faults: &faults)
      if let id {
        let place = fields.place(of: "id")
        if let first = lines[id] { faults.add(.duplicateID(id, firstLine: first), at: place) }
        lines[id] = lines[id] ?? place.line
        recordIDs.append(id)
      }
      if let record = record(fields, id: id, inputs: inputs) { records.append(record) }
    }
    return records
  }

  private mutating func record(
    _ fields: Fields, id: String?, inputs: [Input]
  ) -> RecordTemplate? {
    let purpose: Purpose? = fields.word("purpose", faults: &faults)
    let type = self.type(fields)
    let condition = condition(fields)
    let name = template("name", fields, inputs: inputs, condition: condition)
    let value = template("value", fields, inputs: inputs, condition: condition)
    if let name, let domain = inputs.first(where: { $0.kind == .domain }),
      !name.ends(with: domain.id)
    {
      faults.add(.outsideDomain, at: fields.place(of: "name"))
    }
    if let type, type != .mx {
      misplaced("priority", fields)
      misplaced("refusedMailboxes", fields)
    }
    let otherNames = fields.items("otherNames", faults: &faults).compactMap { item in
      template(item, inputs: inputs, condition: condition)
    }
    let refused = fields.items("refusedMailboxes", faults: &faults).compactMap { item in
      item.name(form: Name.isSlug, faults: &faults)
    }
    if type == .mx, fields.node("priority") == nil {
      faults.add(.missingKey("priority"), at: fields.place)
    }
    let priority = fields.number("priority", in: 0...Int(UInt16.max), faults: &faults)
    let confidence: Confidence? = fields.word("confidence", faults: &faults)
    guard let id, let purpose, let type, let name, let value else { return nil }
    return RecordTemplate(
      id: id, purpose: purpose, type: type, name: name, value: value,
      priority: priority.flatMap(UInt16.init(exactly:)), condition: condition,
      confidence: confidence ?? .documented, otherNames: otherNames, refusedMailboxes: refused)
  }

  private mutating func type(_ fields: Fields) -> RecordType? {
    guard let text = fields.text("type", faults: &faults) else { return nil }
    if let type = RecordTemplate.types.first(where: { $0.name == text }) { return type }
    let possible = RecordTemplate.types.map(\.name)
    let nearest = Spelling.nearest(to: text, in: possible)
    faults.add(
      .unknownWord(text, possible: possible, nearest: nearest), at: fields.place(of: "type"))
    return nil
  }

  private mutating func template(
    _ key: String, _ fields: Fields, inputs: [Input], condition: Condition?
  ) -> Template? {
    fields.node(key).flatMap { template($0, inputs: inputs, condition: condition) }
  }

  private mutating func template(
    _ node: YAMLNode, inputs: [Input], condition: Condition?
  ) -> Template? {
    guard let source = node.text(limit: Fields.longestText, faults: &faults) else { return nil }
    let place = node.place
    let template: Template
    do {
      template = try Template(source)
    } catch {
      faults.add(.badTemplate(error), at: place)
      return nil
    }
    for id in template.inputs where !inputIDs.contains(id) {
      let nearest = Spelling.nearest(to: id, in: inputIDs)
      faults.add(.unknownInput(id, nearest: nearest), at: place)
    }
    for id in template.neededInputs {
      guard let input = inputs.first(where: { $0.id == id }) else { continue }
      let isAnswered = input.isRequired || input.default != nil
      let isAsked = input.condition?.follows(from: condition) ?? true
      if !isAnswered || !isAsked { faults.add(.optionalInput(id), at: place) }
    }
    for sample in inputs.flatMap(\.refused)
    where template.literals.contains(where: { $0.contains(sample) }) {
      faults.add(.exampleAddress(sample), at: place)
    }
    return template
  }
}
