import DNS
import Diagnosis
import Foundation
import Registration
import Testing

@testable import Inspection

/// A case that is saved and read again is the same, and judged the same.
@Suite struct CaseFileTests {
  private static func readAgain(_ file: CaseFile) throws -> CaseFile {
    try CaseFile(json: Array(file.json.utf8))
  }

  @Test func everyExampleOfTheCatalogueComesBackWhole() async throws {
    for file in try CaseCorpus.cases() {
      // Tests that wait for servers run beside this one.
      await Task.yield()
      let again = try Self.readAgain(file)
      #expect(again == file)
      let (verdict, same) = (Verdict(file.evidence), Verdict(again.evidence))
      #expect(same.findings == verdict.findings)
      #expect(same.status == verdict.status)
      #expect(same.waitSeconds == verdict.waitSeconds)
    }
  }

  /// A field that a case does not carry, or that nothing here would notice, is found here.
  @Test func everyFieldOfEvidenceIsCarried() async throws {
    var seen: [String: Set<String>] = [:]
    func look(_ value: Any) {
      for child in Mirror(reflecting: value).children {
        if let label = child.label {
          seen["\(type(of: value)).\(label)", default: []].insert("\(child.value)")
        }
      }
    }
    for file in try CaseCorpus.cases() {
      await Task.yield()
      let evidence = try Self.readAgain(file).evidence
      look(evidence)
      evidence.expected.forEach(look)
      evidence.zones.forEach(look)
      evidence.observations.forEach(look)
      evidence.observations.compactMap(\.answer).forEach(look)
      evidence.observations.compactMap(\.alias).forEach(look)
      evidence.registration?.forEach(look)
      evidence.registration?.compactMap(\.data).forEach(look)
    }
    #expect(seen.count > 30)
    let idle = seen.filter { $0.value.count < 2 }.keys.sorted()
    // A registry's own words may name the owner: they are the one thing that is not kept. What is
    // worked out from the rest is no part of a case.
    #expect(
      idle == ["Evidence.index", "Evidence.mail", "RegistrationAnswer.text"],
      "the same in every case: set these in CaseCorpus.full()")
  }

  @Test func theTextIsASCIIAndEndsWithALine() throws {
    for file in try CaseCorpus.cases().suffix(12) {
      let json = try file.json
      #expect(json.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
      #expect(json.hasSuffix("}\n"))
      #expect(json.contains(#""schema" : "annai.case/1""#))
    }
  }

  /// Saved by the first annai that could save cases; it must stay readable for ever.
  @Test func aCaseOfTheFirstVersionIsRead() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let file = try CaseFile(path: folder.appending(path: "Cases/first-version.json").path)
    #expect(file.program == "annai 0.1.0")
    #expect(file.playbook == "tencent-ses")
    #expect(file.dnsHost == "dnspod")
    #expect(file.queries == 25)
    let verdict = Verdict(file.evidence)
    #expect(verdict.findings.map(\.id) == ["answer-negative-cached"])
    #expect(verdict.status == .waiting)
    #expect(verdict.waitSeconds == 440)
    #expect(try Self.readAgain(file) == file)
  }

  /// The keys of the parts of a case, and which of them a reader cannot do without.
  private static let required: [(path: [String], keys: Set<String>)] = [
    ([], ["schema", "program", "playbook", "durationMs", "queries", "evidence"]),
    (
      ["evidence"],
      [
        "domain", "registrableDomain", "checkedAt", "expected", "parent", "delegation", "zone",
        "nameServers", "observations",
      ]
    ),
    (["evidence", "observations"], ["question", "address", "role", "at", "outcome"]),
    (
      ["evidence", "observations", "outcome", "answered"], ["code", "isAuthoritative", "records"]
    ),
    (["evidence", "expected"], ["id", "purpose", "name", "type", "value"]),
  ]

  @Test(arguments: required.indices) func whatAnOlderAnnaiDidNotGatherMayBeAbsent(index: Int)
    throws
  {
    let (path, required) = Self.required[index]
    let tree = try JSONTree(json: Data(CaseCorpus.file(CaseCorpus.full()).json.utf8))
    let keys = tree.keys(at: path)
    #expect(required.isSubset(of: keys))
    for key in keys {
      let json = Array(try tree.removing(key, at: path).json.utf8)
      if !required.contains(key) {
        #expect(throws: Never.self, "\(path) \(key)") { try CaseFile(json: json) }
      } else if key == "schema" {
        #expect(throws: CaseFileError.notACase) { try CaseFile(json: json) }
      } else {
        let error = #expect(throws: CaseFileError.self) { try CaseFile(json: json) }
        guard case .malformed(let place)? = error else {
          Issue.record("\(path) \(key): \(String(describing: error))")
          continue
        }
        #expect(place.hasSuffix(key) || key == "outcome" || path.last == "answered", "\(place)")
      }
    }
  }

  @Test func keysOfALaterAnnaiArePassedOver() throws {
    let file = CaseCorpus.file(try CaseCorpus.full())
    let tree = try JSONTree(json: Data(file.json.utf8))
      .changing("evidence") { evidence in
        guard case .object(var members) = evidence else { return evidence }
        members["weather"] = .list([.text("rain"), .null, .truth(true)])
        return .object(members)
      }
    #expect(try CaseFile(json: Array(tree.json.utf8)) == file)
  }
}

extension JSONTree {
  /// The keys of the first object at a path; lists are passed through.
  func keys(at path: [String]) -> Set<String> {
    switch self {
    case .list(let items): items.first?.keys(at: path) ?? []
    case .object(let members):
      if let first = path.first {
        members[first]?.keys(at: Array(path.dropFirst())) ?? []
      } else {
        Set(members.keys)
      }
    default: []
    }
  }

  /// This tree without a key in every object at a path.
  func removing(_ key: String, at path: [String]) -> JSONTree {
    switch self {
    case .list(let items): return .list(items.map { $0.removing(key, at: path) })
    case .object(var members):
      if let first = path.first {
        members[first] = members[first]?.removing(key, at: Array(path.dropFirst()))
      } else {
        members[key] = nil
      }
      return .object(members)
    default: return self
    }
  }
}
