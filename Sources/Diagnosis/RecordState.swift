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
    if type == .cname { return aliasState(records) }
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
    if value.isEmpty { return .match }
    guard let target = try? DNSName(value) else { return .mismatch }
    return targets.contains(target) ? .match : .mismatch
  }

  private func spfState(_ records: [ResourceRecord]) -> RecordState {
    let published = SPFRecord.select(from: records.texts)
    guard let first = published.first else { return .missing }
    guard published.count == 1, let found = try? SPFRecord(parsing: RecordText.plain(first)) else {
      return .mismatch
    }
    if value.isEmpty { return .match }
    guard let wanted = try? SPFRecord(parsing: value) else { return .mismatch }
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
    guard published.count == 1, let found = try? DMARCRecord(parsing: RecordText.plain(first))
    else { return .mismatch }
    // Without the value from the console any policy will do.
    let asked = value.isEmpty ? "v=DMARC1; p=none" : value
    guard let wanted = try? DMARCRecord(parsing: asked) else { return .mismatch }
    return found.satisfies(wanted) ? .match : .mismatch
  }

  /// A token stands beside other texts at its name, and says nothing about them.
  private func otherState(_ records: [ResourceRecord]) -> RecordState {
    // Without the value from the console it cannot be told from the others.
    if value.isEmpty { return .unknown }
    let texts = records.map(RecordText.of)
    if texts.contains(value) { return .match }
    return texts.contains(where: isMeant(by:)) ? .mismatch : .missing
  }

  /// An alias is compared with its target, whatever it is for.
  private func aliasState(_ records: [ResourceRecord]) -> RecordState {
    let targets = records.compactMap { record in
      if case .name(let target) = record.data { target } else { nil }
    }
    if targets.isEmpty { return .missing }
    if value.isEmpty { return .match }
    guard let wanted = try? DNSName(value) else { return .mismatch }
    return targets == [wanted] ? .match : .mismatch
  }
}

extension ExpectedRecord {
  /// Whether a text was meant to be this token: everything at an underscored name, which has one
  /// purpose (RFC 8552 §1.1); elsewhere the value with something lost, added or changed in copying.
  func isMeant(by text: String) -> Bool {
    if name.labels.first?.first == UInt8(ascii: "_") { return true }
    let (found, wanted) = (Self.plain(text), Self.plain(value))
    if found == wanted { return true }
    // A short text is contained in too many others.
    guard min(found.count, wanted.count) >= 8 else { return false }
    return found.contains(wanted) || wanted.contains(found)
  }

  private static func plain(_ text: String) -> String {
    text.lowercased().filter { !$0.isWhitespace && !"\"'`".contains($0) }
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
