extension YAMLNode {
  /// A text that is not empty and holds nothing invisible.
  func text(limit: Int = Fields.longestText, faults: inout FaultList) -> String? {
    guard case .text(let text, let isPlain) = content, !(isPlain && Self.isOther(text)) else {
      faults.add(.wrongType(.text), at: place)
      return nil
    }
    if text.isEmpty {
      faults.add(.empty, at: place)
      return nil
    }
    if text.utf8.count > limit {
      faults.add(.tooLong(limit: limit), at: place)
      return nil
    }
    if text.unicodeScalars.contains(where: Self.isInvisible) {
      faults.add(.badText, at: place)
      return nil
    }
    return text
  }

  func name(form: (String) -> Bool, faults: inout FaultList) -> String? {
    guard let text = text(faults: &faults) else { return nil }
    guard form(text) else {
      faults.add(.badName(text), at: place)
      return nil
    }
    return text
  }

  /// One of a few words.
  func word<Word: RawRepresentable & CaseIterable>(
    faults: inout FaultList
  ) -> Word? where Word.RawValue == String {
    guard let text = text(faults: &faults) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let possible = Word.allCases.map(\.rawValue)
    let nearest = Spelling.nearest(to: text, in: possible)
    faults.add(.unknownWord(text, possible: possible, nearest: nearest), at: place)
    return nil
  }

  func number(in range: ClosedRange<Int>, faults: inout FaultList) -> Int? {
    guard case .text(let text, isPlain: true) = content, let number = Int(text) else {
      faults.add(.wrongType(.number), at: place)
      return nil
    }
    guard range.contains(number) else {
      faults.add(.outOfRange(minimum: range.lowerBound, maximum: range.upperBound), at: place)
      return nil
    }
    return number
  }

  func pairs(faults: inout FaultList) -> [Entry] {
    guard case .map(let entries) = content else {
      faults.add(.wrongType(.map), at: place)
      return []
    }
    if entries.isEmpty { faults.add(.empty, at: place) }
    return entries
  }

  /// What a YAML reader would take for null, a truth value or a number (YAML 1.2 §10.2.1).
  private static func isOther(_ text: String) -> Bool {
    switch text.lowercased() {
    case "", "~", "null", "true", "false": true
    default: Double(text) != nil
    }
  }

  /// Control and format characters and line breaks: texts of playbooks are single lines.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    default: false
    }
  }
}
