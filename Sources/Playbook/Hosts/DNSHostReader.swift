import DNS

/// Makes DNS hosts out of a YAML document and gathers what is wrong with it.
struct DNSHostReader {
  var faults: FaultList
  private var hostIDs = UniqueIDs()

  init(faults: FaultList) { self.faults = faults }

  mutating func hosts(_ root: YAMLNode) -> [DNSHost] {
    guard let fields = Fields(root, required: ["version", "hosts"], faults: &faults) else {
      return []
    }
    _ = fields.number("version", in: 1...1, faults: &faults)
    return fields.items("hosts", faults: &faults).compactMap { host($0) }
  }

  private mutating func host(_ node: YAMLNode) -> DNSHost? {
    guard
      let fields = Fields(
        node, required: ["id", "name"], optional: ["nameServers", "servers", "form", "notes"],
        faults: &faults)
    else { return nil }
    let id = fields.name("id", form: Name.isSlug, faults: &faults)
    if let id { hostIDs.declare(id, at: fields.place(of: "id"), faults: &faults) }
    let names = fields.node("name").map { words($0) }
    let patterns = fields.items("nameServers", faults: &faults).compactMap { pattern($0) }
    let servers = fields.items("servers", faults: &faults).compactMap { server($0) }
    let form = fields.node("form").flatMap { self.form($0) }
    let notes = self.notes(fields)
    guard let id, let names else { return nil }
    return DNSHost(
      id: id, names: names, patterns: patterns, servers: servers, form: form ?? DNSHostForm(),
      notes: notes)
  }

  /// Language to words; English must be among them.
  private mutating func words(_ node: YAMLNode) -> [String: String] {
    let words = languages(node)
    if case .map(let list) = node.content, !list.contains(where: { $0.key == "en" }) {
      faults.add(.missingEnglish, at: node.place)
    }
    return words
  }

  /// Language to words, in whatever languages there are.
  mutating func languages(_ node: YAMLNode) -> [String: String] {
    var words: [String: String] = [:]
    for entry in node.pairs(faults: &faults) {
      guard Name.isLanguage(entry.key) else {
        faults.add(.badName(entry.key), at: entry.place)
        continue
      }
      words[entry.key] = entry.value.text(limit: 200, faults: &faults)
    }
    return words
  }

  private mutating func pattern(_ node: YAMLNode) -> NameServerPattern? {
    guard let text = node.text(faults: &faults) else { return nil }
    if let pattern = NameServerPattern(text) { return pattern }
    faults.add(.badPattern(text), at: node.place)
    return nil
  }

  private mutating func server(_ node: YAMLNode) -> DNSName? {
    guard let text = node.text(faults: &faults) else { return nil }
    if let name = try? DNSName(text), name != .root { return name }
    faults.add(.badName(text), at: node.place)
    return nil
  }

  private mutating func notes(_ fields: Fields) -> [DNSHost.Note] {
    var notes: [DNSHost.Note] = []
    var ids = UniqueIDs()
    for node in fields.items("notes", faults: &faults) {
      guard
        let fields = Fields(
          node, required: ["id"], optional: ["types", "unverified"], faults: &faults)
      else { continue }
      let id = fields.name("id", form: Name.isSlug, faults: &faults)
      if let id { ids.declare(id, at: fields.place(of: "id"), faults: &faults) }
      let types = fields.items("types", faults: &faults).compactMap { type($0) }
      let isUnverified = fields.yesOrNo("unverified", faults: &faults) ?? false
      guard let id else { continue }
      notes.append(DNSHost.Note(id: id, types: types, isUnverified: isUnverified))
    }
    return notes
  }

  private mutating func type(_ node: YAMLNode) -> RecordType? {
    guard let text = node.text(faults: &faults) else { return nil }
    let types = RecordTemplate.types
    if let type = types.first(where: { $0.name == text }) { return type }
    let possible = types.map(\.name)
    faults.add(
      .unknownWord(text, possible: possible, nearest: Spelling.nearest(to: text, in: possible)),
      at: node.place)
    return nil
  }
}

/// Ids that may stand once, with the line of the first.
private struct UniqueIDs {
  private var lines: [String: Int] = [:]

  mutating func declare(_ id: String, at place: Place, faults: inout FaultList) {
    if let first = lines[id] {
      faults.add(.duplicateID(id, firstLine: first), at: place)
    } else {
      lines[id] = place.line
    }
  }
}
