import MailAuth
import Testing

@Suite("DKIM key records, RFC 6376 sections 3.2 and 3.6.1")
struct DKIMKeyRecordTests {
  @Test func readsTheDefaults() throws {
    let record = try DKIMKeyRecord(parsing: "p=aGVsbG8=")
    #expect(record.key == Array("hello".utf8))
    #expect(!record.hasVersion && record.keyType == "rsa" && record.hashes == nil)
    #expect(
      record.services == ["*"] && record.flags.isEmpty && record.notes == nil && !record.isRevoked)
  }

  @Test func readsEveryTag() throws {
    let record = try DKIMKeyRecord(
      parsing:
        "v=DKIM1; h = sha1 : sha256 ;k=ed25519; n=call=20me, p=x; s=email:*; t=y:s; x_1=?; p=YWI= ;"
    )
    #expect(
      record.hasVersion && record.keyType == "ed25519" && record.hashes == ["sha1", "sha256"])
    #expect(record.services == ["email", "*"] && record.flags == ["y", "s"])
    #expect(record.notes == "call=20me, p=x" && record.key == Array("ab".utf8))
  }

  @Test func decodesFoldedKeys() throws {
    #expect(
      try DKIMKeyRecord(parsing: "v=DKIM1; p=a G\tV s\r\n bG 8 =  ").key == Array("hello".utf8))
    #expect(try DKIMKeyRecord(parsing: "p=+/+/ AA = =").key == [0xFB, 0xFF, 0xBF, 0x00])
  }

  @Test(arguments: ["v=DKIM1; p=", "p= ;", "v=DKIM1; k=rsa; p=;", "p=\t"])
  func readsRevokedKeys(_ text: String) throws {
    #expect(try DKIMKeyRecord(parsing: text).isRevoked)
  }

  @Test(
    arguments: [
      ("", DKIMKeySyntaxError.Reason.emptyTag, nil, 0), (";", .emptyTag, nil, 0),
      ("v=DKIM1;; p=", .emptyTag, nil, 8), ("v=DKIM1; p=;;", .emptyTag, nil, 12),
      ("v=DKIM1 p=AAAA", .version, "v", 2), ("v=dkim1; p=", .version, "v", 2),
      ("v=; p=", .version, "v", 2),
      ("k=rsa; v=DKIM1; p=", .versionNotFirst, "v", 7), ("\"v=DKIM1; p=\"", .tagName, nil, 0),
      ("v=DKIM1; AAAA", .missingEquals, nil, 9), ("v=DKIM1; 1=x; p=", .tagName, nil, 9),
      ("v=DKIM1; =x; p=", .tagName, nil, 9), ("v=DKIM1; k=r\u{E9}; p=", .character, "k", 12),
      ("v=DKIM1; p=AA\u{0}A", .character, "p", 13), ("v=DKIM1; p=; p=AAAA", .repeatedTag, "p", 13),
      ("v=DKIM1; v=DKIM1; p=", .repeatedTag, "v", 9), ("v=DKIM1; k=rsa", .missingKey, "p", 14),
      ("v=DKIM1; P=AAAA", .missingKey, "p", 15), ("p=AAA*", .base64, "p", 5),
      ("p=AAAAA", .base64, "p", 7),
      ("p=A===", .base64, "p", 3), ("p=AA==AA", .base64, "p", 6), ("p=AAAA=", .base64, "p", 6),
      ("p=AA=", .base64, "p", 5), ("p=AA===", .base64, "p", 6), ("p=-_AA", .base64, "p", 2),
      ("p=AAA\\;", .base64, "p", 5),
    ] as [(String, DKIMKeySyntaxError.Reason, String?, Int)])
  func findsTheFault(
    _ text: String, _ reason: DKIMKeySyntaxError.Reason, _ tag: String?, _ offset: Int
  ) {
    let error = #expect(throws: DKIMKeySyntaxError.self) { try DKIMKeyRecord(parsing: text) }
    #expect(
      error?.reason == reason && error?.tag == tag && error?.offset == offset,
      "\(String(describing: error))")
  }

  @Test func boundsTheSize() throws {
    let largest = Array("p=".utf8) + Array(repeating: UInt8(ascii: "A"), count: 65_532)
    #expect(try DKIMKeyRecord(parsing: largest).key.count == 49_149)
    let error = #expect(throws: DKIMKeySyntaxError.self) {
      try DKIMKeyRecord(parsing: largest + [65, 65])
    }
    #expect(error?.reason == .tooLong)
    let tags = (0..<8000).map { "x\($0)=" }.joined(separator: ";")
    #expect(try DKIMKeyRecord(parsing: tags + ";p=").isRevoked)
  }

  @Test func survivesDamage() {
    var random = SeededGenerator(seed: 17)
    let sound = Array("v=DKIM1; h=sha256; k=rsa; n=note; s=email; t=y; p=MIGf MA0G CSqG".utf8)
    for _ in 0..<5000 {
      var octets = sound
      for _ in 0..<Int.random(in: 1..<4, using: &random) {
        octets[Int.random(in: 0..<octets.count, using: &random)] =
          random.oneIn(2)
          ? .random(in: 0...255, using: &random) : random.pick(Array("=; \tpv".utf8))
      }
      do throws(DKIMKeySyntaxError) {
        _ = try DKIMKeyRecord(parsing: octets)
      } catch {
        #expect((0...octets.count).contains(error.offset))
      }
    }
  }
}
