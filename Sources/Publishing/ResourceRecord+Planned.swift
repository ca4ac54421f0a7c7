public import DNS
public import Playbook

extension ResourceRecord {
  /// A planned record as it is published; nil when its value is not known, or is no such data.
  public init?(_ planned: PlannedRecord, ttl: UInt32) {
    guard !planned.isSoundnessOnly else { return nil }
    self.init(planned, text: planned.value, ttl: ttl)
  }

  /// A record at the name and of the type of a planned one, with another value.
  init?(_ planned: PlannedRecord, text: String, ttl: UInt32) {
    let data: RecordData
    switch planned.type {
    case .mx:
      guard let exchange = try? DNSName(text) else { return nil }
      data = .mx(preference: planned.priority ?? 10, exchange: exchange)
    case .cname:
      guard let target = try? DNSName(text) else { return nil }
      data = .name(target)
    default:
      data = .txt(CharacterStrings.cut(Array(text.utf8)))
    }
    self.init(name: planned.name, type: planned.type, ttl: ttl, data: data)
  }
}
