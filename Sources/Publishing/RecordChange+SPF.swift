import DNS
import MailAuth
import Playbook

extension RecordChange {
  /// One record for all services: what is there keeps its senders and its ending.
  static func spf(
    _ planned: PlannedRecord, _ wanted: ResourceRecord, _ standing: Standing
  ) -> RecordChange {
    let present = standing.records.filter { record in
      record.text.map { !SPFRecord.select(from: [$0]).isEmpty } ?? false
    }
    guard !present.isEmpty else { return RecordChange(planned, .add, wanted) }
    let sound = present.compactMap { $0.text.flatMap(Self.spfRecord) }
    guard let service = Self.spfRecord(Array(planned.value.utf8)), let first = sound.first else {
      return RecordChange(planned, .replace, wanted, obsolete: present, reasons: [.spfBroken])
    }
    let merged = first.merging(Array(sound.dropFirst())).adding(sendersOf: service)
    if present.count == 1, merged == first {
      return RecordChange(planned, .keep, present.first, kept: present)
    }
    var reasons: [Reason] =
      present.count > 1 ? [.spfSeveral(count: present.count)] : [.spfMerged]
    if sound.count < present.count { reasons.append(.spfBroken) }
    if let whole = present.first(where: { $0.text.flatMap(Self.spfRecord) == merged }) {
      return RecordChange(
        planned, .delete, whole, obsolete: present.filter { $0 != whole }, kept: [whole],
        reasons: reasons)
    }
    return RecordChange(
      planned, .replace, ResourceRecord(planned, text: merged.description, ttl: ttl),
      obsolete: present, reasons: reasons)
  }

  private static func spfRecord(_ octets: [UInt8]) -> SPFRecord? {
    do throws(SPFSyntaxError) {
      return try SPFRecord(parsing: octets)
    } catch {
      return nil
    }
  }
}
