import MailAuth
import Testing

@Suite("SPF records of any form")
struct SPFPropertyTests {
  @Test func readsWhatItPrints() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2000 {
      let text = SPFText.record(using: &random)
      let record = try SPFRecord(parsing: text)
      let printed = record.description
      #expect(try SPFRecord(parsing: printed) == record, "\(text)")
      #expect(try SPFRecord(parsing: printed).description == printed, "\(text)")
      #expect(SPFRecord.termOffsets(in: Array(text.utf8)).count == record.terms.count)
    }
  }

  /// Single octets changed, lost or added: never a trap, and a fault always lies within the text.
  @Test func survivesDamage() throws {
    var random = SeededGenerator(seed: 5)
    var faults = 0
    for _ in 0..<5000 {
      var octets = Array(SPFText.record(using: &random).utf8)
      let place = Int.random(in: 0..<octets.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: octets[place] = UInt8.random(in: 0...255, using: &random)
      case 1: octets.remove(at: place)
      default: octets.insert(random.pick(Array(" %{}/:=.-+~?0129aA\u{0}\u{FF}".utf8)), at: place)
      }
      do throws(SPFSyntaxError) {
        let record = try SPFRecord(parsing: octets)
        #expect(try SPFRecord(parsing: record.description) == record)
      } catch {
        faults += 1
        #expect((0...octets.count).contains(error.offset))
      }
    }
    #expect(faults > 1000)
  }

  @Test func boundsTheSize() throws {
    let mechanisms = (0..<10_000).map { "a:\($0 % 4).ex" }
    let fitting = "v=spf1 " + mechanisms.prefix(7000).joined(separator: " ")
    let record = try SPFRecord(parsing: fitting)
    #expect(record.terms.count == 7000)
    #expect(record.merging([record]).terms.count == 4)
    let error = #expect(throws: SPFSyntaxError.self) {
      try SPFRecord(parsing: "v=spf1 " + mechanisms.joined(separator: " "))
    }
    #expect(error?.reason == .tooLong && error?.offset == 65_535)
  }

  @Test func readsTheLargestRecords() throws {
    let distinct = try SPFRecord(
      parsing: "v=spf1 "
        + (0..<10_000).map { String($0, radix: 36) + "=" }
        .map { "x" + $0 }.joined(separator: " "))
    #expect(distinct.terms.count == 10_000)
    let mechanisms = try SPFRecord(
      parsing: "v=spf1 " + Array(repeating: "a", count: 10_000).joined(separator: " "))
    #expect(mechanisms.terms.count == 10_000)
    #expect(mechanisms.merging([distinct, mechanisms]).terms.count == 10_001)
    #expect(mechanisms.adding(include: try DomainSpec("x.example")).terms.count == 10_001)
  }

  @Test(arguments: [" ", "%", "%{", "/", ":", ".", "a", "+", "=", "0", "%{d", "%%"])
  func endsOnOneOctetRepeated(_ piece: String) {
    for prefix in ["v=spf1 ", "v=spf1 a:", "v=spf1 ip4:", "v=spf1 ip6:1", "v=spf1 x=", "v=spf1 a/"]
    {
      let room = (65_535 - prefix.utf8.count) / piece.utf8.count
      let octets = Array(prefix.utf8) + Array(String(repeating: piece, count: room).utf8)
      do throws(SPFSyntaxError) {
        let record = try SPFRecord(parsing: octets)
        #expect(record.terms.count <= 1)
      } catch {
        #expect((0...octets.count).contains(error.offset))
      }
    }
  }
}
