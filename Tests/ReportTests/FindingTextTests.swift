import DNS
import Diagnosis
import Localization
import Report
import Testing

/// Every finding has all its words in every language, and every words a finding.
@Suite struct FindingTextTests {
  /// Every language with every rule, in the order of the catalogue.
  static let pairs = Tables.languages.flatMap { language in
    Rule.all.map { (language, $0.id.rawValue) }
  }

  private func broken(_ id: String) throws -> [Finding] {
    try #require(Looks.findings[id]).get()
  }

  private func parts(_ text: FindingText) -> [String] {
    [text.title, text.found, text.why, text.cause, text.see] + text.fix
  }

  @Test(arguments: pairs) func everyPartIsWhole(language: String, id: String) throws {
    let messages = try Tables.messages(language)
    let findings = try broken(id)
    try #require(!findings.isEmpty)
    for finding in findings {
      let text = FindingText(finding, messages)
      #expect(!text.fix.isEmpty)
      for part in parts(text) {
        #expect(part.contains { !$0.isWhitespace })
        #expect(!part.contains("finding.\(id)"), "a key instead of its text: \(part)")
        #expect(!part.contains("{") && !part.contains("}"), "unfilled: \(part)")
        #expect(part.count { $0 == "`" } % 2 == 0, "a code mark is open: \(part)")
      }
    }
  }

  @Test(arguments: pairs) func theArgumentsAreInTheText(language: String, id: String) throws {
    let messages = try Tables.messages(language)
    for finding in try broken(id) {
      let text = FindingText(finding, messages)
      let all = parts(text).joined(separator: "\n")
      for (name, argument) in finding.arguments {
        // `type` and the like may be left to the context; what was seen may not.
        switch argument {
        case .name(let value) where ["domain", "name", "foundName"].contains(name):
          #expect(all.contains(value.withoutFinalDot), "\(name)")
        case .seconds(let seconds):
          #expect(all.contains(messages.duration(seconds: seconds)), "\(name)")
        case .deadline(let end):
          #expect(all.contains(WallClock.utc.text(until: end)), "\(name)")
        case .texts(let texts) where ["observed", "values"].contains(name):
          for value in texts { #expect(text.found.contains(value), "\(name)") }
        default: break
        }
      }
    }
  }

  @Test func theStepsAreAsManyInEveryLanguage() throws {
    for rule in Rule.all {
      let finding = try #require(try broken(rule.id.rawValue).first)
      let counts = try Tables.languages.map { language in
        FindingText(finding, try Tables.messages(language)).fix.count
      }
      #expect(Set(counts).count == 1, "\(rule.id.rawValue): \(counts)")
    }
  }

  @Test(arguments: Tables.languages) func theTableHasTheKeysOfTheRulesAndNoOthers(
    language: String
  ) throws {
    let present = try Tables.keys(language).filter { $0.hasPrefix("finding.") }
    var byLayer: [Layer: Set<String>] = [:]
    for rule in Rule.all {
      let id = rule.id.rawValue
      var keys = Set(["title", "found", "why", "cause", "see"].map { "finding.\(id).\($0)" })
      let finding = try #require(try broken(id).first)
      // As many steps as are shown: one behind a gap would never be seen.
      let count = FindingText(finding, try Tables.messages(language)).fix.count
      keys.formUnion((1...max(count, 1)).map { "finding.\(id).fix.\($0)" })
      byLayer[rule.layer, default: []].formUnion(keys)
    }
    let expected = byLayer.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    #expect(present.subtracting(expected).sorted() == [], "no rule has these")
    #expect(expected.subtracting(present).sorted() == [], "a rule lacks these")
    for (layer, keys) in byLayer {
      let file = "findings-\(layer.rawValue).arb"
      #expect(Set(try Tables.texts(language, file).keys) == keys, "\(file) holds its layer")
    }
  }

  @Test(arguments: Tables.languages) func aSilentHostReadsDifferentlyFromOneThatAnswers(
    language: String
  ) throws {
    let messages = try Tables.messages(language)
    let rule = try #require(Rule.named("domain-not-delegated"))
    var evidence = try rule.broken.evidence()
    let answering = FindingText(try #require(rule.findings(in: evidence).first), messages)
    evidence.observations.removeAll { $0.role == .undelegated }
    let silent = FindingText(try #require(rule.findings(in: evidence).first), messages)
    #expect(answering.found.contains("f1g1ns1.dnspod.net"))
    #expect(!silent.found.contains("f1g1ns1.dnspod.net"))
    #expect(answering.cause != silent.cause)
    for part in parts(silent) {
      #expect(!part.contains("{") && !part.contains("``") && !part.contains("finding."))
    }
  }

  /// What was published is data: it never becomes a placeholder or a key.
  @Test(arguments: Tables.languages) func aValueIsShownAsItIs(language: String) throws {
    let hostile = "{name} {count, plural, other{#}} finding.spf-missing.title"
    let rule = try #require(Rule.named("record-mismatch"))
    var evidence = try rule.fixed.evidence()
    evidence.replace("token", with: hostile)
    let finding = try #require(rule.findings(in: evidence).first)
    #expect(FindingText(finding, try Tables.messages(language)).found.contains(hostile))
  }
}
