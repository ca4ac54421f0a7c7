/// The keys of one map, read by name; what is wrong goes to the list of faults.
struct Fields {
  let place: Place
  private let entries: [String: YAMLNode]

  /// The longest text of a playbook, in octets, unless a reader says less.
  static let longestText = 1024

  /// Nil when the node is no map; unknown and missing keys are faults.
  init?(
    _ node: YAMLNode, required: [String], optional: [String] = [], faults: inout FaultList
  ) {
    guard case .map(let list) = node.content else {
      faults.add(.wrongType(.map), at: node.place)
      return nil
    }
    let known = required + optional
    var entries: [String: YAMLNode] = [:]
    let present = Set(list.map(\.key))
    for entry in list {
      if known.contains(entry.key) {
        entries[entry.key] = entry.value
      } else {
        let free = known.filter { !present.contains($0) }
        let nearest = Spelling.nearest(to: entry.key, in: free)
        faults.add(.unknownKey(entry.key, nearest: nearest), at: entry.place)
      }
    }
    for key in required where !present.contains(key) {
      faults.add(.missingKey(key), at: node.place)
    }
    self.entries = entries
    self.place = node.place
  }

  func node(_ key: String) -> YAMLNode? { entries[key] }

  /// The place of a key's value, or of the map when the key is not there.
  func place(of key: String) -> Place { entries[key]?.place ?? place }

  func text(_ key: String, limit: Int = longestText, faults: inout FaultList) -> String? {
    entries[key].flatMap { $0.text(limit: limit, faults: &faults) }
  }

  /// A text in one of the forms of `Name`.
  func name(_ key: String, form: (String) -> Bool, faults: inout FaultList) -> String? {
    entries[key].flatMap { $0.name(form: form, faults: &faults) }
  }

  /// One of a few words.
  func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, faults: inout FaultList
  ) -> Word? where Word.RawValue == String {
    entries[key]?.word(faults: &faults)
  }

  func number(_ key: String, in range: ClosedRange<Int>, faults: inout FaultList) -> Int? {
    entries[key]?.number(in: range, faults: &faults)
  }

  func yesOrNo(_ key: String, faults: inout FaultList) -> Bool? {
    guard let node = entries[key] else { return nil }
    guard case .text(let text, isPlain: true) = node.content, let flag = Bool(text) else {
      faults.add(.wrongType(.yesOrNo), at: node.place)
      return nil
    }
    return flag
  }

  /// The items of a list that is not empty; none when the key is not there.
  func items(_ key: String, faults: inout FaultList) -> [YAMLNode] {
    guard let node = entries[key] else { return [] }
    guard case .list(let items) = node.content else {
      faults.add(.wrongType(.list), at: node.place)
      return []
    }
    if items.isEmpty { faults.add(.empty, at: node.place) }
    return items
  }

  /// The entries of a map whose keys are free; none when the key is not there.
  func pairs(_ key: String, faults: inout FaultList) -> [YAMLNode.Entry] {
    entries[key]?.pairs(faults: &faults) ?? []
  }
}
