import DNS

extension RecordExport {
  /// A zone file of octoDNS: names relative to the zone, in its order, one list of records each.
  var octoDNSZone: String {
    let keys = Dictionary(grouping: items) { item in
      item.record.name == zone ? "" : item.record.name.hostLabel(in: zone)
    }
    let names = keys.sorted { NaturalOrder($0.key) < NaturalOrder($1.key) }.map { name, items in
      "\(Self.yaml(name)):\n" + Self.records(items.map(\.record))
    }
    return comments("#") + "---\n" + names.joined()
  }

  /// One entry for each type; several texts at a name are values of one entry.
  private static func records(_ records: [ResourceRecord]) -> String {
    var types: [RecordType] = []
    for record in records where !types.contains(record.type) { types.append(record.type) }
    return types.map { type in
      let same = records.filter { $0.type == type }
      let ttl = same.map(\.ttl).min() ?? RecordChange.ttl
      return "  - ttl: \(ttl)\n    type: \(type)\n" + values(same)
    }.joined()
  }

  private static func values(_ records: [ResourceRecord]) -> String {
    var lines: [String] = []
    for record in records {
      switch record.data {
      case .mx(let preference, let exchange):
        lines.append("exchange: \(yaml(exchange.description))\n        preference: \(preference)")
      case .name(let target): return "    value: \(yaml(target.description))\n"
      case .txt: lines.append(yaml(escaped(record.plainText)))
      default: continue
      }
    }
    return "    values:\n" + lines.map { "      - \($0)\n" }.joined()
  }

  /// octoDNS keeps `;` escaped, as in a zone file.
  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing(";", with: "\\;")
  }

  /// A text in double quotes, in which everything can be escaped (YAML 1.2 §7.3.1).
  private static func yaml(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      default: scalar.isWritable ? String(scalar) : scalar.escaped
      }
    }
    return "\"\(scalars.joined())\""
  }
}

/// The order that octoDNS insists on: digits count as numbers, so that `s2` stands before `s10`.
private struct NaturalOrder: Comparable {
  private let runs: [(text: String, number: Int?)]

  init(_ name: String) {
    var runs: [(text: String, number: Int?)] = []
    var rest = name[...]
    while !rest.isEmpty {
      let text = rest.prefix { !$0.isASCII || !$0.isNumber }
      let digits = rest.dropFirst(text.count).prefix { $0.isASCII && $0.isNumber }
      // A label has 63 octets, an Int about 18 digits; longer ones are beyond any selector.
      runs.append((String(text), digits.isEmpty ? nil : Int(digits.prefix(18)) ?? 0))
      rest = rest.dropFirst(text.count + digits.count)
    }
    self.runs = runs
  }

  static func < (left: NaturalOrder, right: NaturalOrder) -> Bool {
    for (one, other) in zip(left.runs, right.runs) {
      if one.text != other.text { return one.text < other.text }
      if one.number != other.number { return one.number ?? -1 < other.number ?? -1 }
    }
    return left.runs.count < right.runs.count
  }

  static func == (left: NaturalOrder, right: NaturalOrder) -> Bool {
    left.runs.elementsEqual(right.runs) { $0 == $1 }
  }
}
