public import DNS

extension Playbook {
  /// Every record for these answers, in order, with host labels for the zone that holds them.
  ///
  /// Only what names a record or decides whether it is needed must be answered: a record whose
  /// value hangs on an answer that is not given is planned with `isSoundnessOnly`.
  public func plan(_ answers: Answers, zone: DNSName) throws(PlanError) -> [PlannedRecord] {
    let values = try read(answers)
    let records = records(for: values)
    let missing = missing(values, in: records)
    guard missing.isEmpty, let domainInput, let typed = values[domainInput.id] else {
      throw .missing(missing)
    }
    let domain = try Self.name(typed, record: domainInput.id)
    guard domain.isSubdomain(of: zone) else { throw .outsideZone }
    var plan: [PlannedRecord] = []
    for record in records {
      plan.append(try self.record(record, values: values, zone: zone))
    }
    return plan
  }

  /// One record for these answers, whether or not it is needed with them; without its value it is
  /// planned with `isSoundnessOnly`, and without its name it cannot be.
  public func plan(
    _ template: RecordTemplate, _ answers: Answers, zone: DNSName
  ) throws(PlanError) -> PlannedRecord {
    try record(template, values: read(answers), zone: zone)
  }

  /// Clean answers and defaults by input id; what was left blank, or does not count with these
  /// answers, is not there.
  public func read(_ answers: Answers) throws(PlanError) -> [String: String] {
    for id in answers.values.keys.sorted() where input(id) == nil {
      throw .unknownInput(id, nearest: Spelling.nearest(to: id, in: inputs.map(\.id)))
    }
    var values: [String: String] = [:]
    var faults: [String: InputFault] = [:]
    // The domain first: hosts are read relative to it.
    let ordered = inputs.filter { $0.kind == .domain } + inputs.filter { $0.kind != .domain }
    var domain: DNSName?
    for input in ordered where input.condition.holds(values) {
      do {
        values[input.id] = try input.answer(answers[input.id] ?? "", domain: domain)
        if input.kind == .domain { domain = values[input.id].flatMap { try? DNSName($0) } }
      } catch .empty {
        continue
      } catch {
        faults[input.id] = error
      }
    }
    guard faults.isEmpty else { throw .invalid(faults) }
    return values
  }

  private func record(
    _ record: RecordTemplate, values: [String: String], zone: DNSName
  ) throws(PlanError) -> PlannedRecord {
    guard let full = record.name.text(values) else {
      throw .missing(record.name.inputs.filter { values[$0] == nil })
    }
    let name = try Self.name(full, record: record.id)
    var value = record.value.text(values)
    // A target without its final dot would be continued with the zone's name (RFC 1035 §5.1).
    if let target = value, record.type != .txt {
      value = try Self.name(target, record: record.id).description
    }
    return PlannedRecord(
      id: record.id, purpose: record.purpose, name: name, type: record.type, value: value ?? "",
      priority: record.priority, hostLabel: name.hostLabel(in: zone),
      isSoundnessOnly: value == nil, confidence: record.confidence,
      otherNames: record.otherNames.compactMap { $0.text(values).flatMap { try? DNSName($0) } },
      refusedMailboxes: record.refusedMailboxes)
  }

  private static func name(_ text: String, record: String) throws(PlanError) -> DNSName {
    do {
      return try DNSName(text)
    } catch {
      throw .badName(record: record)
    }
  }
}
