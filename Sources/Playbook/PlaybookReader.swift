/// Makes a playbook out of a YAML document and gathers what is wrong with it.
struct PlaybookReader {
  var faults: FaultList
  /// Inputs, labels and links share one set of ids, because they fill placeholders.
  private var placeholders: [String: Int] = [:]
  /// The ids of all inputs and records, also of those with faults: naming one of these is right.
  var inputIDs: [String] = []
  var recordIDs: [String] = []
  /// The options of each choice so far.
  var options: [String: [String]] = [:]

  /// A year; waiting for longer is no promise.
  private static let longestWait = 365 * 86400

  init(faults: FaultList) { self.faults = faults }

  /// Nil when a part that everything else needs is not there.
  mutating func playbook(_ root: YAMLNode) -> Playbook? {
    guard
      let fields = Fields(
        root,
        required: ["id", "service", "document", "links", "inputs", "records", "steps"],
        optional: ["limits", "labels"], faults: &faults)
    else { return nil }
    let id = fields.name("id", form: Name.isSlug, faults: &faults)
    let service = fields.name("service", form: Name.isMessageKey, faults: &faults)
    let limits = fields.node("limits").map { self.limits($0) }
    let links = self.links(fields)
    let labels = self.labels(fields)
    let inputs = self.inputs(fields)
    let records = self.records(fields, inputs: inputs)
    let steps = self.steps(fields, inputs: inputs, labels: Set(labels.keys))
    let document = fields.node("document").flatMap { self.document($0) }
    guard let id, let service, let document else { return nil }
    return Playbook(
      id: id, service: service, document: document, inputs: inputs, records: records,
      steps: steps, labels: labels, links: links,
      limits: limits ?? Playbook.Limits(verification: nil, statuses: []))
  }

  /// Adds an id to the placeholders unless it is taken.
  mutating func declare(_ id: String, at place: Place) {
    if let first = placeholders[id] {
      faults.add(.duplicateID(id, firstLine: first), at: place)
    } else {
      placeholders[id] = place.line
    }
  }

  private mutating func document(_ node: YAMLNode) -> Playbook.Document? {
    guard
      let fields = Fields(
        node, required: ["url"], optional: ["version", "pages"], faults: &faults)
    else { return nil }
    let url = fields.node("url").flatMap { self.address($0) }
    let version = fields.text("version", limit: 64, faults: &faults)
    var pages: [String: [String]] = [:]
    for entry in fields.pairs("pages", faults: &faults) {
      guard Name.isLanguage(entry.key) else {
        faults.add(.badName(entry.key), at: entry.place)
        continue
      }
      pages[entry.key] = page(entry.value)
    }
    guard let url else { return nil }
    return Playbook.Document(url: url, version: version, pages: pages)
  }

  private mutating func page(_ node: YAMLNode) -> [String] {
    guard case .list(let items) = node.content else {
      faults.add(.wrongType(.list), at: node.place)
      return []
    }
    var ids: [String] = []
    for item in items {
      guard let id = item.name(form: Name.isSlug, faults: &faults) else { continue }
      if !recordIDs.contains(id) {
        let nearest = Spelling.nearest(to: id, in: recordIDs)
        faults.add(.unknownRecord(id, nearest: nearest), at: item.place)
      }
      ids.append(id)
    }
    return ids
  }

  private mutating func limits(_ node: YAMLNode) -> Playbook.Limits {
    guard
      let fields = Fields(
        node, required: [], optional: ["verification", "statuses"], faults: &faults)
    else { return Playbook.Limits(verification: nil, statuses: []) }
    var statuses: [String] = []
    for item in fields.items("statuses", faults: &faults) {
      guard let status = item.name(form: Name.isSlug, faults: &faults) else { continue }
      statuses.append(status)
    }
    let window = fields.node("verification").flatMap { self.window($0) }
    return Playbook.Limits(verification: window, statuses: statuses)
  }

  private mutating func window(_ node: YAMLNode) -> ClosedRange<Int>? {
    guard let bounds = Fields(node, required: ["minimum", "maximum"], faults: &faults) else {
      return nil
    }
    let range = 0...Self.longestWait
    let minimum = bounds.number("minimum", in: range, faults: &faults)
    let maximum = bounds.number(
      "maximum", in: (minimum ?? 0)...Self.longestWait, faults: &faults)
    guard let minimum, let maximum else { return nil }
    return minimum...maximum
  }

  private mutating func links(_ fields: Fields) -> [String: String] {
    var links: [String: String] = [:]
    for entry in fields.pairs("links", faults: &faults) {
      guard isIdentifier(entry) else { continue }
      declare(entry.key, at: entry.place)
      links[entry.key] = address(entry.value)
    }
    return links
  }

  private mutating func labels(_ fields: Fields) -> [String: [String: String]] {
    var labels: [String: [String: String]] = [:]
    for entry in fields.pairs("labels", faults: &faults) {
      guard isIdentifier(entry) else { continue }
      declare(entry.key, at: entry.place)
      var words: [String: String] = [:]
      for word in entry.value.pairs(faults: &faults) {
        guard Name.isLanguage(word.key) else {
          faults.add(.badName(word.key), at: word.place)
          continue
        }
        words[word.key] = word.value.text(limit: 200, faults: &faults)
      }
      if case .map(let list) = entry.value.content, !list.contains(where: { $0.key == "en" }) {
        faults.add(.missingEnglish, at: entry.place)
      }
      labels[entry.key] = words
    }
    return labels
  }

  private mutating func isIdentifier(_ entry: YAMLNode.Entry) -> Bool {
    if Name.isIdentifier(entry.key) { return true }
    faults.add(.badName(entry.key), at: entry.place)
    return false
  }

  private mutating func address(_ node: YAMLNode) -> String? {
    guard let text = node.text(faults: &faults) else { return nil }
    let host = text.dropFirst("https://".count).prefix { $0 != "/" }
    guard text.hasPrefix("https://"), !host.isEmpty, host.contains("."),
      text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else {
      faults.add(.badAddress(text), at: node.place)
      return nil
    }
    return text
  }
}
