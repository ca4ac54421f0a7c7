import Localization

extension Failure {
  /// What the argument parser complains about, in the chosen language.
  ///
  /// The parser speaks English only and keeps its reasons to itself, so its sentence is taken apart;
  /// one that is not known is quoted.
  init(usage english: String) {
    let sentence = english.split(whereSeparator: \.isNewline).first.map(String.init) ?? english
    let quoted = sentence.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .compactMap { $0.offset % 2 == 1 ? String($0.element) : nil }
    let first = Argument.text(quoted.first ?? "")
    if sentence.contains("Unknown option") {
      self.init(.usage, "usage.unknown-option", ["option": first])
    } else if sentence.contains("Missing value for") {
      self.init(.usage, "usage.missing-value", ["option": first])
    } else if sentence.contains("is invalid for"), quoted.count >= 2 {
      self.init(
        .usage, "usage.invalid-value", ["value": first, "option": .text(quoted[1])])
    } else if sentence.contains("Missing expected argument") {
      self.init(.usage, "usage.missing-argument", ["argument": first])
    } else if sentence.contains("nexpected argument") {
      self.init(.usage, "usage.unexpected-argument", ["argument": .list(quoted)])
    } else {
      self.init(.usage, "usage.other", ["detail": .text(sentence)])
    }
  }
}
