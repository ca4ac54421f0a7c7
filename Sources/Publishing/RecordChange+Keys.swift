import DNS
import MailAuth
import Playbook

extension RecordChange {
  /// A selector has one key, the one that the service signs with.
  static func dkim(
    _ planned: PlannedRecord, _ wanted: ResourceRecord, _ standing: Standing
  ) -> RecordChange {
    let present = standing.records
    guard !present.isEmpty else { return RecordChange(planned, .add, wanted) }
    let same = present.filter { isSameKey($0, wanted) }
    if present.count == 1, let only = same.first {
      return RecordChange(planned, .keep, only, kept: [only])
    }
    if let one = same.first {
      return RecordChange(
        planned, .delete, one, obsolete: present.filter { $0 != one }, kept: [one],
        reasons: [.otherKey])
    }
    return RecordChange(planned, .replace, wanted, obsolete: present, reasons: [.otherKey])
  }

  /// One alias at a name, which leads to one place.
  static func alias(
    _ planned: PlannedRecord, _ wanted: ResourceRecord, _ standing: Standing
  ) -> RecordChange {
    let present = standing.records
    guard !present.isEmpty else { return RecordChange(planned, .add, wanted) }
    if present.map(\.data) == [wanted.data] {
      return RecordChange(planned, .keep, wanted, kept: present)
    }
    return RecordChange(planned, .replace, wanted, obsolete: present, reasons: [.otherAlias])
  }

  /// A text that stands beside others.
  static func other(
    _ planned: PlannedRecord, _ wanted: ResourceRecord, _ standing: Standing
  ) -> RecordChange {
    guard let same = standing.records.first(where: { $0.text == wanted.text }) else {
      return RecordChange(planned, .add, wanted)
    }
    return RecordChange(planned, .keep, same, kept: [same])
  }

  private static func isSameKey(_ left: ResourceRecord, _ right: ResourceRecord) -> Bool {
    if left.text == right.text { return true }
    guard let left = left.text.flatMap({ try? DKIMKeyRecord(parsing: $0) }),
      let right = right.text.flatMap({ try? DKIMKeyRecord(parsing: $0) })
    else { return false }
    return left.key == right.key && left.keyType == right.keyType && !right.isRevoked
  }
}
