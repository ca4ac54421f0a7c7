import Testing

@testable import DNS

/// What a server sends is written as printable ASCII, whatever it is.
@Suite struct PresentationTests {
  private static let hostile: [UInt8] = [27, 91, 50, 74, 7, 34, 92, 0, 155, 226, 128, 174]

  private func isPrintable(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == 9 || $0 == 10 }
  }

  @Test func hostileOctetsStayInsideEveryType() throws {
    let name = try DNSName(labels: [Self.hostile])
    var message = Message(id: 1)
    for type in UInt16(1)...300 where type != 41 {
      for data in [
        Self.hostile, [0, 12] + Self.hostile, [12] + Self.hostile, [0, 1, 0] + name.wire,
      ] {
        let record = ResourceRecord(
          name: name, type: RecordType(rawValue: type), ttl: 0, data: .other(data))
        #expect(isPrintable(record.presentation), "TYPE\(type) \(data)")
        message.answer.append(record)
      }
    }
    message.udpPayloadSize = 1232
    message.ednsOptions = [
      EDNSOption(code: 15, data: [0, 18] + Array("no \u{1B}[2J\u{9B}\u{202E}".utf8)),
      EDNSOption(code: 3, data: Self.hostile),
    ]
    #expect(isPrintable(message.text()))
    #expect(message.text().contains("EDE: 18 (Prohibited): (no .[2J"))
  }

  @Test func unknownTypesAreWrittenAsRFC3597Says() throws {
    let record = ResourceRecord(
      name: .root, type: RecordType(rawValue: 65_280), ttl: 0, data: .other([1, 2, 255]))
    #expect(record.presentation == "\\# 3 0102FF")
  }

  @Test func optionsSurviveTheWire() throws {
    var message = Message(query: Question(.root, .ns), id: 7, recursionDesired: false)
    message.isDNSSECOK = true
    message.ednsOptions = [EDNSOption(code: 3), EDNSOption(code: 15, data: [0, 6, 65])]
    let read = try Message(decoding: message.encoded())
    #expect(read.isDNSSECOK)
    #expect(read.ednsOptions == message.ednsOptions)
    #expect(read.extendedErrors.map(\.code) == [6])
  }
}
