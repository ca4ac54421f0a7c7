/// A `+` option of `dig`.
struct DigOption {
  let name: String
  /// What `+name` and `+noname` do; nil when the option needs a value.
  var set: (@Sendable (inout DigLookup, Bool) -> Void)?
  /// The values that it takes, and what they do.
  var values: ClosedRange<Int>?
  var setValue: (@Sendable (inout DigLookup, Int) -> Void)?
  /// A value that is no number, of which this is one, and what it does; false when it is none.
  var example = "5"
  var setText: (@Sendable (inout DigLookup, String) -> Bool)?
  /// Whether annai can do only what `+noname` says.
  var isRefused = false

  /// Applies an option, given without its `+`.
  static func apply(_ option: String, to lookup: inout DigLookup) throws(DigFault) {
    let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let word = (parts.first ?? "").lowercased()
    let value = parts.count == 2 ? String(parts[1]) : nil
    if let known = find(word) {
      try known.apply(isOn: true, value, to: &lookup)
    } else if word.hasPrefix("no"), let known = find(String(word.dropFirst(2))) {
      try known.apply(isOn: false, value, to: &lookup)
    } else {
      throw .unknown("+" + option)
    }
  }

  /// A word may be cut short as long as only one option begins with it, as in `dig`.
  private static func find(_ word: String) -> DigOption? {
    if let exact = all.first(where: { $0.name == word }) { return exact }
    let candidates = all.filter { $0.name.hasPrefix(word) }
    return word.utf8.count > 1 && candidates.count == 1 ? candidates[0] : nil
  }

  private func apply(
    isOn: Bool, _ value: String?, to lookup: inout DigLookup
  ) throws(DigFault) {
    let written = "+" + (isOn ? "" : "no") + name
    if isRefused {
      if isOn { throw .unsupported(written) }
      return
    }
    if let value, isOn, let values, let setValue {
      guard let number = Self.number(value), values.contains(number) else {
        throw .number(value, option: written + "=", values)
      }
      setValue(&lookup, number)
    } else if let value, isOn, !value.isEmpty, let setText {
      guard setText(&lookup, value) else {
        throw .value(value, option: written + "=", example: example)
      }
    } else if isOn, value?.isEmpty ?? true, setText != nil {
      throw .missing(option: written + "=", example: "\(written)=\(example)")
    } else if value != nil || (set == nil && !isOn) {
      throw .unknown(written + (value.map { "=" + $0 } ?? ""))
    } else if let set {
      set(&lookup, isOn)
    } else {
      throw .missing(option: written + "=", example: "\(written)=\(example)")
    }
  }

  /// Digits only: `Int` takes signs too.
  static func number(_ text: String) -> Int? {
    text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
  }
}
