import Resolution
import Testing

@testable import DNS

@Suite struct RootHintsTests {
  @Test func readsServersAndTheirAddresses() throws {
    let hints = try RootHints(
      zoneText: """
        ; as IANA publishes them
        .                    3600000 NS   A.ROOT-SERVERS.NET.
        A.ROOT-SERVERS.NET.  3600000 A    198.41.0.4
        A.ROOT-SERVERS.NET.  3600000 AAAA 2001:503:ba3e::2:30
        .                    3600000 NS   b.root-servers.net.
        b.root-servers.net.  3600000 A    192.0.2.2
        unrelated.example.   60      A    192.0.2.3
        """)
    #expect(
      hints.servers.map(\.name.withoutFinalDot) == ["A.ROOT-SERVERS.NET", "b.root-servers.net"])
    #expect(
      hints.servers.map { $0.addresses.map(\.description) }
        == [["198.41.0.4", "2001:503:ba3e::2:30"], ["192.0.2.2"]])
  }

  @Test func aNameIsTheSameInAnyCase() throws {
    let hints = try RootHints(
      zoneText: ". NS A.Example.\na.eXample. A 192.0.2.1")
    #expect(hints.servers.first?.addresses.count == 1)
  }

  @Test func aServerWithoutAddressIsKeptBesideOneWith() throws {
    let hints = try RootHints(
      zoneText: ". NS a.example.\n. NS b.example.\nb.example. A 192.0.2.1")
    #expect(hints.servers.map(\.addresses.count) == [0, 1])
  }

  @Test(arguments: [
    "", "; nothing", ". NS a.example.", "a.example. A 192.0.2.1",
    ". NS a.example.\nb.example. A 192.0.2.1",
  ]) func aFileWithoutAnyServerIsRefused(text: String) {
    #expect(throws: RootHintsError.noServer) { try RootHints(zoneText: text) }
  }

  @Test func aLineThatIsNoRecordIsNamed() {
    #expect(
      throws: RootHintsError.unreadable(ZoneTextError(line: 2, reason: .unreadableRecord))
    ) {
      try RootHints(zoneText: ". NS a.example.\nthis is no record\n")
    }
    #expect(throws: RootHintsError.unreadable(ZoneTextError(line: 1, reason: .unbalanced))) {
      try RootHints(zoneText: ". NS ( a.example.")
    }
  }

  @Test func aFileTooLongIsRefused() {
    let text = String(repeating: " ", count: ZoneText.longest + 1)
    #expect(throws: RootHintsError.unreadable(ZoneTextError(line: 1, reason: .tooLong))) {
      try RootHints(zoneText: text)
    }
  }

  @Test func theBuiltInHintsAreThirteenServers() {
    let servers = RootHints.iana.servers
    #expect(servers.count == 13)
    #expect(Set(servers.map(\.name)).count == 13)
    #expect(Set(servers.flatMap(\.addresses)).count == 13)
    #expect(servers.first?.name.withoutFinalDot == "a.root-servers.net")
  }
}
