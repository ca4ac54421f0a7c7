import DNS
import Testing

@testable import Diagnosis

/// How what is published compares with what is expected: by meaning, not by letters.
@Suite struct RecordStateTests {
  private func state(
    _ purpose: ExpectedRecord.Purpose, expecting value: String, published text: String
  ) throws -> RecordState {
    let name = try DNSName("example.com.")
    let record = ExpectedRecord(
      id: "x", purpose: purpose, name: name, type: purpose == .mx ? .mx : .txt, value: value)
    let records = try ZoneText.records(text, origin: name)
    let answer = Observation.Answer(
      code: .noError, isAuthoritative: true, records: records,
      denial: records.isEmpty ? Observation.Denial(zone: name, ttl: 1, minimum: 1) : nil)
    return record.state(
      in: Observation(
        question: record.question, server: nil, address: "192.0.2.1", role: .authoritative, at: 0,
        outcome: .answered(answer)))
  }

  @Test(arguments: [
    (#"@ TXT "v=spf1 include:qcloudmail.com ~all""#, RecordState.match),
    (#"@ TXT "v=spf1 include:_spf.other.example include:QCLOUDMAIL.com -all""#, .match),
    (#"@ TXT "v=spf1 include:qcloud" "mail.com ~all""#, .match),
    (#"@ TXT "token=1""# + "\n" + #"@ TXT "v=spf1 include:qcloudmail.com ~all""#, .match),
    (#"@ TXT "v=spf1 -all""#, .mismatch),
    (#"@ TXT "v=spf1 ~all include:qcloudmail.com""#, .mismatch),
    (#"@ TXT "v=spf1 include:qcloudmail.com.evil.example ~all""#, .mismatch),
    (#"@ TXT "v=spf1 include:qcloudmail.com ~all""# + "\n" + #"@ TXT "v=spf1 -all""#, .mismatch),
    (#"@ TXT "v=spf10 include:qcloudmail.com ~all""#, .missing),
    ("", .missing),
  ])
  func spf(published: String, expected: RecordState) throws {
    let wanted = "v=spf1 include:qcloudmail.com ~all"
    #expect(try state(.spf, expecting: wanted, published: published) == expected)
  }

  @Test(arguments: [
    (#"@ TXT "v=DMARC1; p=none""#, RecordState.match),
    (#"@ TXT "v=DMARC1;p=reject; rua=mailto:a@example.com""#, .match),
    (#"@ TXT "v=DMARC1""#, .mismatch),
    (#"@ TXT "v=DMARC1; p=none""# + "\n" + #"@ TXT "v=DMARC1; p=reject""#, .mismatch),
    (#"@ TXT "v=spf1 -all""#, .missing),
  ])
  func dmarc(published: String, expected: RecordState) throws {
    #expect(try state(.dmarc, expecting: "v=DMARC1; p=none", published: published) == expected)
  }

  @Test(arguments: [
    ("@ MX 10 mxbiz1.qq.com.", RecordState.match),
    ("@ MX 5 MXBIZ1.QQ.COM.", .match),
    ("@ MX 5 mx.example.com.\n@ MX 10 mxbiz1.qq.com.", .match),
    ("@ MX 10 mxbiz1.qq.com", .mismatch),
    ("", .missing),
  ])
  func mx(published: String, expected: RecordState) throws {
    #expect(try state(.mx, expecting: "mxbiz1.qq.com.", published: published) == expected)
  }

  /// A value that nobody gave: something sound of the kind is enough.
  @Test(arguments: [
    (ExpectedRecord.Purpose.spf, #"@ TXT "v=spf1 include:a.example ~all""#, RecordState.match),
    (.spf, #"@ TXT "v=spf1 -all""# + "\n" + #"@ TXT "v=spf1 ~all""#, .mismatch),
    (.spf, #"@ TXT "v=spf1 ipv4:1""#, .mismatch),
    (.dmarc, #"@ TXT "v=DMARC1; p=reject""#, .match), (.dmarc, #"@ TXT "v=DMARC1""#, .mismatch),
    (.mx, "@ MX 10 mx.example.net.", .match), (.mx, "", .missing),
    (.other, #"@ TXT "token=1""#, .unknown),
  ])
  func soundness(
    purpose: ExpectedRecord.Purpose, published: String, expected: RecordState
  ) throws {
    #expect(try state(purpose, expecting: "", published: published) == expected)
  }

  /// A token stands beside SPF and other tokens; only a damaged copy of it is another value.
  @Test(arguments: [
    (#"@ TXT "v=spf1 -all""# + "\n" + #"@ TXT "site-verification=AbC123""#, RecordState.match),
    (#"@ TXT "v=spf1 -all""#, .missing), (#"@ TXT "site-verification=other1""#, .missing),
    (#"@ TXT "'site-verification=AbC123'""#, .mismatch),
    (#"@ TXT "site-verification=AbC""#, .mismatch),
    (#"@ TXT "site-verification=abc123""#, .mismatch), ("", .missing),
  ])
  func token(published: String, expected: RecordState) throws {
    #expect(
      try state(.other, expecting: "site-verification=AbC123", published: published) == expected)
  }

  /// An underscored name has one purpose: what stands there was meant to be the token.
  @Test func anotherTextAtAnUnderscoredName() throws {
    let record = ExpectedRecord(
      id: "x", purpose: .other, name: try DNSName("_token.example.com."), type: .txt,
      value: "token=1")
    let here = try ZoneText.records(#"@ TXT "something""#, origin: record.name)
    let observation = Observation(
      question: record.question, server: nil, address: "192.0.2.1", role: .authoritative, at: 0,
      outcome: .answered(Observation.Answer(code: .noError, isAuthoritative: true, records: here)))
    #expect(record.state(in: observation) == .mismatch)
    #expect(record.relevantTexts(in: [observation]) == ["something"])
  }

  @Test(arguments: [
    ("s._domainkey CNAME k.example.net.", RecordState.match),
    ("s._domainkey CNAME K.Example.NET.", .match),
    ("s._domainkey CNAME k.example.net", .mismatch),
    ("s._domainkey TXT \"p=AAAA\"", .missing), ("", .missing),
  ])
  func alias(published: String, expected: RecordState) throws {
    let origin = try DNSName("example.com.")
    let record = ExpectedRecord(
      id: "x", purpose: .dkim, name: try DNSName("s._domainkey.example.com."), type: .cname,
      value: "k.example.net.")
    let here = try ZoneText.records(published, origin: origin).filter { $0.type == .cname }
    let answer = Observation.Answer(
      code: .noError, isAuthoritative: true, records: here,
      denial: here.isEmpty ? Observation.Denial(zone: origin, ttl: 1, minimum: 1) : nil)
    let observation = Observation(
      question: record.question, server: nil, address: "192.0.2.1", role: .authoritative, at: 0,
      outcome: .answered(answer))
    #expect(record.state(in: observation) == expected)
  }

  /// The proposal for a record with more than includes lets in everyone who is asked for.
  @Test func anSPFProposalHasEveryMechanism() throws {
    let record = ExpectedRecord(
      id: "spf", purpose: .spf, name: try DNSName("example.com."), type: .txt,
      value: "v=spf1 mx include:a.example ~all")
    let here = try ZoneText.records(
      #"@ TXT "v=spf1 include:b.example -all""#, origin: record.name)
    let observation = Observation(
      question: record.question, server: nil, address: "192.0.2.1", role: .authoritative, at: 0,
      outcome: .answered(Observation.Answer(code: .noError, isAuthoritative: true, records: here)))
    let proposal = record.proposedValue(seeing: [observation])
    #expect(proposal == "v=spf1 include:b.example mx include:a.example -all")
  }

  @Test func aKeyIsComparedExactlyAndTagsAreNot() throws {
    let wanted = "v=DKIM1; k=rsa; p=\(Example.key)"
    let spaced =
      "@ TXT \"v=DKIM1;k=rsa;p=\(Example.key.prefix(40))\" \"\(Example.key.dropFirst(40))\""
    #expect(try state(.dkim, expecting: wanted, published: spaced) == .match)
    let lower = "@ TXT \"v=DKIM1; k=rsa; p=\(Example.key.lowercased())\""
    #expect(try state(.dkim, expecting: wanted, published: lower) == .mismatch)
    #expect(try state(.dkim, expecting: wanted, published: "@ TXT \"v=DKIM1; p=\"") == .mismatch)
    #expect(try state(.dkim, expecting: "", published: spaced) == .match)
    #expect(try state(.dkim, expecting: "", published: "@ TXT \"hello\"") == .mismatch)
  }

  @Test func anSPFProposalKeepsOtherSendersAndTheEnding() throws {
    let evidence = try Example(
      without: "spf1", adding: #"@ TXT "v=spf1 include:_spf.other.example -all""#
    ).evidence()
    let finding = try #require(Rule.recordMismatch.findings(in: evidence).first)
    #expect(
      finding.arguments["expected"]
        == .text("v=spf1 include:_spf.other.example include:qcloudmail.com -all"))
  }
}
