import Foundation
import Testing

@testable import Playbook

/// What is written reads as the same walkthrough.
@Suite struct WalkthroughTextTests {
  private static let folder = Shipped.root.appendingPathComponent("Playbooks/walkthroughs")
  static let shipped = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .sorted()

  /// Everything is a word here: it is the writing that is looked at.
  private static let vocabulary = WalkthroughVocabulary(
    playbooks: Shipped.ids, scenarios: shipped.map { String($0.dropLast(5)) }, findings: [],
    playbook: { _ in nil }, hasText: { _ in true }, hasFile: { _ in true })

  private func isSame(_ walkthrough: Walkthrough, after text: String) throws {
    let again = try Walkthrough(
      yaml: text, file: "some/\(walkthrough.id).yaml", vocabulary: WalkthroughSample.vocabulary)
    #expect(again.title == walkthrough.title && again.playbook == walkthrough.playbook)
    #expect(again.world == walkthrough.world)
    #expect(again.steps.map(\.action) == walkthrough.steps.map(\.action))
    #expect(again.text == walkthrough.text)
  }

  @Test func everyKindOfStep() throws {
    let sample = try WalkthroughSample.read(WalkthroughSample.yaml)
    try isSame(sample, after: sample.text)
  }

  @Test(arguments: [Walkthrough.World.live, .caseFile("case.json"), .practice("healthy")])
  func everyWorld(_ world: Walkthrough.World) throws {
    var expectation = Expectation()
    expectation.status = "verified"
    let walkthrough = Walkthrough(
      id: "sample", title: "walk.title", playbook: "tencent-ses", world: world,
      steps: [.init(line: 1, action: .check), .init(line: 2, action: .expect(expectation))])
    try isSame(walkthrough, after: walkthrough.text)
  }

  @Test(arguments: shipped) func everyShippedOne(_ name: String) throws {
    let file = Self.folder.appendingPathComponent(name).path
    let yaml = try String(contentsOfFile: file, encoding: .utf8)
    let root = try YAMLAsJSON.text(yaml)
    let words = try YAMLAsJSON.text(written(yaml, name))
    // The order of keys and the way of quoting aside, both are the same document.
    #expect(try normalised(root) == normalised(words))
  }

  /// The text of a shipped walkthrough as it is written anew, read with its own words.
  private func written(_ yaml: String, _ name: String) throws -> String {
    let ids = yaml.matches(of: /id: ([a-z0-9-]+)/).map { String($0.1) }
    let without = yaml.matches(of: /without: \[([^\]]*)\]/).flatMap {
      $0.1.split(separator: ",").map { String($0.trimmingPrefix(" ")) }
    }
    let vocabulary = WalkthroughVocabulary(
      playbooks: Shipped.ids, scenarios: Self.vocabulary.scenarios, findings: ids + without,
      playbook: { try? Shipped.playbook($0) }, hasText: { _ in true }, hasFile: { _ in true })
    return try Walkthrough(yaml: yaml, file: name, vocabulary: vocabulary).text
  }

  private func normalised(_ json: String) throws -> NSDictionary {
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
    var root = try #require(object as? [String: Any])
    // What is not said is this one.
    if root["playbook"] == nil { root["playbook"] = "tencent-ses" }
    let steps = try #require(root["steps"] as? [[String: Any]])
    root["steps"] = steps.map { step in
      var step = step
      if let text = step["advance"] as? String, text.hasSuffix("m"),
        let minutes = Int(text.dropLast())
      {
        step["advance"] = "\(minutes * 60)s"
      }
      return step
    }
    return root as NSDictionary
  }

  @Test(arguments: [
    "plain", "two words", #"quote " and \ and '"#, "yes", "true", "null", "~", "1.5", "0x1F",
    "# no comment", "key: value", "- item", "[x]", "{x}", "*alias", "&anchor", "!tag", "%", "@",
    "`",
    " spaces ", "ドメイン名", "도메인", "😀", "trailing:", "v=spf1 include:qcloudmail.com ~all",
  ])
  func anyAnswer(_ value: String) throws {
    let step = Walkthrough.Action.answer(question: "domain", value: value, isRefused: true)
    let yaml = WalkthroughSample.yaml.replacing(
      "  - answer: {question: domain, value: mail.example.com}\n", with: step.text)
    #expect(try WalkthroughSample.read(yaml).steps[1].action == step)
  }
}
