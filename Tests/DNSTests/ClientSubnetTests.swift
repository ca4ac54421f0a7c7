import DNS
import Testing

/// Networks on whose behalf questions are put, as they stand in a message.
@Suite struct ClientSubnetTests {
  private func subnet(_ address: String, _ length: UInt8) throws -> ClientSubnet {
    let address = try #require(IPAddress(address))
    return try #require(ClientSubnet(address, prefixLength: length))
  }

  /// RFC 7871 §6: only the octets that count, the rest of the last one zero.
  @Test(
    arguments: [
      ("203.0.113.77", 24, [0, 1, 24, 0, 203, 0, 113]),
      ("203.0.113.77", 32, [0, 1, 32, 0, 203, 0, 113, 77]),
      ("203.0.113.255", 20, [0, 1, 20, 0, 203, 0, 112]), ("203.0.113.77", 0, [0, 1, 0, 0]),
      ("2001:db8:ffff::1", 36, [0, 2, 36, 0, 0x20, 1, 0x0D, 0xB8, 0xF0]),
    ] as [(String, UInt8, [UInt8])]) func theOptionHoldsWhatCounts(
      address: String, length: UInt8, data: [UInt8]
    ) throws
  {
    let option = try subnet(address, length).option
    #expect(option.code == 8)
    #expect(option.data == data)
  }

  @Test func aPrefixIsNoLongerThanItsAddress() throws {
    let four = try #require(IPAddress("203.0.113.77"))
    #expect(ClientSubnet(four, prefixLength: 33) == nil)
    let six = try #require(IPAddress("2001:db8::1"))
    #expect(ClientSubnet(six, prefixLength: 129) == nil)
    #expect(try subnet("2001:db8::1", 128).option.data.count == 20)
  }

  @Test func itGoesThroughAMessage() throws {
    var query = Message(query: Question(.root, .ns), id: 1, recursionDesired: false)
    query.udpPayloadSize = 1232
    query.ednsOptions = [try subnet("203.0.113.0", 24).option]
    #expect(try Message(decoding: query.encoded()).ednsOptions == query.ednsOptions)
  }
}
