import Diagnosis
import Foundation
import Registration
import Testing

@testable import Inspection

/// Cases on disk: whole, for their owner only, and in nobody's place.
@Suite struct CaseFileSavingTests {
  /// A folder that goes when the test is over.
  private final class Folder {
    let path: String

    init() throws {
      path =
        FileManager.default.temporaryDirectory.appending(path: "annai-\(UUID().uuidString)")
        .path
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var names: [String] {
      get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
    }
  }

  private func file() throws -> CaseFile { CaseCorpus.file(try CaseCorpus.full()) }

  @Test func aSavedCaseIsReadAgain() throws {
    let folder = try Folder()
    let path = folder.path + "/one.json"
    #expect(CaseFile.isFree(path))
    try file().save(at: path)
    #expect(!CaseFile.isFree(path))
    #expect(try CaseFile(path: path) == file())
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try folder.names == ["one.json"], "nothing else is left behind")
  }

  @Test func whatIsThereStaysAsItIs() throws {
    let folder = try Folder()
    let path = folder.path + "/one.json"
    try "precious".write(toFile: path, atomically: false, encoding: .utf8)
    #expect(throws: CaseFileError.exists) { try file().save(at: path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "precious")
    // A link that leads nowhere is something too.
    let link = folder.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "nowhere")
    #expect(!CaseFile.isFree(link))
    #expect(throws: CaseFileError.exists) { try file().save(at: link) }
    #expect(throws: CaseFileError.exists) { try file().save(at: folder.path) }
    #expect(try folder.names == ["link", "one.json"])
  }

  @Test func whereNothingCanBeWrittenNothingIs() throws {
    let folder = try Folder()
    #expect(throws: CaseFileError.unwritable) {
      try file().save(at: folder.path + "/absent/one.json")
    }
    #expect(throws: CaseFileError.unwritable) { try file().save(at: "") }
    #expect(try folder.names == [])
  }

  @Test func onlyFilesAreRead() throws {
    let folder = try Folder()
    for path in [folder.path, folder.path + "/absent", "/dev/zero", "", "a\0b"] {
      #expect(throws: CaseFileError.unreadable) { try CaseFile(path: path) }
    }
    let fifo = folder.path + "/fifo"
    #expect(mkfifo(fifo, 0o600) == 0)
    #expect(throws: CaseFileError.unreadable) { try CaseFile(path: fifo) }
  }

  @Test func aHugeFileIsNotRead() throws {
    let folder = try Folder()
    let path = folder.path + "/huge.json"
    #expect(FileManager.default.createFile(atPath: path, contents: Data("{".utf8)))
    #expect(truncate(path, 100 << 20) == 0)
    #expect(throws: CaseFileError.tooBig) { try CaseFile(path: path) }
    #expect(truncate(path, CaseFile.largestFile) == 0)
    #expect(throws: CaseFileError.notJSON) { try CaseFile(path: path) }
  }
}

/// Registries may print who owns a domain; that is not kept.
@Suite struct CaseRedactionTests {
  private static let answer = """
    {
      "askedAt": 1795248000, "domain": "example.com.", "server": "whois.example",
      "source": "whois", "speaker": "registrar",
      "text": "Registrant Name: Jane Roe\\nRegistrant Email: jane@example.net",
      "registrant": {"name": "Jane Roe", "phone": "+1.5550100"},
      "result": {"found": {
        "domain": "example.com.", "statuses": ["serverHold"], "isSigned": false,
        "events": [{"action": "expiration", "date": {"day": "2027-01-01", "latest": 1798761600}}],
        "nameServers": ["ns1.example.com."],
        "contacts": [{"email": "jane@example.net", "fax": "+1.5550101"}],
        "registrar": {"name": "Registrar Inc.", "ianaID": 1, "url": "https://registrar.example",
          "country": "US", "email": "abuse@registrar.example", "phone": "+1.5550102"},
        "referral": {"whois": "whois.registrar.example"}}}
    }
    """

  private func redacted(_ answers: String) throws -> JSONTree {
    try JSONTree(json: Data("{\"evidence\": {\"registration\": \(answers)}}".utf8)).redactedCase()
  }

  @Test func nothingOfAPersonIsKept() throws {
    let json = try redacted("[\(Self.answer)]").json
    for word in ["Jane", "jane@", "555", "abuse@", "registrant", "contacts", "text"] {
      #expect(!json.contains(word), "\(word)")
    }
  }

  @Test func whatIsJudgedIsKept() throws {
    let json = try redacted("[\(Self.answer)]").json
    for word in [
      "whois.example", "1795248000", "serverHold", "expiration", "1798761600", "ns1.example.com.",
      "Registrar Inc.", "ianaID", "US", "whois.registrar.example", "isSigned",
    ] {
      #expect(json.contains(word), "\(word)")
    }
  }

  @Test func theOwnWordsOfARegistryAreNotSaved() throws {
    var evidence = try CaseCorpus.full()
    for index in evidence.registration?.indices ?? 0..<0 {
      evidence.registration?[index].text = "Registrant Name: Jane Roe"
    }
    let file = CaseCorpus.file(evidence)
    let json = try file.json
    #expect(!json.contains("Jane"))
    let again = try CaseFile(json: Array(json.utf8))
    #expect(again.evidence.registration?.count == evidence.registration?.count)
    #expect(again == CaseCorpus.file(try CaseCorpus.full()), "nothing else is lost")
    #expect(Verdict(again.evidence).findings.map(\.id) == Verdict(evidence).findings.map(\.id))
  }

  @Test(arguments: ["null", "[]", "\"text\"", "7"]) func anythingElseIsLeftAlone(value: String)
    throws
  {
    let tree = try JSONTree(json: Data("{\"evidence\": {\"registration\": \(value)}}".utf8))
    #expect(tree.redactedCase() == tree)
  }
}
