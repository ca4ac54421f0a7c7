extension Input {
  /// Whether it is asked for with these answers.
  public func counts(with values: [String: String]) -> Bool { condition.holds(values) }
}

extension Playbook {
  /// The inputs that count with these answers, in the order of the file.
  public func inputs(for values: [String: String]) -> [Input] {
    inputs.filter { $0.counts(with: values) }
  }

  /// The records that are needed with these answers, in the order of the file.
  public func records(for values: [String: String]) -> [RecordTemplate] {
    records.filter { $0.condition.holds(values) }
  }

  /// Inputs without an answer that decide which records there are, or what they are called.
  func missing(_ values: [String: String], in records: [RecordTemplate]) -> [String] {
    let deciding = Set(self.records.flatMap { $0.condition?.choices.keys.map { $0 } ?? [] })
    let naming = Set(records.flatMap(\.name.inputs))
    return inputs(for: values).filter { input in
      let isNeeded =
        input.kind == .domain || naming.contains(input.id)
        || (input.isRequired && deciding.contains(input.id))
      return isNeeded && values[input.id] == nil
    }.map(\.id)
  }
}
