import DNS
import Foundation
import Localization
import MailAuth
import Testing

@testable import Report

/// A zone as a literal.
private struct Zone: LookupSource {
  var texts: [String: [String]]
  var hosts: [String: String] = [:]
  var failing: Set<String> = []

  func answer(to question: Question) -> LookupAnswer? {
    let name = question.name.withoutFinalDot
    if failing.contains(name) { return .failed }
    switch question.type {
    case .txt:
      return (texts[name]).map { list in
        .records(list.map { record(question, .txt([Array($0.utf8)])) })
      } ?? .nxDomain
    case .a:
      let address = hosts[name].flatMap { IPAddress($0) }
      return address.map { .records([record(question, .address($0))]) } ?? .nxDomain
    default: return .nxDomain
    }
  }

  private func record(_ question: Question, _ data: RecordData) -> ResourceRecord {
    ResourceRecord(name: question.name, type: question.type, ttl: 60, data: data)
  }
}

@Suite struct SPFTextTests {
  private func tree(_ zone: Zone) throws -> SPFTree {
    guard case .done(let tree) = SPFTree.walk(from: try DNSName("a.example"), in: zone) else {
      throw Missing()
    }
    return tree
  }

  private func evaluation(_ zone: Zone) throws -> SPFEvaluation {
    let address = try #require(IPAddress("192.0.2.1"))
    guard
      case .done(let evaluation) = SPFQuery(domain: "a.example", address: address, time: 0)
        .evaluate(in: zone)
    else { throw Missing() }
    return evaluation
  }

  private struct Missing: Error {}

  private func sentences(_ report: SPFReport, _ language: String) throws -> [String] {
    SPFText(report, try Tables.messages(language)).blocks.flatMap { block -> [String] in
      switch block {
      case .heading(let text), .subheading(let text), .paragraph(let text, _, _): [text]
      case .fields(let fields): fields.map(\.label)
      default: []
      }
    }
  }

  /// Records in which everything that can be remarked on is wrong somewhere.
  private static let zones: [Zone] = [
    Zone(texts: [
      "a.example": ["v=spf1 include:b.example include:b.example -all a mx"],
      "b.example": ["v=spf1 -all"],
    ]),
    Zone(texts: ["a.example": ["v=spf1 include:a.example ptr exists:gone.example -all"]]),
    Zone(texts: ["a.example": ["v=spf1 redirect=b.example include=c.example -all"]]),
    Zone(texts: ["a.example": ["v=spf1 a -all", "v=spf1 mx ~all"]]),
    Zone(texts: ["a.example": ["v=spf1 ip5:x -all"]]), Zone(texts: [:]),
    Zone(texts: ["a.example": ["v=spf1 include:b.example -all"]], failing: ["b.example"]),
    Zone(texts: [:], failing: ["a.example"]),
    Zone(
      texts: [
        "a.example": [
          "v=spf1 " + (0..<12).map { "a:h\($0).example" }.joined(separator: " ") + " -all"
        ]
      ]),
    Zone(
      texts: [
        "a.example": [
          "v=spf1 " + (0..<9).map { "a:h\($0).example" }.joined(separator: " ") + " -all"
        ]
      ],
      hosts: Dictionary(uniqueKeysWithValues: (0..<9).map { ("h\($0).example", "192.0.2.9") })),
  ]

  @Test(arguments: Tables.languages) func everySentenceIsWhole(language: String) throws {
    for zone in Self.zones {
      let tree = try tree(zone)
      let spec = try DomainSpec(DNSName("b.example"))
      let plan = Result { () throws(SPFPlanError) in
        try SPFPlan(present: tree, adding: spec, provider: tree)
      }
      let change = SPFReport.Change(include: try DNSName("b.example"), provider: tree, plan: plan)
      let report = SPFReport(
        domain: try DNSName("a.example"), evaluation: try evaluation(zone), tree: tree,
        change: change)
      let sentences = try sentences(report, language)
      #expect(sentences.count > 5)
      for sentence in sentences {
        #expect(!sentence.contains("spf.") && !sentence.contains("{"), "\(sentence)")
        #expect(sentence.contains { !$0.isWhitespace })
        #expect(sentence.count { $0 == "`" } % 2 == 0)
      }
    }
  }

  /// The keys that are put together are those of the enumerations, and no others.
  @Test(arguments: Tables.languages) func theFamiliesAreComplete(language: String) throws {
    let keys = Set(try Tables.texts(language, "mail-auth.arb").keys)
    func family(_ name: String) -> Set<String> {
      Set(keys.filter { $0.hasPrefix(name) }.map { String($0.dropFirst(name.count)) })
    }
    #expect(family("spf.result.") == Set(SPFResult.allCases.map(\.rawValue)))
    #expect(family("spf.problem.") == Set(SPFProblem.Reason.allCases.map(\.rawValue)))
    let outcomes: [SPFStep.Outcome] = [.match, .noMatch, .problem, .redirected]
    #expect(family("spf.step.") == Set(outcomes.map(\.rawValue) + ["counted"]))
    let statuses: [SPFLookup.Status] = [.records, .empty, .nxDomain, .failed]
    #expect(family("spf.lookup.") == Set(statuses.map(\.rawValue)))
    let trees = [
      "sound", "missing", "several", "syntax", "failed", "loop", "repeated", "unexplored",
    ]
    #expect(family("spf.tree.") == Set(trees + ["title", "branch"]))
    let reasons = SPFDeadTerm.Reason.allCases.filter { $0 != .findsNothing }
    #expect(family("spf.dead.") == Set(reasons.map(\.rawValue)))
  }

  @Test func whatIsFoundDecidesTheStanding() throws {
    let standings = try Self.zones.map { zone in
      SPFReport(domain: try DNSName("a.example"), tree: try tree(zone)).standing
    }
    #expect(
      standings == [
        .sound, .problems, .problems, .problems, .problems, .problems, .unknown, .unknown,
        .problems, .sound,
      ])
  }

  @Test func theCountRunsThroughTheIncludes() throws {
    let zone = Zone(texts: [
      "a.example": ["v=spf1 include:b.example include:d.example -all"],
      "b.example": ["v=spf1 include:c.example -all"], "c.example": ["v=spf1 -all"],
      "d.example": ["v=spf1 ip4:192.0.2.1 -all"],
    ])
    let report = SPFReport(domain: try DNSName("a.example"), evaluation: try evaluation(zone))
    let counted = try sentences(report, "en").filter { $0.contains("(lookup ") }
    #expect(
      counted == [
        "`include:b.example`: does not match (lookup 1 of 10)",
        "`include:c.example`: does not match (lookup 2 of 10)",
        "`include:d.example`: matches (lookup 3 of 10)",
      ])
  }
}
