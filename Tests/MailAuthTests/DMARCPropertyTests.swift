import DNS
import MailAuth
import Testing

@Suite("DMARC records of any form")
struct DMARCPropertyTests {
  @Test func readsWhatItPrints() throws {
    var random = SeededGenerator(seed: 41)
    for _ in 0..<2000 {
      let text = DMARCText.any(using: &random)
      let read = try DMARCRecord(parsing: text)
      let printed = try DMARCRecord(parsing: read.description)
      #expect(printed.description == read.description, "\(text)")
      #expect(try DMARCRecord(parsing: printed.description) == printed, "\(text)")
      #expect(printed.issues.isEmpty, "\(text) \(printed.issues)")
      #expect(
        printed.policy == read.policy && printed.subdomainPolicy == read.subdomainPolicy
          && printed.nonexistentPolicy == read.nonexistentPolicy && printed.isTest == read.isTest
          && printed.dkimAlignment == read.dkimAlignment
          && printed.spfAlignment == read.spfAlignment
          && printed.failureOptions == read.failureOptions
          && printed.publicSuffix == read.publicSuffix
          && printed.aggregateReports.map(\.mailbox) == read.aggregateReports.map(\.mailbox)
          && printed.failureReports.map(\.mailbox) == read.failureReports.map(\.mailbox), "\(text)")
    }
  }

  @Test(
    "RFC 9989 Appendix B.2",
    arguments: [
      (
        "v=DMARC1; p=none; rua=mailto:dmarc-feedback@example.com",
        "v=DMARC1; p=none; rua=mailto:dmarc-feedback@example.com"
      ),
      (
        "v=DMARC1; p=none; rua=mailto:dmarc-feedback@example.com; ruf=mailto:auth-reports@example.com",
        "v=DMARC1; p=none; rua=mailto:dmarc-feedback@example.com; ruf=mailto:auth-reports@example.com"
      ),
      (
        "v=DMARC1; p=quarantine; rua=mailto:dmarc-feedback@example.com,"
          + "mailto:tld-test@thirdparty.example.net; t=y",
        "v=DMARC1; p=quarantine; rua=mailto:dmarc-feedback@example.com,"
          + "mailto:tld-test@thirdparty.example.net; t=y"
      ),
      (
        "v=DMARC1; p=reject; rua=mailto:dmarc-feedback@example.com,"
          + "mailto:tld-test@thirdparty.example.net",
        "v=DMARC1; p=reject; rua=mailto:dmarc-feedback@example.com,"
          + "mailto:tld-test@thirdparty.example.net"
      ),
      ("v=DMARC1;", "v=DMARC1"),
      (
        "v=DMARC1;psd=n;t=y;ruf=mailto:a@b.test;rua=mailto:c@d.test;fo=1:d;aspf=s;adkim=s;np=none;"
          + "sp=reject;p=none",
        "v=DMARC1; p=none; sp=reject; np=none; adkim=s; aspf=s; fo=1:d; rua=mailto:c@d.test; "
          + "ruf=mailto:a@b.test; t=y; psd=n"
      ),
    ])
  func prints(_ text: String, _ printed: String) throws {
    #expect(try DMARCRecord(parsing: text).description == printed)
  }

  @Test(
    arguments: [
      ("v=DMARC1; p=none", []),
      ("v=DMARC1; rua=mailto:a@b.test; p=none", [.policyNotSecond(offset: 31)]),
      ("v=DMARC1; rua=mailto:a@b.test", [.policyMissing]),
      ("v = DMARC1; p=none", [.spacedVersion(offset: 1)]),
      ("v=DMARC1 ; p=none", [.spacedVersion(offset: 8)]),
      ("v=DMARC1; p=reject; t=y", [.testMode(declared: .reject, applied: .quarantine)]),
      ("v=DMARC1; p=none; t=y", []), ("v=DMARC1; p=none; psd=y", [.notPublicSuffix]),
      ("v=DMARC1; p=none; fo=1", [.optionsUnused]),
      ("v=DMARC1; p=none; rua=mailto:a@b.test,mailto:c@b.test", []),
      (
        "v=DMARC1; p=none; rua=mailto:a@b.test,mailto:c@b.test,mailto:d@b.test",
        [.manyReports(tag: "rua", count: 3, limit: 2)]
      ),
      (
        "v=DMARC1; p=none; rua=https://b.test/x",
        [.notMail(tag: "rua", address: "https://b.test/x")]
      ),
      (
        "v=DMARC1; p=none;rua=mailto:xxx@163.com;ruf=mailto:sample@vendor.test;",
        [
          .placeholder(tag: "rua", address: "mailto:xxx@163.com"),
          .placeholder(tag: "ruf", address: "mailto:sample@vendor.test"),
        ]
      ),
      (
        "v=DMARC1; p=none; rua=mailto:dmarc@yourdomain.com",
        [.placeholder(tag: "rua", address: "mailto:dmarc@yourdomain.com")]
      ),
      ("v=DMARC1; p=none; rua=mailto:xx@b.test,mailto:xaxx@b.test", []),
    ] as [(String, [DMARCCaution])])
  func warns(_ text: String, _ cautions: [DMARCCaution]) throws {
    let record = try DMARCRecord(parsing: text)
    #expect(
      record.cautions(at: try DNSName("example.com"), samples: ["Sample@vendor.test"]) == cautions)
  }

  @Test func allowsPublicSuffixes() throws {
    let record = try DMARCRecord(parsing: "v=DMARC1; p=none; psd=y")
    #expect(record.cautions(at: try DNSName("co.id")).isEmpty)
  }

  @Test func suggests() {
    let tags = [
      "ruaa": "rua", "adkin": "adkim", "asfp": "aspf", "policy": "p", "RUFF": "ruf", "px": nil,
      "sub": nil, "spf": nil, "pct": nil, "something": nil,
    ]
    for (typed, meant) in tags {
      #expect(DMARCRecord.suggestion(forTag: typed) == meant, "\(typed)")
    }
    let policies: [(String, DMARCPolicy?)] = [
      ("rejct", .reject), ("Quarantined", .quarantine), ("quarentine", .quarantine),
      ("non", DMARCPolicy.none), ("monitor", nil), ("", nil), ("nonee", DMARCPolicy.none),
    ]
    for (typed, meant) in policies {
      #expect(DMARCRecord.suggestion(forPolicy: typed) == meant, "\(typed)")
    }
    let long = String(repeating: "reject", count: 10_000)
    #expect(DMARCRecord.suggestion(forTag: long) == nil)
    #expect(DMARCRecord.suggestion(forPolicy: long) == nil)
  }

  @Test(arguments: [
    ("v=DMARC1; p=none", true), ("V=dmarc1; p=none", true), ("p=none; v=DMARC1", true),
    ("\"v=DMARC1; p=none\"", true), ("DMARC1; p=none", true),
    ("p=reject; rua=mailto:a@b.test", true),
    ("v=DMARC2", true), ("v=spf1 include:_dmarc.example -all", false), ("token=v", false),
    ("v=DKIM1; p=AAAA", false), ("", false), ("p=AAAA", false),
  ])
  func tellsWhatWasMeant(_ text: String, _ isMeant: Bool) {
    #expect(DMARCRecord.isMeant(by: Array(text.utf8)) == isMeant)
  }
}
