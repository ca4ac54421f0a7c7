import DNS
import MailAuth
import Playbook

extension RecordChange {
  /// A policy that asks for as much stays; nothing in force is weakened.
  static func dmarc(
    _ planned: PlannedRecord, _ wanted: ResourceRecord, _ standing: Standing
  ) -> RecordChange {
    let present = standing.records.filter { record in
      record.text.map { !DMARCRecord.select(from: [$0]).isEmpty } ?? false
    }
    guard !present.isEmpty, let proposed = try? DMARCRecord(parsing: planned.value) else {
      return RecordChange(planned, .add, wanted)
    }
    let plan = DMARCPlan(existing: present.compactMap(\.text), proposed: proposed)
    let reasons = plan.reasons.map { Reason.dmarc($0) }
    if plan.action == .keep {
      return RecordChange(
        planned, .keep, present.first, kept: present, reasons: [.dmarcKept] + reasons)
    }
    let text = String(decoding: plan.text, as: UTF8.self)
    return RecordChange(
      planned, .replace, ResourceRecord(planned, text: text, ttl: ttl), obsolete: present,
      reasons: reasons)
  }
}
