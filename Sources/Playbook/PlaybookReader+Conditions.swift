extension PlaybookReader {
  /// Reads `when: {choice: option}`; the choices must be declared before it.
  mutating func condition(_ fields: Fields) -> Condition? {
    guard fields.node("when") != nil else { return nil }
    var choices: [String: String] = [:]
    for entry in fields.pairs("when", faults: &faults) {
      guard let options = options[entry.key] else {
        let nearest = Spelling.nearest(to: entry.key, in: options.keys.sorted())
        faults.add(.unknownChoice(entry.key, nearest: nearest), at: entry.place)
        continue
      }
      guard let option = entry.value.text(faults: &faults) else { continue }
      guard options.contains(option) else {
        let nearest = Spelling.nearest(to: option, in: options)
        faults.add(
          .unknownWord(option, possible: options, nearest: nearest), at: entry.value.place)
        continue
      }
      choices[entry.key] = option
    }
    return Condition(choices: choices)
  }
}
