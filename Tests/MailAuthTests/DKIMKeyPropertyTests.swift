import MailAuth
import Testing

@Suite("DKIM key records of any form")
struct DKIMKeyPropertyTests {
  private func text(using random: inout SeededGenerator) -> String {
    let space = { (random: inout SeededGenerator) in
      random.pick(["", "", "", " ", "\t", "  ", "\r\n "])
    }
    var tags: [String] = []
    if random.oneIn(2) { tags.append("k=" + random.pick(["rsa", "ed25519", "x-y", ""])) }
    if random.oneIn(2) {
      tags.append("h=" + random.pick(["sha1", "sha256", "sha1 : sha256", "", ":", "x:sha256:"]))
    }
    if random.oneIn(3) { tags.append("n=" + random.pick(["", "a=20note", "two  words", "x=y"])) }
    if random.oneIn(3) { tags.append("s=" + random.pick(["*", "email", "email:*", "other", ""])) }
    if random.oneIn(3) { tags.append("t=" + random.pick(["y", "s", "y:s", "", "x : y"])) }
    if random.oneIn(4) { tags.append("x_1=" + random.pick(["", "a b", "?"])) }
    let key = SampleKey.base64(
      (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      })
    tags.append("p=" + key.map { String($0) + space(&random) }.joined())
    tags.shuffle(using: &random)
    if random.oneIn(2) { tags.insert("v=DKIM1", at: 0) }
    return tags.map { space(&random) + $0 + space(&random) }.joined(separator: ";")
      + (random.oneIn(3) ? ";" : "")
  }

  @Test func readsWhatItPrints() throws {
    var random = SeededGenerator(seed: 31)
    for _ in 0..<3000 {
      let text = text(using: &random)
      let record = try DKIMKeyRecord(parsing: text)
      let printed = record.description
      #expect(try DKIMKeyRecord(parsing: printed) == record, "\(text)")
      #expect(try DKIMKeyRecord(parsing: printed).description == printed, "\(text)")
    }
  }

  @Test(arguments: [
    ("p=", "p="), ("v=DKIM1;k=rsa;p=AA AA;", "v=DKIM1; p=AAAA"),
    (
      "p=AA==; t=s:y; s=email; n=x; h=sha256:sha1; k=ed25519",
      "h=sha256:sha1; k=ed25519; n=x; s=email; t=s:y; p=AA=="
    ),
  ])
  func prints(_ text: String, _ printed: String) throws {
    #expect(try DKIMKeyRecord(parsing: text).description == printed)
  }

  @Test(arguments: ["A", "=", " ", ";", "p=", "p=A;", "\"", "\u{0}", "v=DKIM1;", "0", "MIIB"])
  func endsOnOnePieceRepeated(_ piece: String) throws {
    for prefix in ["", "p=", "v=DKIM1; p=", "v=DKIM1; h="] {
      let room = (65_535 - prefix.utf8.count) / piece.utf8.count
      let octets = Array((prefix + String(repeating: piece, count: room)).utf8)
      do throws(DKIMKeySyntaxError) {
        let record = try DKIMKeyRecord(parsing: octets)
        _ = try? DKIMPublicKey(record)
        #expect(try DKIMKeyRecord(parsing: record.description) == record)
      } catch {
        #expect((0...octets.count).contains(error.offset))
      }
    }
  }
}
