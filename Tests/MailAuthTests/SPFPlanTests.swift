import DNS
import MailAuth
import Testing

@Suite("SPF plans: a mail service's include added")
struct SPFPlanTests {
  private func plan(_ zone: String, _ include: String = "qcloudmail.com") throws -> SPFPlan {
    let zone = try Zone(
      zone + """

        qcloudmail.com. TXT "v=spf1 include:spf1.qcloudmail.com include:spf2.qcloudmail.com -all"
        spf1.qcloudmail.com. TXT "v=spf1 ip4:198.51.100.0/24 -all"
        spf2.qcloudmail.com. TXT "v=spf1 ip4:203.0.113.0/24 -all"
        """)
    return try SPFPlan(
      present: zone.tree(), adding: DomainSpec(include), provider: zone.tree(include))
  }

  @Test func addsToOneRecord() throws {
    let plan = try plan(
      """
      @ TXT "v=spf1 mx include:big.example.net -all"
      @ MX 1 mail
      mail A 192.0.2.1
      big.example.net. TXT "v=spf1 a:x.example.net a:y.example.net a:z.example.net ~all"
      x.example.net. A 192.0.2.2
      y.example.net. A 192.0.2.3
      """)
    #expect(
      plan.record.description == "v=spf1 mx include:big.example.net include:qcloudmail.com -all")
    #expect(plan.isChange && plan.lookups == 1 + 4 + 3 && plan.voidLookups == 1)
    #expect(plan.isWithinLimits)
    #expect(
      plan.costs.map(\.term.description) == [
        "include:big.example.net", "include:qcloudmail.com", "mx",
      ])
    #expect(plan.costs.map(\.lookups) == [4, 3, 1])
  }

  @Test("the limit of ten, on both sides", arguments: [(7, true), (8, false)])
  func limits(_ terms: Int, _ isWithin: Bool) throws {
    let text = (0..<terms).map { "exists:%{i}.e\($0).example.com" }.joined(separator: " ")
    let plan = try plan("@ TXT \"v=spf1 \(text)\" \" -all\"\n")
    #expect(plan.lookups == terms + 3 && plan.isWithinLimits == isWithin)
  }

  @Test("two void lookups, on both sides", arguments: [(2, true), (3, false)])
  func voids(_ count: Int, _ isWithin: Bool) throws {
    let text = (0..<count).map { "a:n\($0).example.com" }.joined(separator: " ")
    let plan = try plan("@ TXT \"v=spf1 \(text) -all\"\n")
    #expect(plan.voidLookups == count && plan.isWithinLimits == isWithin)
  }

  @Test func startsARecord() throws {
    let plan = try plan("@ TXT token\n")
    #expect(plan.record.description == "v=spf1 include:qcloudmail.com ~all")
    #expect(plan.isChange && plan.lookups == 3)
  }

  @Test func changesNothingThatIsThere() throws {
    let plan = try plan("@ TXT \"v=spf1 include:qcloudmail.com -all\"\n")
    #expect(!plan.isChange && plan.lookups == 3 && plan.costs.count == 1 && plan.isComplete)
    #expect(try !self.plan("@ TXT \"v=spf1 include:qcloudmail.com -all mx\"\n").isChange)
    let behind = try self.plan("@ TXT \"v=spf1 ip4:192.0.2.1 -all include:qcloudmail.com\"\n")
    #expect(behind.isChange)
    #expect(behind.record.description == "v=spf1 ip4:192.0.2.1 include:qcloudmail.com -all")
  }

  @Test func knowsThatACountIsALowerBound() throws {
    let zone = try Zone("@ TXT \"v=spf1 include:x.example.com -all\"\n")
      .failing("x.example.com", .txt)
    let plan = try SPFPlan(
      present: zone.tree(), adding: DomainSpec("p.example.net"),
      provider: zone.tree("p.example.net"))
    #expect(!plan.isComplete && plan.lookups == 2)
  }

  @Test func mergesSeveralRecords() throws {
    let plan = try plan(
      """
      @ TXT "v=spf1 redirect=r.example.net"
      @ TXT "v=spf1 a ~all"
      @ A 192.0.2.1
      r.example.net. TXT "v=spf1 include:spf1.qcloudmail.com a:r.example.net -all"
      r.example.net. A 192.0.2.9
      """)
    let terms = Set(plan.record.description.split(separator: " ").map(String.init))
    #expect(
      terms == ["v=spf1", "a", "include:r.example.net", "include:qcloudmail.com", "~all"])
    // The redirect has become an include and costs the same: 1 + 2.
    #expect(plan.lookups == 1 + 3 + 3 && plan.isChange)
  }

  @Test func hasNoPlanForWhatItCannotRead() throws {
    let error = #expect(throws: SPFPlanError.self) { try plan("@ TXT \"v=spf1 moo -all\"\n") }
    guard case .syntax(let fault, let text) = error else {
      Issue.record("not a fault of the record")
      return
    }
    #expect(fault.offset == 7 && text == Array("v=spf1 moo -all".utf8))
    let zone = try Zone("@ TXT \"v=spf1 -all\"\n").failing("example.com", .txt)
    #expect(throws: SPFPlanError.unknownRecord) {
      try SPFPlan(
        present: zone.tree(), adding: DomainSpec("x.example.net"), provider: zone.tree())
    }
  }

  /// The count of a plan is the count of the tree once the record is published.
  @Test func foretellsTheTree() throws {
    var random = SeededGenerator(seed: 19)
    let world = """
      q.example.net. TXT "v=spf1 include:q1.example.net a:none.example.net -all"
      q1.example.net. TXT "v=spf1 mx:example.com -all"
      r.example.net. TXT "v=spf1 a:q.example.net ~all"
      q.example.net. A 192.0.2.3
      @ MX 1 mail
      @ A 192.0.2.1
      mail A 192.0.2.2

      """
    for _ in 0..<200 {
      let texts = (0..<Int.random(in: 1..<3, using: &random)).map { _ in
        (["v=spf1"]
          + (0..<Int.random(in: 0..<5, using: &random)).map { _ in
            random.pick([
              "a", "mx", "a:none.example.com", "include:r.example.net", "include:q.example.net",
              "ip4:192.0.2.1", "ptr", "~a",
            ])
          } + [random.pick(["-all", "~all", "", "redirect=r.example.net"])]).joined(separator: " ")
      }
      let zone = try Zone(world).adding(texts.map { ("example.com", $0) })
      let plan = try SPFPlan(
        present: zone.tree(), adding: DomainSpec("q.example.net"),
        provider: zone.tree("q.example.net"))
      let after = try Zone(world).adding([("example.com", plan.record.description)])
      let tree = try after.tree()
      #expect(tree.lookups == plan.lookups && tree.voidLookups == plan.voidLookups, "\(texts)")
      #expect(tree.costs == plan.costs, "\(texts)")
      let again = try SPFPlan(
        present: tree, adding: DomainSpec("q.example.net"), provider: zone.tree("q.example.net"))
      #expect(!again.isChange)
      for text in texts { #expect(try SPFRecord(parsing: text).losses(in: plan.record).isEmpty) }
    }
  }

  @Test(
    "what a new record would lose",
    arguments: [
      (
        "v=spf1 mx include:x.example -all", "v=spf1 include:qcloudmail.com ~all",
        ["mx", "include:x.example"]
      ),
      ("v=spf1 mx -all", "v=spf1 mx include:qcloudmail.com -all", []),
      ("v=spf1 mx -all", "v=spf1 ~mx -all", ["mx"]), ("v=spf1 mx -all", "v=spf1 -all mx", ["mx"]),
      ("v=spf1 ~mx -all", "v=spf1 ~all", []), ("v=spf1 ?mx -all", "v=spf1 ~all", ["?mx"]),
      ("v=spf1 -mx ~all", "v=spf1 ~all", []), ("v=spf1 mx -all", "v=spf1 +all", []),
      ("v=spf1 ip4:192.0.2.1 -all", "v=spf1 ip4:192.0.2.0/24 -all", []),
      ("v=spf1 ip4:192.0.2.0/24 -all", "v=spf1 ip4:192.0.2.1 -all", ["ip4:192.0.2.0/24"]),
      ("v=spf1 ip4:192.0.2.9/24 -all", "v=spf1 ip4:192.0.2.1/24 -all", []),
      ("v=spf1 ip6:2001:db8::1 -all", "v=spf1 ip6:2001:db8::/32 -all", []),
      ("v=spf1 redirect=x.example", "v=spf1 a -all", ["redirect=x.example"]),
      ("v=spf1 redirect=x.example", "v=spf1 include:x.example ~all", []),
      ("v=spf1 a redirect=x.example", "v=spf1 a redirect=x.example", []),
    ])
  func losses(_ present: String, _ proposed: String, _ lost: [String]) throws {
    let present = try SPFRecord(parsing: present)
    #expect(try present.losses(in: SPFRecord(parsing: proposed)).map(\.description) == lost)
  }
}
