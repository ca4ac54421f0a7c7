/// The rules for one message by itself and beside the English one.
package struct MessageLint {
  package typealias Fault = (code: TableProblem.Code, detail: String)

  private let key: String
  private let text: String
  private let language: Language
  private let pattern: MessagePattern?
  private var faults: [Fault] = []
  private var seen: Set<String> = []

  /// `english` is nil for the English table itself and for keys that English does not have;
  /// `declared` is the type of each placeholder in the English metadata.
  package static func faults(
    key: String, text: String, language: Language, english: String?, mayBeSame: Bool,
    declared: [String: String]
  ) -> [Fault] {
    var lint = MessageLint(key: key, text: text, language: language)
    lint.checkText()
    lint.checkVariants()
    if let pattern = lint.pattern { lint.checkBranches(of: pattern, declared: declared) }
    if let english { lint.compare(with: english, mayBeSame: mayBeSame) }
    if language == .english { lint.checkDeclared(declared) }
    return lint.faults
  }

  private init(key: String, text: String, language: Language) {
    (self.key, self.text, self.language) = (key, text, language)
    do throws(MessageFault) {
      pattern = try MessagePattern(text)
    } catch {
      pattern = nil
      let reason = Malformation.badMessage(key: key, fault: error)
      report(.malformed(reason), reason.detail)
    }
  }

  private mutating func report(_ code: TableProblem.Code, _ detail: String = "") {
    if seen.insert(code.name + " " + detail).inserted { faults.append((code, detail)) }
  }

  private mutating func checkText() {
    if text.isEmpty { report(.emptyMessage) }
    if text.contains("%@") { report(.percentPlaceholder) }
    let isOuterSpace = [text.first, text.last].contains { $0?.isWhitespace ?? false }
    if isOuterSpace, key != MessageKey.listSeparator.name { report(.outerSpace) }
    for scalar in text.unicodeScalars {
      let name = "U+" + String(repeating: "0", count: max(0, 4 - hex(scalar).count)) + hex(scalar)
      switch scalar.properties.generalCategory {
      case .control where scalar != "\n", .format, .lineSeparator, .paragraphSeparator:
        report(.controlCharacter, name)
      default:
        if AmbiguousWidth.contains(scalar) { report(.ambiguousWidth, name) }
      }
    }
  }

  private func hex(_ scalar: Unicode.Scalar) -> String {
    String(scalar.value, radix: 16, uppercase: true)
  }

  private mutating func checkVariants() {
    for variant in pattern?.variants ?? [] {
      if !variant.count(where: { $0 == "`" }).isMultiple(of: 2) { report(.unbalancedCode) }
      switch language.base.code {
      case "ko": for place in KoreanParticle.faults(in: variant) { report(.koreanParticle, place) }
      case "ja":
        for place in JapaneseSpacing.faults(in: variant) {
          report(.japaneseSpacing, place.replacingUnknownValue())
        }
      default: break
      }
    }
  }

  private mutating func checkBranches(of pattern: MessagePattern, declared: [String: String]) {
    let plurals = pattern.plurals
    for name in plurals.withoutOther.sorted() { report(.pluralWithoutOther, name) }
    for name in plurals.all.sorted() where declared[name].map({ $0 != "int" }) ?? false {
      report(.pluralOverText, name)
    }
    for (name, words) in pattern.selects.sorted(by: { $0.key < $1.key })
    where !words.contains(MessagePattern.otherWord) {
      report(.selectWithoutOther, name)
    }
  }

  private mutating func compare(with english: String, mayBeSame: Bool) {
    guard let pattern, let reference = try? MessagePattern(english) else { return }
    let missing = reference.placeholders.subtracting(pattern.placeholders).sorted()
    let extra = pattern.placeholders.subtracting(reference.placeholders).sorted()
    if !missing.isEmpty || !extra.isEmpty {
      let names = missing.map { "-" + $0 } + extra.map { "+" + $0 }
      report(.placeholderMismatch, names.joined(separator: " "))
    }
    // A word without a branch of its own falls back to `other`, which then may say too little.
    if pattern.selects != reference.selects { report(.selectMismatch) }
    if text == english, !mayBeSame, Self.words(of: pattern) > 3 { report(.sameAsEnglish) }
  }

  private mutating func checkDeclared(_ declared: [String: String]) {
    guard let used = pattern?.placeholders else { return }
    for name in used.sorted() where !["int", "String", "list"].contains(declared[name]) {
      report(.undeclaredPlaceholder, name)
    }
    for name in Set(declared.keys).subtracting(used).sorted() { report(.unusedPlaceholder, name) }
  }

  /// The words to translate: those with a letter, outside backticks; values have none.
  private static func words(of pattern: MessagePattern) -> Int {
    guard let variant = pattern.variants.last else { return 0 }
    let prose = variant.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined(separator: " ")
    return prose.split(whereSeparator: \.isWhitespace).count { $0.contains(where: \.isLetter) }
  }
}

extension String {
  fileprivate func replacingUnknownValue() -> String {
    map { $0 == MessagePattern.unknownValue ? "{}" : String($0) }.joined()
  }
}
