import DNS
import Playbook
import Publishing

/// The records of a run as somebody adds them: what has to be done for each, in the terms of one
/// DNS host.
struct RecordSheet {
  /// What was seen before anything was added; nil when nobody looked.
  let survey: Survey?
  /// The zone that is edited.
  let zone: DNSName
  /// The host whose form is shown; nil for neutral words.
  let host: DNSHost?
  /// What has to be done, in the order of the playbook.
  let changes: [RecordChange]

  /// A sheet for planned records.
  init(_ plan: [PlannedRecord], zone: DNSName, survey: Survey?, host: DNSHost?) {
    self.survey = survey
    self.zone = zone
    self.host = host
    changes = plan.map { RecordChange($0, standing: survey?.standing(of: $0)) }
  }

  /// The form that the records are written for.
  var form: DNSHostForm { host?.form ?? DNSHostForm() }

  /// What is typed for a change; nil when nothing is typed, or its value is not known.
  func entry(_ change: RecordChange) -> FormEntry? {
    guard change.isTyped else { return nil }
    return change.record.map { FormEntry($0, zone: zone, form: form) }
  }

  /// What is copied for the record with this number, from 1: the value as the form wants it.
  func value(number: Int) -> String? {
    guard changes.indices.contains(number - 1) else { return nil }
    let change = changes[number - 1]
    return change.record.map { record in
      let entry = FormEntry(record, zone: zone, form: form)
      return entry.line ?? entry.value
    }
  }

  /// Every known record as a line of a zone file; what is left alone stands there as it is.
  var zoneLines: [String] {
    let records = changes.flatMap { change in
      change.action == .leave ? change.kept : [change.record].compactMap { $0 }
    }
    return records.map { zoneLine($0) }
  }

  /// One record as a line of a zone file (RFC 1035 §5.1).
  func zoneLine(_ record: ResourceRecord) -> String {
    "\(record.name) \(record.ttl) IN \(record.type) \(record.presentation)"
  }

  /// The change that leaves somebody's mail servers alone, if there is one.
  var mailChange: RecordChange? { changes.first { $0.ownMailServer != nil } }
}

extension RecordChange {
  /// Whether a record is typed into a form: it is new, or takes the place of another.
  var isTyped: Bool { action == .add || action == .replace }
}
