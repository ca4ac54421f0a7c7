/// Makes a walkthrough out of a YAML document and gathers what is wrong with it.
struct WalkthroughReader {
  var faults: FaultList
  let vocabulary: WalkthroughVocabulary
  /// The playbook that is followed, as far as it can be read.
  var playbook: Playbook?

  init(faults: FaultList, vocabulary: WalkthroughVocabulary) {
    self.faults = faults
    self.vocabulary = vocabulary
  }

  /// Nil when a part that everything else needs is not there.
  mutating func walkthrough(_ root: YAMLNode, id: String) -> Walkthrough? {
    guard
      let fields = Fields(
        root, required: ["version", "title", "world", "steps"], optional: ["playbook"],
        faults: &faults)
    else { return nil }
    _ = fields.number("version", in: 1...1, faults: &faults)
    let title = text("title", fields)
    let name = self.word("playbook", fields, among: vocabulary.playbooks) ?? "tencent-ses"
    playbook = vocabulary.playbook(name)
    let world = fields.node("world").flatMap { self.world($0) }
    let steps = self.steps(fields, in: world)
    if fields.node("steps") != nil, !steps.contains(where: \.isExpectation) {
      faults.add(.nothingExpected, at: fields.place(of: "steps"))
    }
    guard let title, let world else { return nil }
    return Walkthrough(id: id, title: title, playbook: name, world: world, steps: steps)
  }

  private mutating func world(_ node: YAMLNode) -> Walkthrough.World? {
    let keys = ["practice", "case", "live"]
    guard let fields = Fields(node, required: [], optional: keys, faults: &faults) else {
      return nil
    }
    let present = keys.filter { fields.node($0) != nil }
    guard let key = present.first else {
      faults.add(.empty, at: fields.place)
      return nil
    }
    for other in present.dropFirst() {
      faults.add(.misplacedKey(other), at: fields.place(of: other))
    }
    switch key {
    case "practice":
      return word("practice", fields, among: vocabulary.scenarios).map { .practice($0) }
    case "case":
      guard let path = fields.text("case", faults: &faults) else { return nil }
      if !vocabulary.hasFile(path) {
        faults.add(.unreadableFile(path), at: fields.place(of: "case"))
      }
      return .caseFile(path)
    default:
      guard let flag = fields.yesOrNo("live", faults: &faults) else { return nil }
      if !flag { faults.add(.misplacedKey("live"), at: fields.place(of: "live")) }
      return .live
    }
  }

  private mutating func steps(_ fields: Fields, in world: Walkthrough.World?) -> [Walkthrough.Step]
  {
    let nodes = fields.items("steps", faults: &faults)
    if nodes.count > Walkthrough.mostSteps {
      faults.add(
        .outOfRange(minimum: 1, maximum: Walkthrough.mostSteps), at: fields.place(of: "steps"))
      return []
    }
    return nodes.compactMap { step($0, in: world) }
  }

  // MARK: - Words

  /// A table key with a text behind it.
  mutating func text(_ key: String, _ fields: Fields) -> String? {
    guard let name = fields.name(key, form: Name.isMessageKey, faults: &faults) else { return nil }
    if !vocabulary.hasText(name) { faults.add(.unknownText(name), at: fields.place(of: key)) }
    return name
  }

  /// One of some words; another one is a fault, and nil.
  mutating func word(_ key: String, _ fields: Fields, among words: [String]) -> String? {
    fields.node(key).flatMap { word($0, among: words) }
  }

  mutating func word(_ node: YAMLNode, among words: [String]) -> String? {
    guard let text = node.text(faults: &faults) else { return nil }
    if words.contains(text) { return text }
    faults.add(
      .unknownWord(text, possible: words, nearest: Spelling.nearest(to: text, in: words)),
      at: node.place)
    return nil
  }

  /// The id of a finding.
  mutating func finding(_ node: YAMLNode) -> String? {
    guard let id = node.text(faults: &faults) else { return nil }
    if vocabulary.findings.contains(id) { return id }
    faults.add(
      .unknownFinding(id, nearest: Spelling.nearest(to: id, in: vocabulary.findings)),
      at: node.place)
    return nil
  }

  /// The id of a record of the playbook.
  mutating func record(_ id: String, at place: Place) -> String {
    if let playbook, !playbook.records.contains(where: { $0.id == id }) {
      let nearest = Spelling.nearest(to: id, in: playbook.records.map(\.id))
      faults.add(.unknownRecord(id, nearest: nearest), at: place)
    }
    return id
  }
}

extension Walkthrough.Step {
  fileprivate var isExpectation: Bool { if case .expect = action { true } else { false } }
}
