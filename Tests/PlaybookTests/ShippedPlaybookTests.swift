import DNS
import Testing

@testable import Playbook

/// What holds for every playbook of the repository, whichever service it is for.
@Suite struct ShippedPlaybookTests {
  private static let services: Set = [
    "tencent-ses", "tencent-dms", "amazon-ses", "google-workspace", "microsoft-365", "sendgrid",
    "mailgun", "postmark", "resend", "brevo", "alibaba-directmail", "nhn-cloud", "naver-cloud",
    "kirim-email", "blastengine",
  ]

  @Test func everyServiceIsThere() { #expect(Set(Shipped.ids).isSuperset(of: Self.services)) }

  @Test(arguments: Shipped.ids, Shipped.languages)
  func everyTextIsThereAndNoOther(id: String, language: String) throws {
    let playbook = try Shipped.playbook(id)
    let texts = try Shipped.texts(of: playbook, language)
    let missing = Set(playbook.messageKeys).subtracting(texts.keys).sorted()
    #expect(missing == [])
    let own = try Shipped.table(id, language).texts
    #expect(Set(own.keys).subtracting(playbook.messageKeys).sorted() == [], "nobody shows these")
  }

  @Test func everySharedTextIsUsed() throws {
    var used: Set<String> = []
    for id in Shipped.ids {
      let playbook = try Shipped.playbook(id)
      let own = try Shipped.table(id, "en").texts
      let keys = playbook.messageKeys.filter { own[$0] == nil }.flatMap(playbook.tableKeys)
      used.formUnion(keys.filter { $0.hasPrefix("playbooks.") }.map { String($0.dropFirst(10)) })
    }
    #expect(Set(try Shipped.shared("en").keys).subtracting(used).sorted() == [])
  }

  /// A text names what is there to fill it: labels, links, answers and a few words of the wizard's.
  @Test(arguments: Shipped.ids) func everyPlaceholderCanBeFilled(id: String) throws {
    let playbook = try Shipped.playbook(id)
    for (key, text) in try Shipped.texts(of: playbook, "en") {
      let unknown = Shipped.placeholders(in: text).subtracting(playbook.placeholders(in: key))
      #expect(unknown.sorted() == [], "\(key)")
    }
  }

  /// A step names its labels, and each label is named by some step.
  @Test(arguments: Shipped.ids) func stepsDeclareTheLabelsTheyUse(id: String) throws {
    let playbook = try Shipped.playbook(id)
    let texts = try Shipped.texts(of: playbook, "en")
    for step in playbook.steps {
      let used = step.parts.compactMap(\.key).flatMap {
        Shipped.placeholders(in: texts[$0] ?? "")
      }
      #expect(Set(used).intersection(playbook.labels.keys) == Set(step.labels), "\(step.id)")
    }
    #expect(Set(playbook.steps.flatMap(\.labels)) == Set(playbook.labels.keys))
  }

  @Test(arguments: Shipped.ids) func everyRecordIsShownAndChecked(id: String) throws {
    let playbook = try Shipped.playbook(id)
    #expect(playbook.steps.map(\.id) == [.create, .record, .verify, .submit])
    #expect(playbook.steps[1].parts.contains(.showRecords))
    #expect(playbook.steps[2].parts.contains(.checkRecords))
    #expect(!playbook.records.isEmpty)
  }

  /// The practice world answers with the examples.
  @Test(arguments: Shipped.ids) func examplesAreAnswers(id: String) throws {
    let playbook = try Shipped.playbook(id)
    let domain = try DNSName("mail.example.com")
    // An example of a key is its shape only.
    for input in playbook.inputs where input.keyTag == nil {
      #expect(throws: Never.self, "\(input.id)") {
        try input.answer(input.example, domain: domain)
      }
    }
  }

  /// A service that a document does not stand for says so before anything is typed.
  @Test(arguments: Shipped.ids) func doubtsAreSaid(id: String) throws {
    let playbook = try Shipped.playbook(id)
    let keys = playbook.steps.flatMap(\.parts).compactMap(\.key)
    #expect(keys.contains("note.labels") || keys.contains("note.console"))
  }

  /// Whatever is chosen, there is a plan, and its names are those of the sender domain.
  @Test(arguments: Shipped.ids) func everyChoiceHasAPlan(id: String) throws {
    let playbook = try Shipped.playbook(id)
    let zone = try DNSName("example.com")
    let domain = try DNSName("mail.example.com")
    for choices in Self.choices(of: playbook) {
      var answers = choices
      for input in playbook.inputs where answers[input.id] == nil && input.isRequired {
        answers[input.id] = input.keyTag == nil ? input.example : "v=DKIM1; p=AAAA"
      }
      if let input = playbook.domainInput { answers[input.id] = "mail.example.com" }
      let plan = try playbook.plan(Answers(answers), zone: zone)
      #expect(!plan.isEmpty)
      #expect(plan.allSatisfy { $0.name.isSubdomain(of: domain) && !$0.isSoundnessOnly })
      // RFC 7208 §4.5 and RFC 9989 §4.7: one record of the kind at a name; RFC 1034 §3.6.2: an
      // alias stands alone.
      for name in Set(plan.map(\.name)) {
        let here = plan.filter { $0.name == name }
        for purpose in [Purpose.spf, .dmarc, .dkim] {
          #expect(here.count { $0.purpose == purpose } <= 1, "\(name)")
        }
        if here.contains(where: { $0.type == .cname }) { #expect(here.count == 1, "\(name)") }
      }
    }
  }

  /// Every combination of options.
  private static func choices(of playbook: Playbook) -> [[String: String]] {
    playbook.inputs.filter { $0.kind == .choice }.reduce([[:]]) { combinations, input in
      combinations.flatMap { combination in
        input.options.map { combination.merging([input.id: $0]) { $1 } }
      }
    }
  }
}
