import DNS
import Playbook

/// Writes the parts of one record as a form wants them, and notes what is not certain.
struct FormWriter {
  private typealias Form = DNSHostForm

  let record: ResourceRecord
  let zone: DNSName
  let form: DNSHostForm
  private(set) var doubts: [FormDoubt] = []

  init(record: ResourceRecord, zone: DNSName, form: DNSHostForm) {
    self.record = record
    self.zone = zone
    self.form = form
  }

  /// The value of a fact, or what most hosts do; either is a doubt unless it is confirmed.
  private mutating func certain<Value>(
    _ fact: Form.Fact<Value>?, else usual: Value, _ doubt: (Value) -> FormDoubt?
  ) -> Value {
    let value = fact?.value ?? usual
    if fact?.isUnverified ?? true, let doubt = doubt(value) { doubts.append(doubt) }
    return value
  }

  // MARK: The name

  mutating func host() -> String {
    if record.name == zone {
      let ways = certain(form.apex, else: Form.ApexEntry.allCases) { [zone] ways in
        .apex(ways, zone: zone)
      }
      return Self.text(of: ways.first ?? .atSign, zone: zone)
    }
    let relative = record.name.hostLabel(in: zone)
    let full = record.name.withoutFinalDot
    let way = certain(form.host, else: .relative) { [record, zone] way in
      way == .full
        ? nil
        : .host(
          typed: relative, expected: record.name, doubled: full + "." + zone.withoutFinalDot)
    }
    return way == .full ? full : relative
  }

  /// What is typed for the zone's own name.
  static func text(of way: DNSHostForm.ApexEntry, zone: DNSName) -> String {
    switch way {
    case .atSign: "@"
    case .empty: ""
    case .domain: zone.withoutFinalDot
    }
  }

  // MARK: The value

  /// The value, and the priority where it has a field of its own.
  mutating func value() -> (value: String, priority: String?) {
    switch record.data {
    case .mx(let preference, let exchange):
      let target = target(exchange)
      // A line has its own order.
      if form.layout.value == .lines { return (target, String(preference)) }
      let inside = "\(preference) \(target)"
      let place = certain(form.priority, else: .ownField) { place in
        place == .ownField ? .priorityApart(inside: inside) : .priorityInside(target: target)
      }
      return place == .ownField ? (target, String(preference)) : (inside, nil)
    case .name(let target): return (self.target(target), nil)
    case .txt: return (text(), nil)
    default: return (record.presentation, nil)
    }
  }

  /// The value as consoles list it: nothing quoted, the final dot left out.
  var plainValue: String {
    switch record.data {
    case .mx(let preference, let exchange): "\(preference) \(exchange.withoutFinalDot)"
    case .name(let target): target.withoutFinalDot
    case .txt: plainText
    default: record.presentation
    }
  }

  private var plainText: String { String(decoding: record.text ?? [], as: UTF8.self) }

  private mutating func target(_ name: DNSName) -> String {
    let use = certain(form.finalDot, else: .required) { use in
      use == .none
        ? .noFinalDot(target: name.description) : .finalDot(target: name.description)
    }
    return use == .none ? name.withoutFinalDot : name.description
  }

  private mutating func text() -> String {
    let plain = plainText
    let use = certain(form.quotes, else: .none) { $0 == .required ? .quotes : .noQuotes }
    let isLong = plain.utf8.count > CharacterStrings.longest
    let way =
      isLong
      ? certain(form.longText, else: use == .required ? .strings : .whole) {
        $0 == .strings ? .strings : .wholeText
      } : .whole
    if way == .strings {
      return CharacterStrings.cut(plain).map(CharacterStrings.quoted).joined(separator: " ")
    }
    return use == .required ? CharacterStrings.quoted(plain) : plain
  }

  // MARK: Rows and lines

  mutating func rows(_ host: String, _ value: String, _ priority: String?) -> [FormEntry.Row] {
    var rows = [
      FormEntry.Row(field: .host, text: host), FormEntry.Row(field: .type, text: record.type.name),
      FormEntry.Row(field: .value, text: value),
    ]
    if let priority { rows.append(FormEntry.Row(field: .priority, text: priority)) }
    if let ttl = form.fixedTTL ?? form.shortestTTL {
      let seconds = form.fixedTTL == nil ? max(ttl.value, Int(record.ttl)) : ttl.value
      rows.append(FormEntry.Row(field: .ttl, text: String(seconds)))
    }
    if form.labels?.isUnverified == true { doubts.append(.labels) }
    return rows
  }

  /// The line for a text area: `txt abc v=spf1 ...`, `mx mail.example.com. 10`.
  ///
  /// How an MX below the zone's own name is written is not known.
  mutating func line(_ host: String, _ value: String) -> String? {
    guard form.layout.value == .lines else { return nil }
    switch record.data {
    case .txt: return "txt \(host) \(value)"
    case .name: return "cname \(host) \(value)"
    case .mx(let preference, _) where record.name == zone: return "mx \(value) \(preference)"
    default:
      doubts.append(.line)
      return nil
    }
  }
}
