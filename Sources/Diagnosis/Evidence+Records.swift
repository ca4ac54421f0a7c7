import DNS

extension Evidence {
  /// What the servers that speak for the zone say of a record, one state for each of them.
  ///
  /// Without a delegation, the servers of the DNS host stand in: they show what would be seen.
  public func authoritativeStates(
    of expected: ExpectedRecord
  ) -> [(observation: Observation, state: RecordState)] {
    indexedStates(of: expected) ?? compare(expected)
  }

  /// Compares what the servers of the zone say with an expected record.
  func compare(_ expected: ExpectedRecord) -> [Stated] {
    let role: Observation.Role = delegation == .absent ? .undelegated : .authoritative
    // A server that refers to a zone below has nothing to say about the record itself.
    return observations(role, expected.question).filter { $0.answer?.referral == nil }.map {
      // RFC 1034 §4.3.1: without AA it is hearsay.
      ($0, $0.answer?.isAuthoritative == false ? .unknown : expected.state(in: $0))
    }
  }

  /// What the servers that speak for the zone say of a record, right answers first, then by address.
  ///
  /// Servers that disagree are a finding of their own; the rules that take a record apart say what is
  /// wrong with it where it is right nowhere.
  func preferredStates(of expected: ExpectedRecord) -> [Stated] {
    let ranks: [RecordState] = [.match, .mismatch, .missing, .unknown]
    func rank(_ stated: Stated) -> Int { ranks.firstIndex(of: stated.state) ?? ranks.count }
    return authoritativeStates(of: expected).sorted {
      (rank($0), $0.observation.address) < (rank($1), $1.observation.address)
    }
  }

  /// What the resolvers say of a record, those that cannot be believed left out.
  ///
  /// An empty answer without an SOA proves nothing about the zone (RFC 2308 §5), but whoever asks
  /// that resolver does not see the record.
  public func resolverStates(
    of expected: ExpectedRecord
  ) -> [(observation: Observation, state: RecordState)] {
    let doubted = Set(untrustworthyResolvers.map(\.observation.address))
    return observations(.resolver, expected.question).filter { !doubted.contains($0.address) }
      .map { ($0, $0.isEmptyAnswer ? .missing : expected.state(in: $0)) }
  }

  /// Expected records of which every server that answers says the same, `state`.
  func expected(
    _ state: RecordState
  ) -> [(record: ExpectedRecord, observations: [Observation])] {
    expected.compactMap { record in
      let heard = authoritativeStates(of: record).filter { $0.state != .unknown }
      guard !heard.isEmpty, heard.allSatisfy({ $0.state == state }) else { return nil }
      return (record, heard.map(\.observation))
    }
  }

  /// Whether every server that answers has a record right, at its name or where an alias leads.
  func isRightEverywhere(_ record: ExpectedRecord) -> Bool {
    Set(authoritativeStates(of: record).map(\.state)).subtracting([.unknown]) == [.match]
  }

  /// Records with this purpose that no server has.
  func missing(
    _ purpose: ExpectedRecord.Purpose
  ) -> [(record: ExpectedRecord, observations: [Observation])] {
    expected(.missing).filter { $0.record.purpose == purpose }
  }
}

extension ExpectedRecord {
  /// This record as if it were expected at another name.
  func moved(to question: Question) -> ExpectedRecord {
    var moved = self
    moved.name = question.name
    return moved
  }
}
