import Foundation
import TestSupport
import Testing
import Wizard

extension ProgramTests {
  /// What CONTRIBUTING promises: a mail service and a language are added by files alone.
  @Suite("Files alone add a service and a language") struct AddedFilesTests {
    static let service = """
      id: parcel-post
      service: name
      document: {url: "https://parcel-post.example/docs"}
      links: {consoleLink: "https://console.parcel-post.example/"}
      labels: {addButton: {en: Add domain}}
      inputs:
        - {id: domain, kind: domain, required: true, example: mail.example.com}
        - {id: dkimHost, kind: host, required: true, ending: _domainkey, example: pp._domainkey}
        - {id: dkimValue, kind: recordValue, required: true, keyTag: p, example: "v=DKIM1; p=MIGf"}
      records:
        - {id: spf, purpose: spf, type: TXT, name: "{domain}", value: "v=spf1 include:spf.parcel-post.example ~all"}
        - {id: dkim, purpose: dkim, type: TXT, name: "{dkimHost}.{domain}", value: "{dkimValue}"}
      steps:
        - id: create
          labels: [addButton]
          parts: [{tell: step.create.do.1}, {ask: domain}, {ask: dkimHost}, {ask: dkimValue}]
        - id: record
          parts: [{tell: step.record.do.1}, {tell: step.record.do.2}, {records: show}]
        - id: verify
          parts: [{tell: step.verify.do.1}, {records: check}]
        - id: submit
          parts: [{tell: step.submit.do.1}]

      """

    /// The texts in each language; English has what CONTRIBUTING asks for besides.
    static func table(_ code: String) -> [String: Any] {
      let (open, back) =
        switch code {
        case "id": ("Buka konsol dan klik \"{addButton}\": {consoleLink}", "Kembali ke konsol")
        case "ko": ("콘솔을 열고 \"{addButton}\" 버튼을 클릭합니다: {consoleLink}", "콘솔로 돌아갑니다")
        case "ja": ("コンソールを開き、「{addButton}」をクリックします：{consoleLink}", "コンソールに戻ります")
        default: ("Open the console and click \"{addButton}\": {consoleLink}", "Go back to it")
        }
      var table: [String: Any] = [
        "@@locale": code, "name": "Parcel Post", "step.create.do.1": open, "step.submit.do.1": back,
      ]
      guard code == "en" else { return table }
      let text = ["type": "String"]
      table["@name"] = ["description": "The product."]
      table["@step.create.do.1"] = [
        "description": "Step 1.", "placeholders": ["addButton": text, "consoleLink": text],
      ]
      table["@step.submit.do.1"] = ["description": "Step 4."]
      return table
    }

    static let walkthrough = """
      version: 1
      title: practice.name-doubled.title
      playbook: parcel-post
      world: {practice: name-doubled}
      steps:
        - answer: {question: domain}
        - answer: {question: dkimHost}
        - answer: {question: dkimValue}
        - add: all
        - check: now
        - expect: {status: problems, findings: [name-doubled], records: {spf: match, dkim: missing}}
        - world: next
        - check: now
        - expect: {status: verified}
        - submit: now
        - expect: {service: verified, exit: 0}

      """

    /// Resources with the invented service in them.
    static func withService(_ place: Place) throws -> String {
      let root = try place.copyResources()
      try service.write(
        toFile: "\(root)/Playbooks/parcel-post.yaml", atomically: true, encoding: .utf8)
      for code in Words.codes {
        try write(
          table(code), to: "\(root)/Localizations/\(code)/playbooks/parcel-post.arb")
      }
      return root
    }

    /// Resources with an invented language in them: every sentence of English, marked.
    static func withLanguage(_ code: String, _ place: Place) throws -> String {
      let root = try place.copyResources()
      let folder = "\(root)/Localizations"
      try FileManager.default.copyItem(atPath: "\(folder)/en", toPath: "\(folder)/\(code)")
      for name in try FileManager.default.subpathsOfDirectory(atPath: "\(folder)/\(code)")
      where name.hasSuffix(".arb") {
        let path = "\(folder)/\(code)/\(name)"
        let object = try JSONSerialization.jsonObject(
          with: Data(contentsOf: URL(filePath: path)))
        var texts = try #require(object as? [String: Any]).filter { !$0.key.hasPrefix("@") }
        for (key, text) in texts { texts[key] = "Zz " + (text as? String ?? "") }
        texts["@@locale"] = code
        try write(texts, to: path)
      }
      return root
    }

    private static func write(_ object: [String: Any], to path: String) throws {
      try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
        .write(to: URL(filePath: path))
    }
  }
}

extension ProgramTests.AddedFilesTests {
  @Test("An invented service works everywhere")
  func service() throws {
    let place = try Place()
    let root = try Self.withService(place)
    let environment = ["ANNAI_RESOURCES": root]
    func run(_ arguments: [String]) throws -> Annai.Outcome {
      try Annai.run(arguments, in: place, environment: environment)
    }
    let check = try run(["playbook", "check", "\(root)/Playbooks/parcel-post.yaml"])
    #expect(check.status == 0, "\(check)")
    let list = try run(["playbook", "list", "--lang", "ja"])
    #expect(list.output.contains("parcel-post\n    Parcel Post\n"), "\(list)")
    for code in Words.codes {
      let setup = try run(
        ["setup", "--practice", "--no-input", "--playbook", "parcel-post", "--lang", code])
      #expect(setup.status == 0, "\(setup)")
      #expect(setup.dialogue.contains("Add domain"))
    }
    #expect(try place.savedRuns().allSatisfy { $0.position == .finished })
    let look = try run(
      [
        "check", "mail.example.com", "--practice", "spf-multiple", "--playbook", "parcel-post",
        "--format", "json",
      ])
    #expect(look.status == 1, "\(look)")
    #expect(look.output.contains("\"spf-multiple\""))
    #expect(look.output.contains("include:spf.parcel-post.example"))
    let guide = try run(
      ["playbook", "render", "parcel-post", "--domain", "post.acme-shop.com", "--lang", "ko"])
    #expect(guide.status == 0, "\(guide)")
    #expect(guide.output.contains("`v=spf1 include:spf.parcel-post.example ~all`"))
    let walkthrough = try place.write("parcel.yaml", Self.walkthrough)
    let played = try run(["walkthrough", "run", walkthrough, "--all-languages"])
    #expect(played.status == 0, "\(played)")
    let recorded = try run(
      [
        "walkthrough", "record", place.file("own.yaml"), "--practice", "--no-input", "--playbook",
        "parcel-post",
      ])
    #expect(recorded.status == 0, "\(recorded)")
    #expect(try run(["walkthrough", "run", place.file("own.yaml")]).status == 0)
  }

  @Test("An invented language works everywhere")
  func language() throws {
    let place = try Place()
    let environment = ["ANNAI_RESOURCES": try Self.withLanguage("eo", place)]
    func run(_ arguments: [String]) throws -> Annai.Outcome {
      try Annai.run(arguments + ["--lang", "eo"], in: place, environment: environment)
    }
    let setup = try run(["setup", "--practice", "--no-input"])
    #expect(setup.status == 0, "\(setup)")
    #expect(setup.dialogue.contains("Zz Sender domain setup"))
    let look = try run(["check", "mail.example.com", "--practice", "name-doubled"])
    #expect(look.status == 1, "\(look)")
    #expect(look.output.contains("Zz "))
    let article = try run(["explain", "spf-multiple"])
    #expect(article.output.contains("Zz "), "\(article)")
    let guide = try run(["playbook", "render", "tencent-dms", "--format", "html"])
    #expect(guide.output.contains("<html lang=\"eo\">") && guide.output.contains("Zz "))
    let played = try Annai.run(
      ["walkthrough", "run", "registry-hold", "--all-languages", "--format", "json"], in: place,
      environment: environment)
    #expect(played.status == 0, "\(played)")
    #expect(played.output.contains("\"language\" : \"eo\""), "\(played)")
  }
}
