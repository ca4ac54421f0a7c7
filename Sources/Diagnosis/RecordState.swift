import DNS
import MailAuth

/// How what one server answers compares with what is expected.
public enum RecordState: String, Hashable, Sendable {
  /// It is what was asked for, by the standard of its purpose.
  case match
  /// There is nothing of that kind.
  case missing
  /// There is something else.
  case mismatch
  /// The server said nothing that counts.
  case unknown
}

extension ExpectedRecord {
  /// Compares by meaning, not by letters: names without case, SPF by terms, DMARC by tags, keys
  /// exactly, TXT strings joined.
  public func state(in observation: Observation) -> RecordState {
    observation.records.map(state(of:)) ?? .unknown
  }

  /// Compares the records of the expected type at one name.
  func state(of records: [ResourceRecord]) -> RecordState {
    switch purpose {
    case .mx: return mxState(records)
    case .spf: return spfState(records)
    case .dkim: return dkimState(records)
    case .dmarc: return dmarcState(records)
    case .other: return otherState(records)
    }
  }

  private func mxState(_ records: [ResourceRecord]) -> RecordState {
    let targets = records.mailExchanges
    if targets.isEmpty { return .missing }
    guard let target = try? DNSName(value) else { return .mismatch }
    return targets.contains(target) ? .match : .mismatch
  }

  private func spfState(_ records: [ResourceRecord]) -> RecordState {
    let published = SPFRecord.select(from: records.texts)
    guard let first = published.first else { return .missing }
    guard published.count == 1, let wanted = try? SPFRecord(parsing: value),
      let found = try? SPFRecord(parsing: RecordText.plain(first))
    else { return .mismatch }
    return found.authorises(everyoneIn: wanted) ? .match : .mismatch
  }

  private func dkimState(_ records: [ResourceRecord]) -> RecordState {
    let texts = Set(records.texts)
    guard let first = texts.first else { return .missing }
    guard texts.count == 1,
      let found = try? DKIMKeyRecord(parsing: RecordText.plain(first)), !found.isRevoked
    else { return .mismatch }
    // Without the value from the console only soundness can be judged.
    if value.isEmpty { return .match }
    guard let wanted = try? DKIMKeyRecord(parsing: value) else { return .mismatch }
    return found.key == wanted.key && found.keyType == wanted.keyType ? .match : .mismatch
  }

  private func dmarcState(_ records: [ResourceRecord]) -> RecordState {
    let published = DMARCRecord.select(from: records.texts)
    guard let first = published.first else { return .missing }
    guard published.count == 1, let wanted = try? DMARCRecord(parsing: value),
      let found = try? DMARCRecord(parsing: RecordText.plain(first))
    else { return .mismatch }
    return found.satisfies(wanted) ? .match : .mismatch
  }

  private func otherState(_ records: [ResourceRecord]) -> RecordState {
    if records.isEmpty { return .missing }
    if let target { return records.contains { $0.target == target } ? .match : .mismatch }
    return records.contains { RecordText.of($0) == value } ? .match : .mismatch
  }
}

extension SPFRecord {
  /// Whether every sender that `wanted` lists is let through here too; more senders are fine.
  func authorises(everyoneIn wanted: SPFRecord) -> Bool {
    wanted.directives.allSatisfy { directive in
      switch directive.mechanism {
      case .all: true
      case .include(let domain): includes(domain)
      default: directives.contains(directive)
      }
    }
  }

  /// This record with every include that `wanted` has.
  func adding(includesOf wanted: SPFRecord) -> SPFRecord {
    wanted.directives.reduce(self) { record, directive in
      if case .include(let domain) = directive.mechanism {
        record.adding(include: domain)
      } else {
        record
      }
    }
  }
}

extension [ResourceRecord] {
  /// The octets of the TXT records, each record's strings joined.
  var texts: [[UInt8]] { compactMap(\.text) }

  /// The targets of the MX records.
  var mailExchanges: [DNSName] {
    compactMap { record in
      if case .mx(_, let exchange) = record.data { exchange } else { nil }
    }
  }
}
