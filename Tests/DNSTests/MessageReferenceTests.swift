import CLDNS
import DNS
import Foundation
import Testing

/// Our messages against those of libldns, in both directions.
@Suite struct MessageReferenceTests {
  static let lines = [
    "example.com. 60 IN A 192.0.2.1",
    "example.com. 60 IN AAAA 2001:db8::1",
    "example.com. 3600 IN NS ns1.example.com.",
    "www.example.com. 1 IN CNAME example.com.",
    "1.2.0.192.in-addr.arpa. 60 IN PTR mail.example.com.",
    "old.example.com. 60 IN DNAME new.example.com.",
    "example.com. 60 IN MX 10 mxbiz1.qq.com.",
    "example.com. 60 IN MX 65535 .",
    #"example.com. 60 IN TXT "v=spf1 include:qcloudmail.com ~all""#,
    #"example.com. 60 IN TXT "one" "" "three \"quoted\" \\ \000\255\027[2J""#,
    "example.com. 60 IN TXT \"\(String(repeating: "x", count: 255))\" \"tail\"",
    "example.com. 4294967295 IN SOA ns.example.com. host\\.master.example.com. 4294967295 1 2 3 4",
    "_sip._tcp.example.com. 60 IN SRV 1 2 5060 sip.example.com.",
    #"example.com. 60 IN CAA 0 issue "letsencrypt.org""#,
    "example.com. 60 IN DS 12345 13 2 "
      + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    "_25._tcp.example.com. 60 IN TLSA 3 1 1 00112233445566778899aabbccddeeff",
    "example.com. 60 IN SSHFP 1 1 0011223344556677889900112233445566778899",
    #"example.com. 60 IN NAPTR 1 2 "U" "E2U+sip" "!^.*$!sip:a@example.com!" ."#,
    #"example.com. 60 IN HINFO "PC" "Linux""#,
    "example.com. 60 IN NSEC a.example.com. A MX TXT RRSIG NSEC CAA",
    "example.com. 60 IN RRSIG A 8 2 60 20300101000000 20200101000000 1 example.com. AAAA",
    "example.com. 60 IN DNSKEY 257 3 8 AQPSKmynfzW4kyBv015MUG2DeIQ3",
    "example.com. 60 IN RP who.example.com. txt.example.com.",
    "example.com. 60 IN AFSDB 1 afs.example.com.",
    "example.com. 60 IN TYPE65280 \\# 4 DEADBEEF",
    #"\000\255a\.b.example.com. 60 IN A 192.0.2.9"#,
  ]

  private func reference(_ lines: [String]) throws -> ReferencePacket {
    try ReferencePacket(
      id: 0xBEEF, question: "example.com.", LDNS_RR_TYPE_ANY.rawValue, answer: lines,
      authority: [lines[2]], additional: [lines[0], lines[1]])
  }

  @Test func whatLibldnsWritesIsRead() throws {
    let message = try Message(decoding: try reference(Self.lines).wire())
    #expect(message.id == 0xBEEF)
    #expect(message.isResponse && message.isAuthoritative)
    #expect(!message.isTruncated && !message.recursionDesired && !message.recursionAvailable)
    #expect(
      message.question == Question(try DNSName("example.com"), try #require(.init(name: "ANY"))))
    #expect(message.answer.count == Self.lines.count)
    #expect(message.authority.count == 1)
    #expect(message.additional.count == 2)
    #expect(message.udpPayloadSize == nil)

    let name = try DNSName("example.com")
    let answer = message.answer
    #expect(answer[0].name == name)
    #expect(answer[0].ttl == 60)
    #expect(answer[0].data == .address(try #require(IPAddress("192.0.2.1"))))
    #expect(answer[1].data == .address(try #require(IPAddress("2001:db8::1"))))
    #expect(answer[2].data == .name(try DNSName("ns1.example.com")))
    #expect(answer[6].data == .mx(preference: 10, exchange: try DNSName("mxbiz1.qq.com")))
    #expect(answer[7].data == .mx(preference: 65_535, exchange: .root))
    #expect(answer[8].text == Array("v=spf1 include:qcloudmail.com ~all".utf8))
    let strings = [
      Array("one".utf8), [], Array("three \"quoted\" \\ ".utf8) + [0, 255, 27] + Array("[2J".utf8),
    ]
    #expect(answer[9].data == .txt(strings))
    #expect(answer[9].text == strings.flatMap { $0 })
    guard case .txt(let long) = answer[10].data else {
      Issue.record("no TXT")
      return
    }
    #expect(long.map(\.count) == [255, 4])
    #expect(answer[11].ttl == .max)
    #expect(
      answer[11].data
        == .soa(
          StartOfAuthority(
            primary: try DNSName("ns.example.com"),
            mailbox: try DNSName("host\\.master.example.com"), serial: .max, refresh: 1, retry: 2,
            expire: 3, minimum: 4)))
    // Priority, weight, port, then the target without compression.
    let target = try DNSName("sip.example.com").wire
    #expect(answer[12].data == .other([0, 1, 0, 2, 0x13, 0xC4] + target))
    #expect(answer[24].type.rawValue == 65_280)
    #expect(answer[24].data == .other([0xDE, 0xAD, 0xBE, 0xEF]))
    #expect(answer[25].name.labels[0] == [0, 255, 97, 46, 98])
  }

  @Test func whatWeWriteIsReadByLibldns() throws {
    let message = try Message(decoding: try reference(Self.lines).wire())
    let reread = try ReferencePacket(decoding: message.encoded())
    let expected = try Self.lines.map(ReferencePacket.normalised)
    for (text, line) in zip(reread.text(.answer), expected) { #expect(text == line) }
    #expect(reread.text(.answer).count == expected.count)
    let authority = try ReferencePacket.normalised(Self.lines[2])
    #expect(reread.text(.authority) == [authority])
    #expect(reread.text(.additional).count == 2)
    #expect(reread.text(.question).count == 1)
  }

  @Test func theCaseOfNamesIsKept() throws {
    let name = try DNSName("eXample.COM")
    var message = Message(query: Question(name, .ns), id: 1, recursionDesired: false)
    message.isResponse = true
    message.answer = [
      ResourceRecord(name: name, type: .ns, ttl: 1, data: .name(try DNSName("NS1.example.com")))
    ]
    let reference = try ReferencePacket(decoding: message.encoded())
    #expect(reference.text(.answer) == ["eXample.COM.\t1\tIN\tNS\tNS1.example.com."])
    #expect(reference.text(.question).first?.hasPrefix("eXample.COM.") == true)
    let reread = try Message(decoding: message.encoded())
    #expect(reread.question?.name.description == "eXample.COM.")
  }

  @Test func aMessageSurvivesItsOwnWireForm() throws {
    let message = try Message(decoding: try reference(Self.lines).wire())
    #expect(try Message(decoding: message.encoded()) == message)
  }

  @Test func aMessageSurvivesJSON() throws {
    let message = try Message(decoding: try reference(Self.lines).wire())
    let data = try JSONEncoder().encode(message)
    #expect(try JSONDecoder().decode(Message.self, from: data) == message)
  }

  @Test func eachFlagStandsAtItsBit() throws {
    let flags: [(WritableKeyPath<Message, Bool>, (ReferencePacket) -> Bool)] = [
      (\.isResponse, { ldns_pkt_qr($0.packet) }), (\.isAuthoritative, { ldns_pkt_aa($0.packet) }),
      (\.isTruncated, { ldns_pkt_tc($0.packet) }), (\.recursionDesired, { ldns_pkt_rd($0.packet) }),
      (\.recursionAvailable, { ldns_pkt_ra($0.packet) }),
      (\.isAuthenticData, { ldns_pkt_ad($0.packet) }),
      (\.checkingDisabled, { ldns_pkt_cd($0.packet) }),
    ]
    for (path, _) in flags {
      var message = Message(
        query: Question(try DNSName("example.com"), .txt), id: 7, recursionDesired: false)
      message[keyPath: path] = true
      let reference = try ReferencePacket(decoding: message.encoded())
      for (other, read) in flags { #expect(read(reference) == (other == path)) }
      #expect(try Message(decoding: message.encoded()) == message)
    }
  }

  @Test(arguments: [0, 1, 2, 3, 5, 15, 16, 23, 255, 4095] as [UInt16])
  func responseCodesUseTheUpperBitsOfEDNS(code: UInt16) throws {
    let query = Message(
      query: Question(try DNSName("example.com"), .mx), id: 1, recursionDesired: true)
    let message = Message(response: query, code: ResponseCode(rawValue: code))
    let reference = try ReferencePacket(decoding: message.encoded())
    #expect(ldns_pkt_get_rcode(reference.packet).rawValue == UInt32(code & 15))
    #expect(ldns_pkt_edns_extended_rcode(reference.packet) == UInt8(code >> 4))
    #expect(ldns_pkt_edns_udp_size(reference.packet) == Message.safePayloadSize)
    #expect(try Message(decoding: message.encoded()) == message)
  }

  @Test func aResponseTakesOverWhatItMust() throws {
    var query = Message(
      query: Question(try DNSName("Example.com"), .mx), id: 0x1234, recursionDesired: true)
    var response = Message(response: query, code: .refused)
    #expect(response.id == 0x1234)
    #expect(response.isResponse && response.recursionDesired)
    #expect(response.question == query.question)
    #expect(response.udpPayloadSize == Message.safePayloadSize)
    query.udpPayloadSize = nil
    response = Message(response: query)
    #expect(response.udpPayloadSize == nil)
    #expect(response.responseCode == .noError)
  }

  @Test func aMessageOverTheLimitIsCutToItsQuestion() throws {
    let message = try Message(decoding: try reference(Self.lines).wire())
    let size = message.encoded().count
    #expect(message.encoded(limit: size) == message.encoded())
    let cut = try Message(decoding: message.encoded(limit: size - 1))
    #expect(cut.isTruncated)
    #expect(cut.question == message.question)
    #expect(cut.answer.isEmpty && cut.authority.isEmpty && cut.additional.isEmpty)
    #expect(cut.id == message.id)
  }

  @Test func answersAreChosenByNameAndType() throws {
    let message = try Message(decoding: try reference(Self.lines).wire())
    let name = try DNSName("EXAMPLE.com")
    #expect(message.answers(Question(name, .mx)).count == 2)
    #expect(message.answers(Question(name, .txt)).count == 3)
    #expect(message.answers(Question(try DNSName("www.example.com"), .a)).isEmpty)
    #expect(message.authoritySOA == nil)
    let negative = try Message(
      decoding: ReferencePacket(
        id: 1, question: "x.example.com.", 1, answer: [], authority: [Self.lines[11]]
      ).wire())
    #expect(negative.authoritySOA?.zone == name)
    #expect(negative.authoritySOA?.ttl == .max)
    #expect(negative.authoritySOA?.soa.minimum == 4)
  }

  @Test func anotherClassIsNotOurs() throws {
    let chaos = try ReferencePacket(
      id: 1, question: "version.bind.", 16,
      answer: [#"version.bind. 0 CH TXT "9""#, "example.com. 60 IN A 192.0.2.1"])
    let message = try Message(decoding: chaos.wire())
    #expect(message.answer.count == 1)
    var query = Message(
      query: Question(try DNSName("version.bind"), .txt), id: 1, recursionDesired: false
    ).encoded()
    // The class ends the question; an OPT record of 11 octets follows.
    query[query.count - 12] = 3
    #expect(try Message(decoding: query).question == nil)
  }
}
