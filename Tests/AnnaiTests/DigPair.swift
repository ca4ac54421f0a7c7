import Foundation
import Testing

/// BIND's `dig` and `annai dig`, given the same words in the same surroundings.
struct DigPair {
  let place: Place
  private let environment: [String: String]

  init(_ environment: [String: String] = [:]) throws {
    place = try Place()
    self.environment = environment
  }

  /// What BIND's `dig` prints; without a cookie, which annai never sends.
  func dig(_ words: [String], input: String = "") throws -> Annai.Outcome {
    try Annai.run(
      ["dig", "+nocookie"] + words, in: place, environment: environment, input: input,
      program: "/usr/bin/env")
  }

  func annai(_ words: [String], input: String = "") throws -> Annai.Outcome {
    try Annai.run(
      ["dig", "+nocookie"] + words, in: place, environment: environment, input: input)
  }

  /// Both print the same octets, ids, times and the program's name aside; gives what they print.
  @discardableResult
  func expectSame(
    _ words: [String], sorted: Bool = false, input: String = "",
    _ location: SourceLocation = #_sourceLocation
  ) throws -> String {
    let theirs = try dig(words, input: input)
    let ours = try annai(words, input: input)
    #expect(theirs.status == 0, "dig: \(theirs)", sourceLocation: location)
    #expect(ours.status == 0, "\(ours)", sourceLocation: location)
    #expect(ours.dialogue == "", sourceLocation: location)
    let order = { (lines: [String]) in sorted ? lines.sorted() : lines }
    #expect(
      order(Self.lines(ours.output)) == order(Self.lines(theirs.output)), "\(words)",
      sourceLocation: location)
    return theirs.output
  }

  /// The lines of an output without what differs from run to run.
  static func lines(_ output: String) -> [String] {
    let changes: [(Regex<Substring>, String)] = [
      (/, id: [0-9]+/, ", id: N"), (/Query time: [0-9]+/, "Query time: N"),
      (/WHEN: .*/, "WHEN: T"), (/<<>> (?:DiG|annai) \S+ <<>>/, "<<>> PROGRAM <<>>"),
      (#/ in [0-9]+ (?:ms|us)/#, " in N ms"),
    ]
    return output.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      changes.reduce(String(line)) { $0.replacing($1.0, with: $1.1) }
    }
  }
}
