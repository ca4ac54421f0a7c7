import DNS

extension Evidence {
  /// What else to ask about a record that is not right, all in one round: places where it may have
  /// been put by mistake, and other types at its name that may hold it.
  public func searchQuestions(for expected: ExpectedRecord) -> [Question] {
    misplacements(of: expected).map(\.question)
      + expected.otherTypes.map { Question(expected.name, $0) }
  }

  /// What to ask about a random name beside an expected one, to tell a wildcard's answer from a
  /// record's own; `label` is the random part.
  public func siblingQuestions(for expected: ExpectedRecord, label: [UInt8]) -> [Question] {
    let types = [expected.type] + (expected.otherTypes.contains(.a) ? [.a] : [])
    let parents = [expected.name == zone ? nil : expected.name.parent, zone].compactMap { $0 }
    let names = parents.compactMap { try? DNSName(labels: [label] + $0.labels) }
    return names.flatMap { name in types.map { Question(name, $0) } }.reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  /// The wildcard whose records an answer consists of; nil when it is the name's own.
  func wildcard(of observation: Observation) -> DNSName? {
    let records = Set(observation.ownRecords.map(\.data))
    guard !records.isEmpty else { return nil }
    let siblings = observations.filter { sibling in
      sibling.role == .sibling && sibling.question.type == observation.question.type
        && sibling.address == observation.address
        && Set(sibling.ownRecords.map(\.data)) == records
    }
    let parents = siblings.compactMap(\.question.name.parent).filter {
      observation.question.name.isSubdomain(of: $0)
    }
    let closest = parents.max { $0.labels.count < $1.labels.count }
    return closest.flatMap { try? DNSName(labels: [[UInt8(ascii: "*")]] + $0.labels) }
  }

  /// Expected records that no server of the zone has, with the places of one kind where they were
  /// found instead.
  func misplaced(
    _ kind: Misplacement.Kind
  ) -> [(record: ExpectedRecord, name: DNSName, observations: [Observation])] {
    let missing = expected(.missing)
    if missing.isEmpty { return [] }
    // Of the many places that were asked about, hardly one has anything.
    let holding = Dictionary(
      grouping: observations.filter { $0.role == .authoritative && !$0.ownRecords.isEmpty },
      by: \.question)
    return missing.flatMap { record, _ in
      misplacements(of: record).filter { $0.kind == kind }.compactMap { place in
        let found = (holding[place.question] ?? []).filter { observation in
          observation.answer?.isAuthoritative == true
            && record.isFound(as: record.state(in: observation), by: kind)
            && wildcard(of: observation) == nil
        }
        return found.isEmpty ? nil : (record, place.question.name, found)
      }
    }
  }
}

extension ExpectedRecord {
  /// Other types that people choose in a console for this record by mistake.
  var otherTypes: [RecordType] {
    switch type {
    case .txt where purpose == .spf: [.spf]
    case .txt: [.a]
    case .mx: [.txt]
    case .cname: [.a, .txt]
    default: []
    }
  }

  /// Whether what stands at a wrong place is this record.
  ///
  /// A key or a policy needs not be the expected one: whoever put it there put it wrongly. At the
  /// place of another sender of the zone it is that sender's, unless it is the very value.
  fileprivate func isFound(as state: RecordState, by kind: Misplacement.Kind) -> Bool {
    switch state {
    case .match: kind != .shortened || (purpose == .dkim && !value.isEmpty) || purpose == .other
    case .mismatch: kind != .shortened && (purpose == .dkim || purpose == .dmarc)
    case .missing, .unknown: false
    }
  }
}

extension Observation {
  /// The records of the answer that stand at the very name, of the type asked for or an alias.
  var ownRecords: [ResourceRecord] {
    (answer?.records ?? []).filter {
      $0.name == question.name && ($0.type == question.type || $0.type == .cname)
    }
  }
}
