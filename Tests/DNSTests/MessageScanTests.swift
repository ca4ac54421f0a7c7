import CLDNS
import Testing

@testable import DNS

/// Messages that libldns should never see.
@Suite struct MessageScanTests {
  /// A response with these counts of questions and answers, followed by `body`.
  private func wire(_ questions: Int = 0, _ answers: Int = 0, _ body: [UInt8]) -> [UInt8] {
    [0, 1, 0x80, 0, 0, UInt8(questions), UInt8(answers >> 8), UInt8(answers & 255), 0, 0, 0, 0]
      + body
  }

  /// A record of an owner already on the wire.
  private func record(_ type: UInt16, _ data: [UInt8], owner: [UInt8] = [0]) -> [UInt8] {
    owner + [UInt8(type >> 8), UInt8(type & 255), 0, 1, 0, 0, 0, 60]
      + [UInt8(data.count >> 8), UInt8(data.count & 255)] + data
  }

  private func expectFault(_ wire: [UInt8], _ fault: MessageError, _ line: Int = #line) {
    #expect(throws: fault, "line \(line)") { try Message(decoding: wire) }
  }

  @Test func tooFewOctetsAreRefused() {
    for count in 0..<12 { expectFault([UInt8](repeating: 0, count: count), .tooShort) }
    #expect(throws: Never.self) { try Message(decoding: [UInt8](repeating: 0, count: 12)) }
  }

  @Test func everyHalfMessageIsRefused() throws {
    let whole = try ReferencePacket(
      id: 1, question: "example.com.", 255, answer: MessageReferenceTests.lines
    ).wire()
    #expect(throws: Never.self) { try Message(decoding: whole) }
    for count in 0..<whole.count {
      #expect(throws: MessageError.self) { try Message(decoding: Array(whole[..<count])) }
    }
  }

  @Test func pointersMustLeadBack() {
    let end: [UInt8] = [0, 1, 0, 1]
    // To itself, forward, into the header, at the end, beyond the end.
    expectFault(wire(1, 0, [0xC0, 12] + end), .badPointer)
    expectFault(wire(1, 0, [0xC0, 14, 0] + end), .badPointer)
    expectFault(wire(1, 0, [0xC0, 0] + end), .badPointer)
    expectFault(wire(1, 0, [0xC0, 11] + end), .badPointer)
    expectFault(wire(1, 0, [0xFF, 0xFF] + end), .badPointer)
    expectFault(wire(1, 0, [0xC0]), .tooShort)
    // Two that lead to each other, by way of a label.
    expectFault(wire(1, 0, [1, 97, 0xC0, 12] + end), .badName)
    expectFault(wire(1, 0, [1, 97, 1, 98, 0xC0, 14] + end), .badName)
  }

  @Test func aLoopWithoutLabelsIsRefused() {
    // The answer's owner leads to its own first octet after a step back.
    let question: [UInt8] = [1, 97, 0, 0, 1, 0, 1]
    expectFault(wire(1, 1, question + record(1, [1, 2, 3, 4], owner: [0xC0, 19])), .badPointer)
    #expect(throws: Never.self) {
      try Message(decoding: wire(1, 1, question + record(1, [1, 2, 3, 4], owner: [0xC0, 12])))
    }
  }

  /// `count` pointers, each to the one before, the first to the root name.
  private func chain(_ count: Int) -> [UInt8] {
    // An answer of unknown type carries the chain as data: root name at 23, then the pointers.
    let data =
      [0]
      + (0..<count).flatMap { index -> [UInt8] in
        let target = index == 0 ? 23 : 24 + 2 * (index - 1)
        return [0xC0 | UInt8(target >> 8), UInt8(target & 255)]
      }
    let last = 24 + 2 * (count - 1)
    let owner = [0xC0 | UInt8(last >> 8), UInt8(last & 255)]
    return wire(0, 2, record(65_280, data) + record(1, [1, 2, 3, 4], owner: owner))
  }

  @Test func aChainOf127PointersIsTheLongest() throws {
    // The owner itself is one more pointer.
    let message = try Message(decoding: chain(126))
    #expect(message.answer.last?.name == .root)
    expectFault(chain(127), .badPointer)
    expectFault(chain(128), .badPointer)
    expectFault(chain(5_000), .badPointer)
  }

  @Test func recordsAreLimited() throws {
    let one = record(1, [1, 2, 3, 4])
    let most = [[UInt8]](repeating: one, count: 512).flatMap { $0 }
    #expect(try Message(decoding: wire(0, 512, most)).answer.count == 512)
    expectFault(wire(0, 513, most + one), .tooManyRecords)
    expectFault(wire(0, 65_535, []), .tooManyRecords)
    var spread = wire(0, 300, most + one)
    spread[9] = 213
    expectFault(spread, .tooManyRecords)
    expectFault(wire(2, 0, [0, 0, 1, 0, 1, 0, 0, 1, 0, 1]), .tooManyRecords)
    expectFault(wire(0, 1, []), .tooShort)
  }

  /// libldns allocates the length of the record for each of its strings.
  @Test func stringsInARecordAreLimited() throws {
    let most = [UInt8](repeating: 0, count: 512)
    #expect(try Message(decoding: wire(0, 1, record(16, most))).answer[0].text == [])
    for count in [513, 65_000] {
      expectFault(wire(0, 1, record(16, [UInt8](repeating: 0, count: count))), .tooManyFields)
    }
  }

  /// libldns reads the next record behind the last field, so a record could hide others in its data.
  @Test func surplusDataAreRefused() throws {
    let hidden = record(16, [5, 104, 101, 108, 108, 111])
    let last = record(1, [7, 7, 7, 7])
    for (number, data) in [
      (1, [1, 2, 3, 4]), (2, [0]), (6, [UInt8](repeating: 0, count: 22)), (15, [0, 1, 0]),
      (28, [UInt8](repeating: 0, count: 16)), (35, [UInt8](repeating: 0, count: 8)),
    ] as [(UInt16, [UInt8])] {
      let sound = try Message(decoding: wire(0, 2, record(number, data) + last))
      #expect(sound.answer.count == 2, "type \(number)")
      expectFault(
        wire(0, 2, record(number, data + hidden) + last),
        .surplusData(RecordType(rawValue: number)))
    }
  }

  /// Whatever the scan lets through, libldns divides into the records that the scan saw.
  @Test func libldnsSeesTheSameRecords() throws {
    var random = SplitMix64(seed: 8)
    var compared = 0
    for _ in 0..<20_000 {
      let number = UInt16.random(in: 1...270, using: &random)
      let data = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0...3, using: &random) : UInt8.random(in: 0...255, using: &random)
      }
      let octets = wire(0, 2, record(number, data) + record(1, [7, 7, 7, 7], owner: [1, 122, 0]))
      guard (try? Message(decoding: octets)) != nil else { continue }
      compared += 1
      let seen = try MessageScan.check(octets).wire
      let records = try ReferencePacket(decoding: seen).text(.answer)
      #expect(records.last == "z.\t60\tIN\tA\t7.7.7.7", "type \(number) \(data)")
    }
    #expect(compared > 1000)
  }

  @Test func signedTransactionsAreRefused() {
    expectFault(
      wire(0, 1, record(250, [UInt8](repeating: 0, count: 40))), .unexpectedType(.tsig))
  }

  /// Types of which libldns drops parts, or that hold a name behind data of unknown length.
  @Test(arguments: [11, 23, 30, 34, 38, 40, 45, 55, 249, 260, 65_280] as [UInt16])
  func otherDataAreTakenAsTheyAre(number: UInt16) throws {
    for data: [UInt8] in [[], [1], [0xC0, 12], Array(1...40)] {
      let message = try Message(
        decoding: wire(0, 2, record(number, data) + record(1, [1, 2, 3, 4])))
      #expect(message.answer.map(\.type.rawValue) == [number, 1])
      #expect(message.answer.first?.data == .other(data))
    }
  }

  /// The scan tells libldns another type; a name that leads into it is read alike by both.
  @Test func aNameInsideATypeIsReadAlike() throws {
    // The second owner is a pointer to the type of the first record, at 13.
    let message = wire(0, 2, record(40, [1]) + record(1, [1, 2, 3, 4], owner: [0xC0, 13]))
    #expect(throws: MessageError.self) { try Message(decoding: message) }
  }

  @Test(arguments: [0x40, 0x41, 0x7F, 0x80, 0xBF] as [UInt8])
  func reservedLabelBitsAreRefused(octet: UInt8) {
    let rest = [UInt8](repeating: 0, count: 200)
    expectFault(wire(1, 0, [octet] + rest), .badName)
    expectFault(wire(0, 1, record(1, rest, owner: [octet])), .badName)
    expectFault(wire(0, 1, record(2, [octet] + rest)), .badName)
  }

  @Test func namesOver255OctetsAreRefused() throws {
    let label = [63] + [UInt8](repeating: 97, count: 63)
    let three = label + label + label
    let end: [UInt8] = [0, 0, 1, 0, 1]
    let fits = three + [61] + [UInt8](repeating: 98, count: 61) + end
    #expect(try Message(decoding: wire(1, 0, fits)).question?.name.wire.count == 255)
    expectFault(wire(1, 0, three + [62] + [UInt8](repeating: 98, count: 62) + end), .badName)
    // Over the limit by way of a pointer.
    expectFault(
      wire(1, 1, three + end + record(1, [1, 2, 3, 4], owner: label + [0xC0, 12])), .badName)
  }

  @Test func dataMustStayInsideTheRecord() {
    // The exchange runs into the next record.
    expectFault(wire(0, 2, record(15, [0, 1, 5, 97]) + record(1, [1, 2, 3, 4])), .tooShort)
    expectFault(wire(0, 1, record(15, [0])), .tooShort)
    var long = wire(0, 1, record(1, [1, 2, 3, 4]))
    long[long.count - 5] = 5
    expectFault(long, .tooShort)
    // A string longer than its record, which libldns finds.
    #expect(throws: MessageError.self) {
      try Message(decoding: wire(0, 1, record(16, [9, 97, 98])))
    }
  }

  /// libldns tells which types it reads names in; each must be covered by the scan.
  @Test func everyTypeWithANameInItsDataIsScanned() throws {
    var seen: Set<UInt16> = []
    for number in UInt16.min...1_000 where ![0, 41].contains(number) {
      guard let data = Self.dataWithLoop(number) else { continue }
      seen.insert(number)
      // Of these libldns never sees what they are.
      if [23, 30, 249].contains(number) {
        #expect(try Message(decoding: wire(0, 1, record(number, data))).answer.count == 1)
        continue
      }
      let error = #expect(throws: MessageError.self, "type \(number)") {
        try Message(decoding: wire(0, 1, record(number, data)))
      }
      if case .undecodable = error {
        Issue.record("a pointer loop in type \(number) reaches libldns")
      }
    }
    #expect(seen.isSuperset(of: [2, 5, 6, 12, 15, 33, 35, 39, 46, 47]))
  }

  /// Sound octets for each field before the first name, then a pointer to itself.
  private static func dataWithLoop(_ number: UInt16) -> [UInt8]? {
    guard let descriptor = ldns_rr_descript(number) else { return nil }
    var data: [UInt8] = []
    for index in 0..<ldns_rr_descriptor_minimum(descriptor) {
      switch ldns_rr_descriptor_field_type(descriptor, index) {
      case LDNS_RDF_TYPE_DNAME:
        let position = 23 + data.count
        return data + [0xC0 | UInt8(position >> 8), UInt8(position & 255)]
          + [UInt8](repeating: 0, count: 32)
      case LDNS_RDF_TYPE_INT8, LDNS_RDF_TYPE_ALG, LDNS_RDF_TYPE_STR: data += [0]
      case LDNS_RDF_TYPE_INT16, LDNS_RDF_TYPE_TYPE, LDNS_RDF_TYPE_CERT_ALG: data += [0, 0]
      case LDNS_RDF_TYPE_INT32, LDNS_RDF_TYPE_TIME, LDNS_RDF_TYPE_PERIOD: data += [0, 0, 0, 0]
      default: return nil
      }
    }
    return nil
  }
}
