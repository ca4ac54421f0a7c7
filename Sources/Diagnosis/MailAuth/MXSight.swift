import DNS
import MailAuth

/// The mail servers at a name where the mail service asks for some.
struct MXSight {
  let expected: ExpectedRecord
  let verdict: MXVerdict
  /// What the zone's servers said.
  let observations: [Observation]

  var name: FindingArgument { .name(expected.name) }
  /// The servers as `10 mx.example.com.`.
  var values: [String] { verdict.exchangers.map { "\($0.preference) \($0.exchange)" } }
}

extension Evidence {
  /// Looks at every name at which MX records are expected, once.
  func findMX(_ source: ObservedLookups) -> [MXSight] {
    var seen: Set<DNSName> = []
    return expected.filter { $0.purpose == .mx && seen.insert($0.name).inserted }
      .compactMap { record in
        let heard = authoritativeStates(of: record).filter { $0.state != .unknown }
        let wanted = expected.filter { $0.purpose == .mx && $0.name == record.name }
          .compactMap(\.exchanger)
        guard !heard.isEmpty,
          case .done(let verdict) = MXVerdict.judge(record.name, expected: wanted, in: source)
        else { return nil }
        return MXSight(
          expected: record, verdict: verdict, observations: heard.map(\.observation))
      }
  }

  /// Drafts of a rule that says something about some faults of mail servers.
  func mxDrafts(
    _ arguments: (MXSight, MXFault) -> [String: FindingArgument]?
  ) -> [Rule.Draft] {
    mxSights.flatMap { sight in
      sight.verdict.faults.compactMap { fault in
        arguments(sight, fault).map {
          Rule.Draft(record: sight.expected, arguments: $0, evidence: sight.observations)
        }
      }
    }
  }
}

extension ExpectedRecord {
  /// The mail server that is asked for.
  var exchanger: MailExchanger? {
    guard purpose == .mx, let target = try? DNSName(value) else { return nil }
    return MailExchanger(preference: priority ?? 10, exchange: target)
  }
}

extension Example {
  /// An example with these MX records and no others.
  static func mx(_ records: String...) -> Example {
    Example(without: "MX", adding: records.map { "@ MX \($0)" }.joined(separator: "\n"))
  }
}
