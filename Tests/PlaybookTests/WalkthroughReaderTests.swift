import Testing

@testable import Playbook

@Suite struct WalkthroughReaderTests {
  @Test func everyStepIsRead() throws {
    let walkthrough = try WalkthroughSample.read(WalkthroughSample.yaml)
    #expect(walkthrough.id == "sample")
    #expect(walkthrough.title == "walk.title")
    #expect(walkthrough.playbook == "tencent-ses")
    #expect(walkthrough.world == .practice("spf-multiple"))
    #expect(walkthrough.steps.map(\.line) == [7, 8, 9, 10, 11, 12, 13, 14, 21, 22, 23, 24, 25])
    var expected = Expectation()
    expected.status = "problems"
    expected.exit = 1
    expected.findings = [
      Expectation.Finding(id: "spf-multiple", role: nil, record: nil),
      Expectation.Finding(id: "dkim-missing", role: "consequence", record: "dkim"),
    ]
    expected.without = ["registry-hold"]
    expected.records = ["mx": "match", "spf": "mismatch"]
    expected.screen = [.text("v=spf1"), .aligned(["MX", "SPF"])]
    var last = Expectation()
    last.service = "verified"
    last.exit = 0
    #expect(
      walkthrough.steps.map(\.action) == [
        .say("walk.story"),
        .answer(question: "domain", value: "mail.example.com", isRefused: false),
        .answer(question: "dkimHost", value: nil, isRefused: false),
        .answer(question: "dkimValue", value: "x", isRefused: true),
        .add(["mx", "spf"]), .publish(["@ TXT \"x\""]), .check, .expect(expected), .next,
        .advance(seconds: 300), .advance(seconds: nil), .submit, .expect(last),
      ])
  }

  /// A change to the sample, and everything that is wrong then.
  @Test(arguments: [
    ("version: 1", "version: 2", ["1 version out-of-range"]),
    ("title: walk.title", "titel: walk.title", ["1  missing-key", "2 titel unknown-key"]),
    ("walk.story", "story.walk", ["7 steps[0].say unknown-text"]),
    ("playbook: tencent-ses", "playbook: tencent-sse", ["3 playbook unknown-word"]),
    ("practice: spf-multiple", "practice: spf-multipel", ["5 world.practice unknown-word"]),
    (
      "practice: spf-multiple", "case: other.json",
      [
        "5 world.case unreadable-file", "8 steps[1].answer misplaced-key",
        "9 steps[2].answer misplaced-key", "10 steps[3].answer misplaced-key",
        "11 steps[4].add misplaced-key", "12 steps[5].publish misplaced-key",
        "21 steps[8].world misplaced-key", "22 steps[9].advance misplaced-key",
        "23 steps[10].advance misplaced-key", "24 steps[11].submit misplaced-key",
      ]
    ),
    (
      "practice: spf-multiple", "live: true",
      [
        "11 steps[4].add misplaced-key", "12 steps[5].publish misplaced-key",
        "21 steps[8].world misplaced-key", "22 steps[9].advance misplaced-key",
        "23 steps[10].advance misplaced-key",
      ]
    ),
    ("question: dkimHost", "question: dkimHots", ["9 steps[2].answer.question unknown-input"]),
    ("[mx, spf]", "[mx, sfp]", ["11 steps[4].add[1] unknown-record"]),
    ("[mx, spf]", "everything", ["11 steps[4].add unknown-word"]),
    ("check: now", "check: later", ["13 steps[6].check unknown-word"]),
    ("status: problems", "status: problem", ["15 steps[7].expect.status unknown-word"]),
    ("exit: 1\n", "exit: one\n", ["16 steps[7].expect.exit wrong-type"]),
    ("[spf-multiple,", "[spf-multipel,", ["17 steps[7].expect.findings[0] unknown-finding"]),
    (
      "role: consequence", "role: reason",
      ["17 steps[7].expect.findings[1].role unknown-word"]
    ),
    ("[registry-hold]", "[registry-holt]", ["18 steps[7].expect.without[0] unknown-finding"]),
    (
      "spf: mismatch", "sfp: wrong",
      [
        "19 steps[7].expect.records.sfp unknown-record",
        "19 steps[7].expect.records.sfp unknown-word",
      ]
    ),
    ("aligned: [MX, SPF]", "aligned: []", ["20 steps[7].expect.screen[1].aligned empty"]),
    ("aligned: [MX, SPF]", "aligned: MX", ["20 steps[7].expect.screen[1].aligned wrong-type"]),
    (
      "aligned: [MX, SPF]", "alined: [MX]",
      [
        "20 steps[7].expect.screen[1] missing-key",
        "20 steps[7].expect.screen[1].alined unknown-key",
      ]
    ),
    ("advance: 5m", "advance: 5 minutes", ["22 steps[9].advance bad-duration"]),
    ("advance: 5m", "advance: 99999999999999999999d", ["22 steps[9].advance bad-duration"]),
    ("- say: walk.story", "- {say: walk.story, check: now}", ["7 steps[0].check misplaced-key"]),
    ("- say: walk.story", "- {sing: walk.story}", ["7 steps[0].sing unknown-key"]),
    ("- say: walk.story", "- {}", ["7 steps[0] empty"]),
    ("- say: walk.story", "- walk.story", ["7 steps[0] wrong-type"]),
  ])
  func everyMistakeHasItsPlace(old: String, new: String, faults: [String]) {
    #expect(WalkthroughSample.faults(old, new) == faults)
  }

  @Test func theWordThatWasMeantIsNamed() {
    do throws(PlaybookFaults) {
      let yaml = WalkthroughSample.yaml.replacing("spf-multiple,", with: "spf-multipel,")
      _ = try WalkthroughSample.read(yaml)
      Issue.record("read")
    } catch {
      #expect(
        error.faults.map(\.code) == [.unknownFinding("spf-multipel", nearest: "spf-multiple")])
    }
  }

  @Test func whatExpectsNothingIsNoWalkthrough() {
    let yaml = """
      version: 1
      title: walk.title
      world: {practice: healthy}
      steps: [{check: now}]
      """
    #expect(throws: PlaybookFaults.self) { try WalkthroughSample.read(yaml) }
    let faults = WalkthroughSample.faults(WalkthroughSample.yaml, yaml)
    #expect(faults == ["4 steps nothing-expected"])
  }

  @Test(arguments: [
    "", "[]", "a: &a [x]\nb: [*a, *a]", "version: 1\nsteps: \(String(repeating: "[", count: 99))",
    "\u{0}", "version: 1\nversion: 1", "--- a\n--- b", "version: !!int 1",
  ])
  func hostileFilesAreReported(yaml: String) {
    #expect(throws: PlaybookFaults.self) { try WalkthroughSample.read(yaml) }
  }

  @Test func thousandsOfStepsAreRefused() {
    let steps = String(repeating: "\n  - check: now", count: 501)
    let faults = WalkthroughSample.faults(
      WalkthroughSample.yaml,
      "version: 1\ntitle: walk.title\nworld: {practice: healthy}\nsteps:\(steps)")
    #expect(faults.contains("5 steps out-of-range"))
  }
}
