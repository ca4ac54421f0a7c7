import Diagnosis
import Playbook

extension ExpectedRecord {
  /// What a planned record means for the judges.
  public init(_ planned: PlannedRecord) {
    self.init(
      id: planned.id, purpose: Purpose(rawValue: planned.purpose.rawValue) ?? .other,
      name: planned.name, type: planned.type,
      value: planned.isSoundnessOnly ? "" : planned.value, priority: planned.priority)
  }
}
