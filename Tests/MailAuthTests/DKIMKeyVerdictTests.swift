import DNS
import MailAuth
import Testing

@Suite("What stands at a DKIM selector")
struct DKIMKeyVerdictTests {
  private let name = "s1._domainkey.example.com"

  private func verdict(
    expected: String? = nil, _ texts: String...
  ) throws -> DKIMKeyVerdict {
    var zone = MailZone()
    let name = try DNSName(name)
    try zone.set(
      self.name, .txt,
      .records(
        texts.map {
          ResourceRecord(name: name, type: .txt, ttl: 600, data: .txt([Array($0.utf8)]))
        }))
    return try #require(
      DKIMKeyVerdict.judge(at: name, expected: expected.map { Array($0.utf8) }, in: zone).outcome)
  }

  @Test("RFC 6376 Appendix C") func judgesTheKeyOfTheStandard() throws {
    let found = try verdict("v=DKIM1; p=" + SampleKey.appendixC)
    #expect(found.faults == [.below2048(bits: 1024)] && found.key != nil && found.record != nil)
  }

  @Test("RFC 8463 Appendix A.2") func judgesBothKeysOfTheFootballTeam() throws {
    let ed25519 = "v=DKIM1; k=ed25519; p=" + SampleKey.football
    #expect(try verdict(expected: ed25519, ed25519).faults.isEmpty)
    let rsa =
      "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qh"
      + "dR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hst"
      + "T5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB"
    #expect(try verdict(rsa).faults == [.below2048(bits: 1024)])
  }

  @Test("RFC 8301 section 3.2, both sides of each limit") func judgesTheSize() throws {
    let faults: [(Int, [DKIMKeyFault])] = [
      (512, [.weak(bits: 512)]), (1023, [.weak(bits: 1023)]), (1024, [.below2048(bits: 1024)]),
      (2047, [.below2048(bits: 2047)]), (2048, []), (4096, []), (4097, [.above4096(bits: 4097)]),
    ]
    for (bits, expected) in faults {
      #expect(try verdict(SampleKey.record(SampleKey.wrapped(bits: bits))).faults == expected)
      #expect(try verdict(SampleKey.record(SampleKey.bare(bits: bits))).faults == expected)
    }
  }

  @Test(
    arguments: [
      ("h=sha256;", []), ("h=sha1:sha256;", []), ("h=sha1;", [.hash(permitted: ["sha1"])]),
      ("h=;", [.hash(permitted: [])]), ("s=*;", []), ("s=email;", []), ("s=other:email;", []),
      ("s=tlsrpt;", [.service(["tlsrpt"])]), ("t=y;", [.testing]), ("t=s;", [.strictIdentity]),
      ("t=y:s;", [.testing, .strictIdentity]), ("t=x;", []),
    ] as [(String, [DKIMKeyFault])])
  func judgesTags(_ tags: String, _ faults: [DKIMKeyFault]) throws {
    let key = SampleKey.base64(SampleKey.wrapped(bits: 2048))
    #expect(try verdict("v=DKIM1; \(tags) p=\(key)").faults == faults)
  }

  @Test func judgesAbsence() throws {
    let name = try DNSName(name)
    #expect(
      DKIMKeyVerdict.judge(at: name, in: MailZone(otherwise: nil)).questions
        == ["s1._domainkey.example.com. TXT"])
    #expect(DKIMKeyVerdict.judge(at: name, in: MailZone()).outcome?.faults == [.missing])
    #expect(
      DKIMKeyVerdict.judge(at: name, in: MailZone(otherwise: .records([]))).outcome?.faults
        == [.missing])
    #expect(
      DKIMKeyVerdict.judge(at: name, in: MailZone(otherwise: .failed)).outcome?.faults
        == [.unknown])
    #expect(try verdict("v=DKIM1; p=").faults == [.revoked])
  }

  @Test func followsAliases() throws {
    var zone = MailZone()
    try zone.alias(name, .txt, to: "s1.dkim.service.example")
    let name = try DNSName(name)
    let target = try DNSName("s1.dkim.service.example")
    #expect(
      DKIMKeyVerdict.judge(at: name, in: zone).outcome?.faults
        == [.alias(target: target, holdsKey: false)])
    try zone.txt("s1.dkim.service.example", SampleKey.record(SampleKey.wrapped(bits: 2048)))
    let found = DKIMKeyVerdict.judge(at: name, in: zone).outcome
    #expect(found?.faults == [.alias(target: target, holdsKey: true)])
    #expect(found?.aliases == [target] && found?.key != nil)
  }

  @Test func knowsSplitRecords() throws {
    let record = SampleKey.record(SampleKey.wrapped(bits: 2048))
    let parts = [String(record.prefix(255)), String(record.dropFirst(255))]
    #expect(
      try verdict(expected: record, parts[1], parts[0]).faults
        == [.several(count: 2, isSplit: true)])
    #expect(
      try verdict(expected: record, record, "v=DKIM1; p=").faults
        == [.several(count: 2, isSplit: false)])
    #expect(try verdict(record, "other").faults == [.several(count: 2, isSplit: false)])
  }

  /// A cut of the text at any place inside the key is proven a cut, whole base64 groups or not.
  @Test func provesACutAnywhere() throws {
    let record = SampleKey.record(SampleKey.wrapped(bits: 2048))
    for length in [30, 100, 255, 256, 257, 258, 404, 407] {
      let faults = try verdict(expected: record, String(record.prefix(length))).faults
      let observed = (length - 18) / 4 * 3
      guard case .key(.truncated(announced: 294, observed: let count)) = faults.first else {
        Issue.record("\(length): \(faults)")
        continue
      }
      #expect(count == observed, "\(length)")
      #expect(faults.contains(.differs(.truncated(length: length - 18, expected: 392))))
    }
  }

  @Test func comparesWithTheExpectedKey() throws {
    let record = SampleKey.record(SampleKey.wrapped(bits: 2048))
    let other = SampleKey.record(SampleKey.wrapped(bits: 2048, seed: 2))
    #expect(try verdict(expected: record, record).faults.isEmpty)
    #expect(try verdict(expected: record, "k=rsa;" + record.dropFirst(16)).faults.isEmpty)
    #expect(try verdict(expected: record, other).faults == [.differs(.other)])
    let quoted = String(record.prefix(255)) + "\" \"" + record.dropFirst(255)
    let faults = try verdict(expected: record, quoted).faults
    #expect(
      faults.count == 2 && faults.last == .differs(.foreign(offsets: [237, 238, 239])), "\(faults)")
    if case .syntax(let error) = faults.first {
      #expect(error.reason == .base64 && error.offset == 255)
    } else {
      Issue.record("\(faults)")
    }
  }

  @Test func keepsFaultsOfSyntax() throws {
    let faults = try verdict("k=rsa; v=DKIM1; p=AAAA").faults
    guard case .syntax(let error) = faults.first else {
      Issue.record("\(faults)")
      return
    }
    #expect(error.reason == .versionNotFirst && error.offset == 7 && faults.count == 1)
    #expect(
      try verdict("v=DKIM1; k=rsa; p=MIGf").faults.first
        == .key(.truncated(announced: 162, observed: 3)))
  }
}
