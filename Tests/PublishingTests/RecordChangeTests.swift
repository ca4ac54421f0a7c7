import DNS
import MailAuth
import Playbook
import Publishing
import Testing

/// What has to be done at a name, by what stands there.
@Suite struct RecordChangeTests {
  /// What stands in the zone, and what comes of it for one record of the sample.
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let standing: String
    let action: RecordChange.Action
    var text: String?
    var obsolete: [String] = []
    var reasons: [RecordChange.Reason] = []
    var testDescription: String { "\(id): \(standing)" }
  }

  private static let spf = "v=spf1 include:sender.example ~all"
  private static let dmarc = "v=DMARC1; p=none"

  static let spfCases = [
    Case(id: "spf", standing: "", action: .add, text: spf),
    Case(id: "spf", standing: "mail TXT \"google-site-verification=1\"", action: .add, text: spf),
    Case(id: "spf", standing: "mail TXT \"\(spf)\"", action: .keep, text: spf),
    Case(
      id: "spf", standing: "mail TXT \"v=spf1 ip4:192.0.2.1 include:SENDER.example -all\"",
      action: .keep, text: "v=spf1 ip4:192.0.2.1 include:SENDER.example -all"),
    Case(
      id: "spf", standing: "mail TXT \"v=spf1 include:other.example -all\"", action: .replace,
      text: "v=spf1 include:other.example include:sender.example -all",
      obsolete: ["v=spf1 include:other.example -all"], reasons: [.spfMerged]),
    Case(
      id: "spf", standing: "mail TXT \"v=spf1 redirect=other.example\"", action: .replace,
      text: "v=spf1 include:sender.example redirect=other.example",
      obsolete: ["v=spf1 redirect=other.example"], reasons: [.spfMerged]),
    Case(
      id: "spf",
      standing: "mail TXT \"v=spf1 include:other.example ~all\"\nmail TXT \"\(spf)\"",
      action: .replace, text: "v=spf1 include:other.example include:sender.example ~all",
      obsolete: ["v=spf1 include:other.example ~all", spf], reasons: [.spfSeveral(count: 2)]),
    // One of them is the whole of both already.
    Case(
      id: "spf",
      standing: """
        mail TXT "v=spf1 include:sender.example include:other.example ~all"
        mail TXT "v=spf1 include:other.example ~all"
        """,
      action: .delete, text: "v=spf1 include:sender.example include:other.example ~all",
      obsolete: ["v=spf1 include:other.example ~all"], reasons: [.spfSeveral(count: 2)]),
    Case(
      id: "spf", standing: "mail TXT \"v=spf1 includes:other.example ~all\"", action: .replace,
      text: spf, obsolete: ["v=spf1 includes:other.example ~all"], reasons: [.spfBroken]),
    Case(
      id: "spf", standing: "mail CNAME elsewhere.example.", action: .replace, text: spf,
      obsolete: ["elsewhere.example."], reasons: [.aliasInTheWay]),
  ]

  static let dmarcCases = [
    Case(id: "dmarc", standing: "", action: .add, text: dmarc),
    Case(
      id: "dmarc", standing: "_dmarc.mail TXT \"\(dmarc)\"", action: .keep, text: dmarc,
      reasons: [.dmarcKept]),
    Case(
      id: "dmarc", standing: "_dmarc.mail TXT \"v=DMARC1;p=reject;rua=mailto:a@example.com\"",
      action: .keep, text: "v=DMARC1;p=reject;rua=mailto:a@example.com",
      reasons: [
        .dmarcKept,
        .dmarc(.policyKept(.domain, existing: .reject, proposed: DMARCPolicy.none)),
      ]),
    Case(
      id: "dmarc",
      standing: "_dmarc.mail TXT \"v=DMARC1; p=quarantine\"\n_dmarc.mail TXT \"\(dmarc)\"",
      action: .replace, text: "v=DMARC1; p=quarantine",
      obsolete: ["v=DMARC1; p=quarantine", dmarc],
      reasons: [
        .dmarc(.recordsMerged(count: 2)),
        .dmarc(.policyKept(.domain, existing: .quarantine, proposed: DMARCPolicy.none)),
      ]),
  ]

  static let dkimCases = [
    Case(id: "dkim", standing: "", action: .add, text: Sample.shortKey),
    Case(
      id: "dkim", standing: "s1._domainkey.mail TXT \"\(Sample.shortKey)\"", action: .keep,
      text: Sample.shortKey),
    Case(
      id: "dkim", standing: "s1._domainkey.mail TXT \"k=rsa;p=QUFB\"", action: .replace,
      text: Sample.shortKey, obsolete: ["k=rsa;p=QUFB"], reasons: [.otherKey]),
    Case(
      id: "dkim",
      standing: """
        s1._domainkey.mail TXT "k=rsa;p=QUFB"
        s1._domainkey.mail TXT "\(Sample.shortKey)"
        """,
      action: .delete, text: Sample.shortKey, obsolete: ["k=rsa;p=QUFB"], reasons: [.otherKey]),
    Case(
      id: "dkim", standing: "s1._domainkey.mail CNAME s1.other.example.", action: .replace,
      text: Sample.shortKey, obsolete: ["s1.other.example."], reasons: [.aliasInTheWay]),
  ]

  static let otherCases = [
    Case(id: "bounce", standing: "", action: .add),
    Case(id: "bounce", standing: "bounce.mail CNAME BOUNCE.sender.example.", action: .keep),
    Case(
      id: "bounce", standing: "bounce.mail CNAME old.example.", action: .replace,
      obsolete: ["old.example."], reasons: [.otherAlias]),
    Case(id: "token", standing: "_token.mail TXT \"other=2\"", action: .add, text: "token=1"),
    Case(
      id: "token", standing: "_token.mail TXT \"other=2\"\n_token.mail TXT \"token=1\"",
      action: .keep, text: "token=1"),
  ]

  @Test(arguments: spfCases + dmarcCases + dkimCases + otherCases)
  func change(_ item: Case) throws {
    let planned = try Sample.planned(item.id)
    let change = RecordChange(planned, standing: try Self.standing(planned, item.standing))
    #expect(change.action == item.action)
    if let text = item.text { #expect(change.record.map(Self.text) == text) }
    #expect(change.obsolete.map(Self.text) == item.obsolete)
    #expect(change.reasons == item.reasons)
    #expect(change.planned == planned)
    #expect(change.record?.name == planned.name)
  }

  @Test func mailServers() throws {
    let planned = try Sample.planned("mx")
    func change(_ zone: String) throws -> RecordChange {
      RecordChange(planned, standing: try Self.standing(planned, zone))
    }
    #expect(try change("").action == .add)
    #expect(try change("mail MX 5 MX.sender.example.").action == .keep)
    let both = try change("mail MX 5 mx.sender.example.\nmail MX 20 other.example.")
    #expect(both.action == .keep)

    // Somebody's mailbox is there: nothing is added beside it.
    let mailbox = try change("mail MX 5 alt1.aspmx.l.google.com.\nmail MX 1 aspmx.l.google.com.")
    #expect(mailbox.action == .leave)
    #expect(mailbox.obsolete.isEmpty)
    #expect(mailbox.reasons.contains(.mailboxes("google-workspace")))
    let own = try change("mail MX 10 mx.example.net.")
    #expect(own.action == .leave && own.reasons.count == 1)
    #expect(mailbox.ownMailServer?.exchange == (try DNSName("aspmx.l.google.com")))
    #expect(mailbox.kept.count == 2)

    let null = try change("mail MX 0 .")
    #expect(null.action == .replace)
    #expect(null.reasons == [.nullMX])
    #expect(null.obsolete.count == 1)
    let beside = try change("mail MX 0 .\nmail MX 10 mx.sender.example.")
    #expect(beside.action == .delete)
    #expect(beside.obsolete.map(Self.text) == ["0 ."])
    #expect(beside.ownMailServer == nil)
  }

  @Test func nobodyCouldTell() throws {
    for planned in try Sample.plan() {
      let change = RecordChange(planned, standing: nil)
      #expect(change.action == .add)
      #expect(change.record != nil)
      #expect(change.obsolete.isEmpty && change.kept.isEmpty && change.reasons.isEmpty)
    }
  }

  @Test func anUnknownValueIsNoRecord() throws {
    let planned = try Sample.planned("dkim", key: nil)
    let standing = try Self.standing(planned, "s1._domainkey.mail TXT \"p=QUFB\"")
    let change = RecordChange(planned, standing: standing)
    #expect(change.action == .add)
    #expect(change.record == nil)
  }

  @Test func aLongTextIsCutIntoStrings() throws {
    let change = RecordChange(try Sample.planned("dkim", key: Sample.longKey), standing: nil)
    guard case .txt(let strings)? = change.record?.data else {
      Issue.record("no TXT")
      return
    }
    #expect(strings.map(\.count) == [255, Sample.longKey.utf8.count - 255])
    #expect(strings.flatMap { $0 } == Array(Sample.longKey.utf8))
  }

  // MARK: Support

  static func standing(_ planned: PlannedRecord, _ zone: String) throws -> Standing {
    let origin = try DNSName(Sample.zone)
    return Standing(
      try ZoneText.records(zone, origin: origin), at: Question(planned.name, planned.type))
  }

  static func text(_ record: ResourceRecord) -> String {
    record.text.map { String(decoding: $0, as: UTF8.self) } ?? record.presentation
  }
}
