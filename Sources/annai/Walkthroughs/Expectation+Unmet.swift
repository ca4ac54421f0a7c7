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
    reasons += screen.filter { !seen.screen.shows($0) }.map { Unmet.Reason.screen($0) }
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
