import DNS
import Diagnosis
import Foundation
import Testing

/// What every rule of the catalogue must be, tested for all of them at once.
@Suite struct RuleCatalogueTests {
  @Test(arguments: Rule.all.map(\.id)) func speaksInItsBrokenExample(id: FindingID) throws {
    let rule = try #require(Rule.named(id))
    let findings = rule.findings(in: try rule.broken.evidence())
    #expect(!findings.isEmpty)
    for finding in findings {
      #expect(finding.id == rule.id)
      #expect(Set(finding.arguments.keys) == rule.arguments)
      #expect(finding.layer == rule.layer)
      // A name is judged by itself; nobody was asked.
      #expect(
        (finding.evidence.isEmpty && finding.answers.isEmpty) == (rule.layer == .name),
        "a finding without evidence cannot be believed")
    }
  }

  @Test(arguments: Rule.all.map(\.id)) func isSilentInItsFixedExample(id: FindingID) throws {
    let rule = try #require(Rule.named(id))
    #expect(rule.findings(in: try rule.fixed.evidence()).isEmpty)
    let verdict = Verdict(try rule.fixed.evidence())
    #expect(verdict.findings.isEmpty)
    #expect(verdict.status == .verified)
  }

  @Test(arguments: Rule.all.map(\.id)) func brokenExampleHasThisRuleAmongItsCauses(
    id: FindingID
  ) throws {
    let rule = try #require(Rule.named(id))
    let verdict = Verdict(try rule.broken.evidence())
    let causes = verdict.findings.filter { !$0.isConsequence }.map(\.id)
    // Only a general finding may be explained by a more specific one.
    #expect(
      causes.contains(id) || Self.explainedByDamage.contains(id), "\(causes.map(\.rawValue))")
    // What works, if badly, verifies all the same.
    let matters = verdict.findings.contains { $0.severity == .error || $0.isUnknown }
    #expect((verdict.status == .verified) == (!matters && verdict.waitSeconds == nil))
  }

  /// Damage to the text explains what the key lacks (catalogue, 1.2), in their examples too.
  static let explainedByDamage: Set<FindingID> = [
    "dkim-key-missing", "dkim-key-truncated", "dkim-syntax",
  ]

  @Test func everyIDIsUniqueAndKebabCase() {
    let ids = Rule.all.map(\.id.rawValue)
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect(id.allSatisfy { $0 == "-" || $0.isASCII && ($0.isLowercase || $0.isNumber) }, "\(id)")
    }
  }

  @Test func everyRuleHasItsFileAndEveryFileItsRule() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Diagnosis/Rules").standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .map { $0.replacing(".swift", with: "").lowercased() }
    let ids = Rule.all.map { $0.id.rawValue.replacing("-", with: "") }
    #expect(Set(files) == Set(ids))
  }

  @Test func catalogueIsInTheOrderOfTheLayers() {
    let layers = Rule.all.map(\.layer)
    #expect(layers == layers.sorted())
  }
}
