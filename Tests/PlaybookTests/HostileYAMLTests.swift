import Testing

@testable import Playbook

@Suite struct HostileYAMLTests {
  @Test func aBigFileIsNotRead() {
    let yaml = Sample.yaml + "\n# " + String(repeating: "x", count: 1 << 20)
    #expect(Sample.faults(in: yaml) == [fault(1, 1, "", .tooBig(limit: 262_144))])
  }

  @Test func theLimitItselfIsFine() {
    let rest = Playbook.largestFile - Sample.yaml.utf8.count - 2
    #expect(Sample.faults(in: Sample.yaml + "\n#" + String(repeating: "x", count: rest)) == [])
  }

  @Test(arguments: [false, true]) func anAliasBombDoesNotGoOff(asKeys: Bool) {
    var yaml = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for (one, two) in zip("abcdefghijklmnopqrst", "bcdefghijklmnopqrstu") {
      let list = String(repeating: "*\(one), ", count: 9)
      yaml += asKeys ? "? &\(two) [\(list)]\n: x\n" : "\(two): &\(two) [\(list)]\n"
    }
    let faults = Sample.faults(in: yaml)
    #expect(faults.map(\.code) == [.aliasesNotAllowed])
    #expect(faults.map(\.line) == [2])
  }

  @Test func oneAliasIsReportedAtItsAnchor() {
    let yaml = Sample.changed("[pending, done]", to: "[&p pending, *p]")
    #expect(Sample.faults(in: yaml) == [fault(9, 14, "", .aliasesNotAllowed)])
  }

  @Test func starsInCommentsAreNoAliases() {
    #expect(Sample.faults(in: "# *one* and *two* and &three\n" + Sample.yaml) == [])
  }

  @Test func deepNestingEnds() {
    let depth = 100_000
    let yaml =
      "id: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(Sample.faults(in: yaml).map(\.code) == [.syntax])
    let less = "id: " + String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
    #expect(Sample.faults(in: less).map(\.code).contains(.tooDeep(limit: 16)))
  }

  @Test(arguments: ["", "# nothing\n", "\u{FEFF}", "---\n...\n"]) func nothing(yaml: String) {
    #expect(Sample.faults(in: yaml).count == 1)
  }

  @Test(arguments: ["text", "- a\n- b", "7", "~"]) func noMap(yaml: String) {
    #expect(Sample.faults(in: yaml) == [fault(1, 1, "", .wrongType(.map))])
  }

  @Test func repeatedKeysKeepTheirColumns() {
    let yaml = Sample.changed(
      "{minimum: 60, maximum: 600}",
      to: "{minimum: 60, minimum: 70, maximum: 600, maximum: 5, \"minimum\": 1, x: 2}")
    let path = "limits.verification."
    #expect(
      Sample.faults(in: yaml) == [
        fault(8, 31, path + "minimum", .duplicateKey("minimum", firstLine: 8)),
        fault(8, 58, path + "maximum", .duplicateKey("maximum", firstLine: 8)),
        fault(8, 70, path + "minimum", .duplicateKey("minimum", firstLine: 8)),
        fault(8, 84, path + "x", .unknownKey("x", nearest: nil)),
      ])
  }

  @Test func manyRepeatedKeysEnd() {
    let yaml = String(repeating: "k: 1\n", count: 2000)
    let faults = Sample.faults(in: yaml)
    #expect(faults.contains { if case .duplicateKey("k", _) = $0.code { true } else { false } })
  }

  /// Every prefix and every text with a piece cut out ends in an answer, not in a trap.
  @Test func damagedFilesAreAnswered() {
    let scalars = Array(Sample.yaml.unicodeScalars)
    for length in stride(from: 0, to: scalars.count, by: 7) {
      var cut = String.UnicodeScalarView()
      cut.append(contentsOf: scalars[..<length])
      #expect(!Sample.faults(in: String(cut)).isEmpty)
      cut.append(contentsOf: scalars[min(length + 5, scalars.count)...])
      _ = Sample.faults(in: String(cut))
    }
  }
}
