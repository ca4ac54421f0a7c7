public import DNS
public import Playbook

/// A record as it is typed into the form of one DNS host.
public struct FormEntry: Sendable, Equatable {
  /// What is typed into one field.
  public struct Row: Sendable, Equatable {
    /// Which field.
    public let field: DNSHostForm.Field
    /// The text; empty means that the field is left empty.
    public let text: String
  }

  /// The fields in the order in which forms have them; none when a whole line is typed.
  public let rows: [Row]
  /// The line for a host with one text area for all records.
  public let line: String?
  /// The value alone, in the form that the host wants.
  public let value: String
  /// What is not certain of this host and has to be looked at after saving.
  public let doubts: [FormDoubt]
  /// The most octets that the host takes, when the text has more.
  public let exceededLimit: Int?

  /// A record of a zone for a form.
  ///
  /// What is not known of the form is taken to be as it is at most hosts, and is among `doubts`.
  public init(_ record: ResourceRecord, zone: DNSName, form: DNSHostForm = DNSHostForm()) {
    var writer = FormWriter(record: record, zone: zone, form: form)
    let host = writer.host()
    let (value, priority) = writer.value()
    let line = writer.line(host, value)
    self.value = value
    self.line = line
    rows = line == nil ? writer.rows(host, value, priority) : []
    doubts = writer.doubts
    let octets = record.text?.count ?? 0
    exceededLimit = form.longestText.flatMap { octets > $0.value ? $0.value : nil }
  }

  /// The fields by which a record that is there is found again in the list of the console.
  public static func place(
    of record: ResourceRecord, zone: DNSName, form: DNSHostForm = DNSHostForm()
  ) -> [Row] {
    var writer = FormWriter(record: record, zone: zone, form: form)
    return [
      Row(field: .host, text: writer.host()), Row(field: .type, text: record.type.name),
      Row(field: .value, text: writer.plainValue),
    ]
  }
}
