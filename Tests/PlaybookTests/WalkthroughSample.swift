import Foundation

@testable import Playbook

/// A small walkthrough, and words that walkthroughs in these tests may use.
enum WalkthroughSample {
  static let yaml = """
    version: 1
    title: walk.title
    playbook: tencent-ses
    world:
      practice: spf-multiple
    steps:
      - say: walk.story
      - answer: {question: domain, value: mail.example.com}
      - answer: {question: dkimHost}
      - answer: {question: dkimValue, value: x, refused: true}
      - add: [mx, spf]
      - publish: ['@ TXT "x"']
      - check: now
      - expect:
          status: problems
          exit: 1
          findings: [spf-multiple, {id: dkim-missing, role: consequence, record: dkim}]
          without: [registry-hold]
          records: {mx: match, spf: mismatch}
          screen: ["v=spf1", {aligned: [MX, SPF]}]
      - world: next
      - advance: 5m
      - advance: wait
      - submit: now
      - expect: {service: verified, exit: 0}

    """

  static let vocabulary = WalkthroughVocabulary(
    playbooks: Shipped.ids, scenarios: ["healthy", "spf-multiple"],
    findings: ["spf-multiple", "dkim-missing", "registry-hold"],
    playbook: { try? Shipped.playbook($0) },
    hasText: { $0.hasPrefix("walk.") || $0.hasPrefix("practice.") },
    hasFile: { $0 == "case.json" })

  static func read(_ yaml: String) throws(PlaybookFaults) -> Walkthrough {
    try Walkthrough(yaml: yaml, file: "some/sample.yaml", vocabulary: vocabulary)
  }

  /// The faults after a change, each as `line path code`.
  static func faults(_ old: String, _ new: String) -> [String] {
    do throws(PlaybookFaults) {
      _ = try read(yaml.replacing(old, with: new))
      return []
    } catch {
      return error.faults.map { "\($0.line) \($0.path) \($0.code.name)" }
    }
  }
}
