import Testing

@testable import Playbook

@Suite struct SpellingTests {
  @Test(arguments: [
    ("recrods", "records"), ("record", "records"), ("RECORDS", "records"), ("stpes", "steps"),
    ("inputs ", "inputs"),
  ])
  func near(typed: String, word: String) {
    #expect(Spelling.nearest(to: typed, in: ["records", "steps", "inputs"]) == word)
  }

  @Test(arguments: ["colour", "x", String(repeating: "records", count: 1000)])
  func far(typed: String) {
    #expect(Spelling.nearest(to: typed, in: ["records", "steps", "inputs"]) == nil)
  }
}
