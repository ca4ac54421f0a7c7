import DNS
import Foundation
import Testing

@Suite struct RecordTypeTests {
  @Test(
    arguments: [
      ("A", 1), ("ns", 2), ("Cname", 5), ("SOA", 6), ("PTR", 12), ("MX", 15), ("TXT", 16),
      ("AAAA", 28), ("SRV", 33), ("DNAME", 39), ("OPT", 41), ("DS", 43), ("RRSIG", 46),
      ("NSEC", 47),
      ("DNSKEY", 48), ("TLSA", 52), ("HTTPS", 65), ("TSIG", 250), ("ANY", 255), ("CAA", 257),
      ("TYPE65280", 65_280), ("type1", 1), ("TYPE0", 0), ("TYPE65535", 65_535),
    ] as [(String, UInt16)])
  func mnemonicsAreRead(name: String, number: UInt16) {
    #expect(RecordType(name: name)?.rawValue == number)
  }

  @Test(arguments: ["", "B", "TYPE", "TYPE65536", "TYPE-1", "TYPE+5", "TYPE 5", "TYPEx", "TXT "])
  func othersAreRefused(name: String) {
    #expect(RecordType(name: name) == nil)
  }

  @Test func everyNumberHasANameThatLeadsBack() {
    for number in UInt16.min ... .max {
      let type = RecordType(rawValue: number)
      #expect(RecordType(name: type.name) == type)
    }
  }

  @Test func codingUsesTheMnemonic() throws {
    let types: [RecordType] = [.mx, RecordType(rawValue: 65_280)]
    let data = try JSONEncoder().encode(types)
    #expect(String(decoding: data, as: UTF8.self) == #"["MX","TYPE65280"]"#)
    #expect(try JSONDecoder().decode([RecordType].self, from: data) == types)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([RecordType].self, from: Data(#"["NONSENSE"]"#.utf8))
    }
  }

  @Test func responseCodesHaveTheirMnemonics() {
    #expect(ResponseCode.noError.name == "NOERROR")
    #expect(ResponseCode.nxDomain.name == "NXDOMAIN")
    #expect(ResponseCode.servFail.name == "SERVFAIL")
    #expect(ResponseCode.refused.name == "REFUSED")
    #expect(ResponseCode.badVers.name == "BADVERS")
    #expect(ResponseCode(rawValue: 4095).name == "RCODE4095")
  }
}
