import Diagnosis
import Playbook
import Report

extension Expectation {
  /// What of this is not so.
  func unmet(by seen: Seen) -> [Unmet.Reason] {
    let verdict = seen.result?.verdict
    let none = "-"
    var reasons: [Unmet.Reason] = []
    if let status, verdict?.status.rawValue != status {
      reasons.append(.status(expected: status, observed: verdict?.status.rawValue ?? none))
    }
    let found = verdict?.findings ?? []
    let ids = found.map(\.id.rawValue)
    for finding in findings where !found.contains(where: finding.isMet) {
      reasons.append(.noFinding(id: finding.id, observed: ids))
    }
    for id in without where ids.contains(id) { reasons.append(.finding(id: id)) }
    for (id, state) in records.sorted(by: { $0.key < $1.key }) {
      let record = verdict?.records.first { $0.expected.id == id }
      let observed = record?.status.rawValue ?? none
      if observed != state {
        reasons.append(.record(id: id, expected: state, observed: observed))
      }
    }
    if let service, service != seen.service {
      reasons.append(.service(expected: service, observed: seen.service ?? none))
    }
    if let exit, exit != Int(seen.exit.rawValue) {
      reasons.append(.exit(expected: exit, observed: Int(seen.exit.rawValue)))
    }
    let shown = seen.text.flatMap(\.texts)
    for text in screen where !shown.contains(where: { $0.contains(text) }) {
      reasons.append(.screen(text: text))
    }
    return reasons
  }
}

extension Expectation.Finding {
  /// Whether a finding is the one that is expected.
  func isMet(by finding: Diagnosis.Finding) -> Bool {
    let own = finding.isConsequence ? "consequence" : "cause"
    return finding.id.rawValue == id && (role ?? own) == own
      && (record == nil || record == finding.record)
  }
}

extension Block {
  /// Everything in it that is read.
  var texts: [String] {
    switch self {
    case .heading(let text), .subheading(let text), .verbatim(let text, _): [text]
    case .paragraph(let text, _, _): [text]
    case .marked(let excerpt, _): [excerpt.text]
    case .difference(let excerpt, _):
      [excerpt.expected, excerpt.observed].map { excerpt.before + $0 + excerpt.after }
    case .table(let rows): rows.flatMap(\.cells)
    case .fields(let fields): fields.flatMap { [$0.label, $0.value] }
    case .space: []
    }
  }
}
