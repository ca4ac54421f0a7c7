import DNS
import MailAuth

extension FuzzTarget {
  /// A DMARC record: its grammar, its effect, its destinations, and the plan beside it.
  static let dmarcRecord = FuzzTarget("dmarc-record") { octets in
    _ = DMARCRecord.isMeant(by: octets)
    let domain = try DNSName("a.example.com")
    let proposed = try DMARCRecord(parsing: "v=DMARC1; p=none")
    let plan = DMARCPlan(existing: [octets], proposed: proposed)
    try hold(plan.record.satisfies(proposed), "a plan that is too weak: \(plan.record)")
    let source = FuzzedAnswers(texts: [try DNSName("_dmarc.example.com"): [octets[...]]])
    _ = try source.outcome { DMARCDiscovery.judge(domain, in: $0) }

    guard let record = try? DMARCRecord(parsing: octets) else { return false }
    try hold(
      record.issues.allSatisfy { (0...octets.count).contains($0.offset) }, "an issue elsewhere")
    try holdsTogether(record)
    try holdsTogether(plan.record)
    _ = record.cautions(at: domain, samples: ["sample@vendor.test"])
    _ = try source.outcome { DMARCReportDestination.judge(record, at: domain, in: $0) }
    let again = DMARCPlan(existing: [plan.text], proposed: proposed)
    try hold(again.action == .keep, "the plan is not kept: \(plan.record)")
    return true
  }

  private static func holdsTogether(_ record: DMARCRecord) throws(Unsound) {
    let text = record.description
    guard let again = try? DMARCRecord(parsing: text) else {
      throw Unsound("read, written, refused: \(text)")
    }
    try hold(again.description == text, "read, written, changed: \(text)")
    try hold(again.issues.isEmpty, "written with a fault: \(text) \(again.issues)")
  }
}
