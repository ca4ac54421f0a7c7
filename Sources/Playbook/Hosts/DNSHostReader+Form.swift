extension DNSHostReader {
  private typealias Form = DNSHostForm

  /// RFC 2181 §8: a time to live has 31 bits.
  private static let times = 0...Int(Int32.max)

  mutating func form(_ node: YAMLNode) -> DNSHostForm? {
    guard
      let fields = Fields(
        node, required: [],
        optional: [
          "layout", "host", "apex", "priority", "dot", "quotes", "longText", "longestText",
          "shortestTTL", "fixedTTL", "labels",
        ], faults: &faults)
    else { return nil }
    var form = DNSHostForm()
    if let layout: Form.Fact<Form.Layout> = word(fields.node("layout")) { form.layout = layout }
    form.host = word(fields.node("host"))
    form.apex = fact(fields.node("apex")) { reader, node in reader.apex(node) }
    form.priority = word(fields.node("priority"))
    form.finalDot = word(fields.node("dot"))
    form.quotes = word(fields.node("quotes"))
    form.longText = word(fields.node("longText"))
    form.longestText = number(fields.node("longestText"), in: 1...65_535)
    form.shortestTTL = number(fields.node("shortestTTL"), in: Self.times)
    form.fixedTTL = number(fields.node("fixedTTL"), in: Self.times)
    // One time to live that is the only one needs no bound.
    if form.fixedTTL != nil, let node = fields.node("shortestTTL") {
      faults.add(.misplacedKey("shortestTTL"), at: node.place)
    }
    form.labels = fields.node("labels").flatMap { labels($0) }
    return form
  }

  /// A fact: its value alone, or `is` with `unverified`.
  private mutating func fact<Value>(
    _ node: YAMLNode?, _ read: (inout DNSHostReader, YAMLNode) -> Value?
  ) -> Form.Fact<Value>? {
    guard let node else { return nil }
    guard case .map = node.content else {
      return read(&self, node).map { Form.Fact($0) }
    }
    guard
      let fields = Fields(node, required: ["is"], optional: ["unverified"], faults: &faults)
    else { return nil }
    let isUnverified = fields.yesOrNo("unverified", faults: &faults) ?? false
    guard let inner = fields.node("is") else { return nil }
    return read(&self, inner).map { Form.Fact($0, isUnverified: isUnverified) }
  }

  private mutating func word<Word: RawRepresentable & CaseIterable & Sendable & Equatable>(
    _ node: YAMLNode?
  ) -> Form.Fact<Word>? where Word.RawValue == String {
    fact(node) { reader, node in node.word(faults: &reader.faults) }
  }

  private mutating func number(
    _ node: YAMLNode?, in range: ClosedRange<Int>
  ) -> Form.Fact<Int>? {
    fact(node) { reader, node in node.number(in: range, faults: &reader.faults) }
  }

  /// One way, or a list of ways in the order in which they are to be tried.
  private mutating func apex(_ node: YAMLNode) -> [Form.ApexEntry]? {
    var nodes = [node]
    if case .list(let items) = node.content {
      if items.isEmpty { faults.add(.empty, at: node.place) }
      nodes = items
    }
    let ways: [Form.ApexEntry] = nodes.compactMap { $0.word(faults: &faults) }
    return ways.isEmpty ? nil : ways
  }

  /// Field to language to label, with `unverified` beside the fields.
  private mutating func labels(
    _ node: YAMLNode
  ) -> Form.Fact<[Form.Field: [String: String]]>? {
    let names = Form.Field.allCases.map(\.rawValue)
    guard
      let fields = Fields(node, required: [], optional: names + ["unverified"], faults: &faults)
    else { return nil }
    let isUnverified = fields.yesOrNo("unverified", faults: &faults) ?? false
    var labels: [Form.Field: [String: String]] = [:]
    for field in Form.Field.allCases {
      labels[field] = fields.node(field.rawValue).map { languages($0) }
    }
    if labels.isEmpty { faults.add(.empty, at: node.place) }
    return Form.Fact(labels, isUnverified: isUnverified)
  }
}
