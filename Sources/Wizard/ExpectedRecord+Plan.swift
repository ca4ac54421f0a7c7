import Diagnosis
import Playbook

extension ExpectedRecord {
  /// What a planned record means for the judges.
  public init(_ planned: PlannedRecord) {
    self.init(
      id: planned.id, purpose: Purpose(rawValue: planned.purpose.rawValue) ?? .other,
      name: planned.name, type: planned.type,
      value: planned.isSoundnessOnly ? "" : planned.value, priority: planned.priority)
    if !planned.otherNames.isEmpty { otherNames = planned.otherNames }
    if !planned.refusedMailboxes.isEmpty { refusedMailboxes = planned.refusedMailboxes }
  }

  /// The same with the addresses that the service's guide shows as samples.
  public init(_ planned: PlannedRecord, samples: [String]) {
    self.init(planned)
    if purpose == .dmarc, !samples.isEmpty { self.samples = samples }
  }
}
