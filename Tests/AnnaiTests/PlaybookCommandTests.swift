import Foundation
import Localization
import TestSupport
import Testing

extension ProgramTests {
  @Suite("annai playbook") struct PlaybookCommandTests {
    /// A playbook with a mistake, and what is to be said of it.
    struct Mistake: Sendable, CustomTestStringConvertible {
      let old: String
      let new: String
      let place: String
      let key: String
      var arguments: [String: Argument] = [:]
      var nearest: String?
      var testDescription: String { place }
    }

    static let mistakes = [
      Mistake(
        old: "service: name", new: "servise: name", place: "tencent-dms.yaml:7:1: unknown-key",
        key: "mistake.unknown-key", arguments: ["key": .text("servise")],
        nearest: "service"),
      Mistake(
        old: "    kind: mailServer", new: "    kind: mailserver",
        place: "unknown-word  inputs[6].kind", key: "mistake.unknown-word",
        arguments: [
          "word": .text("mailserver"),
          "possible": .list([
            "domain", "host", "recordValue", "mailServer", "mailAddress", "label", "target",
            "choice",
          ]),
        ], nearest: "mailServer"),
      Mistake(
        old: "\"{mailServer}\"", new: "\"{mailServer\"", place: "bad-template  records[3].value",
        key: "mistake.unclosed-brace", arguments: ["position": .integer(1)]),
      Mistake(
        old: "required: true\n    options", new: "required: yes\n    options",
        place: "wrong-type  inputs[1].required", key: "mistake.expected-yes-or-no"),
      Mistake(
        old: "note: note.two", new: "note: note.too",
        place: "playbooks/tencent-dms.arb:1:1: missing-text  note.too",
        key: "mistake.missing-text", arguments: ["key": .text("note.too")],
        nearest: "note.two"),
      Mistake(
        old: "id: tencent-dms", new: "id: tencent-dns", place: "other-id  id",
        key: "mistake.other-id", arguments: ["expected": .text("tencent-dms")]),
    ]
  }
}

extension ProgramTests.PlaybookCommandTests {
  private static func violations(
    _ name: String, _ text: String
  ) throws -> [JSONSchema.Violation] {
    let file = Words.root.appending(path: "Schemas/annai.\(name).schema.json")
    return try JSONSchema(contentsOf: file).violations(in: text)
  }

  @Test("The list has every playbook and its service", arguments: Words.codes)
  func list(_ code: String) throws {
    let place = try Place()
    let run = try Annai.run(["playbook", "list", "--lang", code], in: place)
    #expect(run.status == 0, "\(run)")
    #expect(run.dialogue == "")
    let words = try Words(code)
    for id in Words.playbooks {
      #expect(run.output.contains("\(id)\n"))
      #expect(run.output.says(try words("playbook.\(id).name")))
    }
  }

  @Test("The list as JSON")
  func listDocument() throws {
    let place = try Place()
    let run = try Annai.run(
      ["playbook", "list", "--lang", "ja"], in: place, environment: ["ANNAI_FORMAT": "json"])
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let document = try #require(object as? [String: Any])
    #expect(document["schema"] as? String == "annai.playbook-list/1")
    #expect(try Self.violations("playbook-list", run.output) == [])
    let entries = try #require(document["playbooks"] as? [[String: Any]])
    #expect(entries.map { $0["id"] as? String } == Words.playbooks)
    #expect(entries.allSatisfy { !($0["records"] as? [String] ?? []).isEmpty })
  }

  @Test("One playbook in each language", arguments: Words.playbooks, Words.codes)
  func show(_ id: String, _ code: String) throws {
    let place = try Place()
    let run = try Annai.run(["playbook", "show", id, "--lang", code], in: place)
    #expect(run.status == 0, "\(run)")
    let words = try Words(code)
    #expect(run.output.says(try words("playbook.\(id).name")))
    #expect(run.output.says(try words("outline.records")))
    #expect(run.output.contains("--set domain="))
    #expect(!run.output.contains("playbook.") && !run.output.contains("playbooks."), "\(run)")
  }

  @Test("One playbook as JSON: ids and templates are the same in every language")
  func showDocument() throws {
    let place = try Place()
    let documents = try ["en", "ko"].map { code -> [String: Any] in
      let run = try Annai.run(
        ["playbook", "show", "brevo", "--format", "json", "--lang", code], in: place)
      #expect(try Self.violations("playbook", run.output) == [])
      let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
      return try #require(object as? [String: Any])
    }
    for document in documents {
      #expect(document["schema"] as? String == "annai.playbook/1")
      let records = try #require(document["records"] as? [[String: Any]])
      #expect(records.map { $0["id"] as? String } == ["token", "dkim", "dkim1", "dkim2", "dmarc"])
      #expect(records[1]["when"] as? [String: String] == ["dkimForm": "txt"])
      #expect(records[4]["confidence"] as? String == "unverified")
      #expect(records[2]["name"] as? String == "brevo1._domainkey.{domain}")
    }
    let titles = documents.map { ($0["steps"] as? [[String: Any]])?.first?["title"] as? String }
    #expect(titles[0] != titles[1])
  }

  @Test("No playbook of that name")
  func unknown() throws {
    let place = try Place()
    let run = try Annai.run(["playbook", "show", "../tencent-ses"], in: place)
    #expect(run.status == 64, "\(run)")
  }

  @Test("The shipped files have no mistakes", arguments: Words.codes)
  func sound(_ code: String) throws {
    let place = try Place()
    let files = Words.playbooks.map { Words.root.appending(path: "Playbooks/\($0).yaml").path }
    let run = try Annai.run(["playbook", "check", "--lang", code] + files, in: place)
    #expect(run.status == 0, "\(run)")
    let sentence = try Words(code)("mistake.none", ["files": .integer(files.count)])
    #expect(run.output.says(sentence), "\(run)")
  }

  @Test("Each mistake has its place, its reason and the word that was meant", arguments: mistakes)
  func mistake(_ item: Mistake) throws {
    let place = try Place()
    let root = URL(filePath: try place.copyResources())
    let file = root.appending(path: "Playbooks/tencent-dms.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try #require(text.contains(item.old))
    try text.replacing(item.old, with: item.new).write(to: file, atomically: true, encoding: .utf8)
    let run = try Annai.run(["playbook", "check", file.path, "--lang", "ko"], in: place)
    #expect(run.status == 65, "\(run)")
    let words = try Words("ko")
    #expect(run.output.contains(item.place), "\(run)")
    #expect(run.output.says(try words(item.key, item.arguments)), "\(run)")
    if let nearest = item.nearest {
      #expect(run.output.says(try words("mistake.nearest", ["word": .text(nearest)])))
    }
  }

  @Test("All mistakes of file and tables at once, as JSON too")
  func everythingAtOnce() throws {
    let place = try Place()
    let root = URL(filePath: try place.copyResources())
    let yaml = root.appending(path: "Playbooks/brevo.yaml")
    try String(contentsOf: yaml, encoding: .utf8)
      .replacing("note.collision", with: "note.colision").replacing("[txt, cname]", with: "[txt]")
      .write(to: yaml, atomically: true, encoding: .utf8)
    let japanese = root.appending(path: "Localizations/ja/playbooks/brevo.arb")
    try String(contentsOf: japanese, encoding: .utf8)
      .replacing("{domainsLink}", with: "{domainLink}")
      .write(to: japanese, atomically: true, encoding: .utf8)
    let run = try Annai.run(["playbook", "check", yaml.path, "--format", "json"], in: place)
    #expect(run.status == 65, "\(run)")
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let document = try #require(object as? [String: Any])
    let problems = try #require(document["problems"] as? [[String: Any]])
    let codes = Set(problems.compactMap { $0["code"] as? String })
    // The file cannot be read as a playbook, so its texts wait; the tables are checked all the same.
    #expect(codes == ["unknown-word", "placeholder-mismatch"])
    #expect(
      problems.allSatisfy { ($0["line"] as? Int ?? 0) > 1 && ($0["column"] as? Int ?? 0) > 0 })
    #expect(document["schema"] as? String == "annai.playbook-check/1")
    #expect(try Self.violations("playbook-check", run.output) == [])
  }

  @Test("A table that is missing, and a placeholder that nothing fills")
  func tables() throws {
    let place = try Place()
    let root = URL(filePath: try place.copyResources())
    let file = root.appending(path: "Playbooks/resend.yaml")
    try FileManager.default.removeItem(
      at: root.appending(path: "Localizations/id/playbooks/resend.arb"))
    let english = root.appending(path: "Localizations/en/playbooks/resend.arb")
    try String(contentsOf: english, encoding: .utf8).replacing("{addButton}", with: "{adButton}")
      .replacing("\"addButton\"", with: "\"adButton\"")
      .write(to: english, atomically: true, encoding: .utf8)
    let run = try Annai.run(["playbook", "check", file.path, "--lang", "en"], in: place)
    #expect(run.status == 65, "\(run)")
    #expect(run.output.contains("Localizations/id/playbooks/resend.arb:1:1: missing-key"))
    #expect(run.output.contains("unknown-placeholder  step.create.do.1"), "\(run)")
    let words = try Words("en")
    #expect(run.output.says(try words("mistake.nearest", ["word": .text("addButton")])))
  }

  @Test("Files that are none", arguments: ["none.yaml", "."])
  func none(_ name: String) throws {
    let place = try Place()
    let run = try Annai.run(["playbook", "check", place.file(name)], in: place)
    #expect(run.status == 66, "\(run)")
    #expect(run.output.contains("unreadable"))
  }

  @Test("A hostile file is reported, not obeyed")
  func hostile() throws {
    let place = try Place()
    let file = try place.write("bomb.yaml", "a: &a [x]\nb: [*a, *a, *a, *a, *a]\n\u{1B}[2J: 1\n")
    let run = try Annai.run(["playbook", "check", file], in: place)
    #expect(run.status == 65, "\(run)")
    #expect(run.output.contains("aliases-not-allowed"), "\(run)")
    #expect(!run.output.unicodeScalars.contains(where: isRawControl))
  }
}
