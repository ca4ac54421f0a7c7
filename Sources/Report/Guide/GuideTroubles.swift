import DNS
import Diagnosis
import Localization
import MailAuth
import Playbook
import Registration

/// What goes wrong most often while records are added, told with the names and values of a guide.
struct GuideTroubles {
  let domain: SenderDomain
  /// The records whose names are known.
  let records: [PlannedRecord]
  let messages: Messages

  /// Those that can come up for records with these purposes, in the order of the catalogue.
  func all(for purposes: Set<Purpose>) -> [GuidePart.Trouble] {
    Self.rules(for: purposes).map { rule in
      let text = FindingText(rule.id, arguments: arguments(rule), messages)
      return GuidePart.Trouble(
        id: rule.id.rawValue, title: text.title, why: text.why, fix: text.fix)
    }
  }

  /// The rules that can speak for records with these purposes.
  static func rules(for purposes: Set<Purpose>) -> [Rule] {
    let wanted = ids.filter { $0.purpose.map(purposes.contains) ?? true }.map(\.id)
    return Rule.all.filter { wanted.contains($0.id) }
  }

  private static let ids: [(id: FindingID, purpose: Purpose?)] = [
    ("registry-hold", nil), ("registrar-hold", nil), ("domain-expired", nil),
    ("domain-not-delegated", nil), ("server-lame", nil), ("servers-disagree", nil),
    ("record-missing", .other), ("name-doubled", nil), ("record-mismatch", nil),
    ("target-missing-dot", .mx), ("mx-existing-mailbox", .mx), ("spf-multiple", .spf),
    ("spf-too-many-lookups", .spf), ("dkim-missing", .dkim), ("dkim-key-truncated", .dkim),
    ("answer-negative-cached", nil), ("answer-stale-cached", nil),
  ]

  /// What the rule says of its own example, moved to this domain and these records.
  private func arguments(_ rule: Rule) -> [String: FindingArgument] {
    guard var evidence = try? rule.broken.evidence(of: domain.registrableDomain) else {
      return [:]
    }
    // With whom the reader has registered the domain is not known here.
    evidence.registration = evidence.registration?.map(\.withoutRegistrar)
    guard let finding = rule.findings(in: evidence).first else { return [:] }
    let told = finding.arguments.mapValues {
      $0.moved(bySeconds: FindingArticle.exampleMoment - evidence.checkedAt)
    }
    guard let record = record(finding, in: evidence) else { return told }
    return told.merging(arguments(record, like: told)) { $1 }
  }

  /// The guide's record in the place of the example's.
  private func record(_ finding: Finding, in evidence: Evidence) -> PlannedRecord? {
    let example = evidence.expected.first { $0.id == finding.record }
    let purpose = example.flatMap { Purpose(rawValue: $0.purpose.rawValue) }
    let fitting = records.filter { $0.purpose == purpose }
    return fitting.first { $0.type == example?.type } ?? fitting.first ?? records.first
  }

  private func arguments(
    _ record: PlannedRecord, like told: [String: FindingArgument]
  ) -> [String: FindingArgument] {
    let host = FindingArgument.text(record.hostLabel)
    var own: [String: FindingArgument] = [
      "name": .name(record.name), "type": .text(record.type.name), "host": host,
      "hostLabel": host,
    ]
    own["foundName"] = (try? record.name.appending(domain.registrableDomain)).map { .name($0) }
    if case .name = told["expected"] {
      own["expected"] = (try? DNSName(record.value)).map { .name($0) }
    } else {
      own["expected"] = .text(record.shownValue)
    }
    own["merged"] = record.mergedWithAnother.map { .text($0) }
    return own.filter { told[$0.key] != nil }
  }
}

extension PlannedRecord {
  /// The value as a console wants it; dots for what only the service's console shows.
  fileprivate var shownValue: String {
    if isSoundnessOnly { return "..." }
    return priority.map { "\($0) \(value)" } ?? value
  }

  /// An SPF record that stands there for somebody else, with this one's senders in it.
  fileprivate var mergedWithAnother: String? {
    guard let other = try? SPFRecord(parsing: "v=spf1 include:_spf.example.net ~all"),
      let own = try? SPFRecord(parsing: value)
    else { return nil }
    return other.adding(sendersOf: own).description
  }
}

extension RegistrationAnswer {
  fileprivate var withoutRegistrar: RegistrationAnswer {
    guard case .found(var data) = result else { return self }
    data.registrar = nil
    var answer = self
    answer.result = .found(data)
    return answer
  }
}
