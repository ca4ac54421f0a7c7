import DNS
import MailAuth

/// An expected DKIM key record and the judgement on what stands there.
struct DKIMSight {
  let expected: ExpectedRecord
  let verdict: DKIMKeyVerdict
  /// What the zone's servers said.
  let observations: [Observation]

  var name: FindingArgument { .name(expected.name) }
  /// What stands there; untrusted.
  var observed: FindingArgument {
    .text(verdict.texts.first.map(RecordText.plain) ?? "")
  }

  /// How the key's text differs from the one that is asked for.
  var comparison: DKIMKeyComparison? {
    for case .differs(let comparison) in verdict.faults { return comparison }
    return nil
  }

  /// The fault of the syntax, if there is one.
  var syntax: DKIMKeySyntaxError? {
    for case .syntax(let error) in verdict.faults { return error }
    return nil
  }

  /// Why the key cannot be read.
  var keyFault: DKIMPublicKeyFault? {
    for case .key(let fault) in verdict.faults { return fault }
    return nil
  }
}

extension Evidence {
  /// Looks for the expected DKIM keys.
  func findDKIM(_ source: ObservedLookups) -> [DKIMSight] {
    expected.filter { $0.purpose == .dkim && $0.type == .txt }.compactMap { record in
      let heard = authoritativeStates(of: record).filter { $0.state != .unknown }
      let wanted = record.value.isEmpty ? nil : Array(record.value.utf8)
      guard !heard.isEmpty,
        case .done(let verdict) = DKIMKeyVerdict.judge(
          at: record.name, expected: wanted, in: source)
      else { return nil }
      return DKIMSight(
        expected: record, verdict: verdict, observations: heard.map(\.observation))
    }
  }

  /// Drafts of a rule that says at most one thing about each DKIM key.
  func dkimDrafts(
    _ draft: (DKIMSight) -> [String: FindingArgument]?
  ) -> [Rule.Draft] {
    dkimSights.compactMap { sight in
      draft(sight).map {
        Rule.Draft(record: sight.expected, arguments: $0, evidence: sight.observations)
      }
    }
  }
}

extension Example {
  /// An example in which this text stands at the selector.
  static func dkim(_ text: String) -> Example {
    Example(without: "_domainkey", adding: "qcloud._domainkey TXT \"\(text)\"")
  }
}
