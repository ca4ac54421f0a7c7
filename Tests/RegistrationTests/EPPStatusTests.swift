import Registration
import Testing

@Suite("EPP statuses, RFC 5731, RFC 3915 and RFC 8056")
struct EPPStatusTests {
  /// RFC 8056 section 2.
  static let table = [
    ("addPeriod", "add period"), ("autoRenewPeriod", "auto renew period"),
    ("clientDeleteProhibited", "client delete prohibited"), ("clientHold", "client hold"),
    ("clientRenewProhibited", "client renew prohibited"),
    ("clientTransferProhibited", "client transfer prohibited"),
    ("clientUpdateProhibited", "client update prohibited"), ("inactive", "inactive"),
    ("linked", "associated"), ("ok", "active"), ("pendingCreate", "pending create"),
    ("pendingDelete", "pending delete"), ("pendingRenew", "pending renew"),
    ("pendingRestore", "pending restore"), ("pendingTransfer", "pending transfer"),
    ("pendingUpdate", "pending update"), ("redemptionPeriod", "redemption period"),
    ("renewPeriod", "renew period"), ("serverDeleteProhibited", "server delete prohibited"),
    ("serverHold", "server hold"), ("serverRenewProhibited", "server renew prohibited"),
    ("serverTransferProhibited", "server transfer prohibited"),
    ("serverUpdateProhibited", "server update prohibited"), ("transferPeriod", "transfer period"),
  ]

  @Test(arguments: table)
  func mapsBothWays(_ code: String, _ rdap: String) {
    #expect(EPPStatus(rdap: rdap)?.code == code)
    #expect(EPPStatus(rdap: "  " + rdap.uppercased() + " ")?.code == code)
    #expect(EPPStatus(code).rdap == rdap)
    #expect(EPPStatus(whois: code.lowercased() + " https://icann.org/epp#" + code)?.code == code)
  }

  @Test func readsWhoisLines() {
    #expect(EPPStatus(whois: "serverHold https://icann.org/epp#serverHold") == .serverHold)
    #expect(EPPStatus(whois: "  SERVERHOLD\t(x)") == .serverHold)
    #expect(EPPStatus(whois: "ok") == .ok)
    #expect(EPPStatus(whois: " \t") == nil && EPPStatus(rdap: "") == nil)
  }

  @Test func keepsUnknownStatuses() throws {
    let whois = try #require(EPPStatus(whois: "pendingVerification"))
    let rdap = try #require(EPPStatus(rdap: "pending verification"))
    #expect(whois == .pendingVerification && rdap == .pendingVerification)
    #expect(whois.code == "pendingVerification" && whois.rdap == "pending verification")
    #expect(
      EPPStatus("Connected").code == "Connected" && EPPStatus("Connected") == EPPStatus("CONNECTED")
    )
    #expect(Set([EPPStatus("Connected"), EPPStatus("CONNECTED"), .ok]).count == 2)
    #expect(EPPStatus(String(repeating: "x", count: 100_000)).code.count == 64)
    #expect(EPPStatus(rdap: String(repeating: "x y", count: 100_000))?.code.count ?? 65 <= 64)
  }

  @Test func knowsWhatStopsResolution() {
    let stopping = Self.table.map { EPPStatus($0.0) }.filter(\.stopsResolution)
    #expect(
      Set(stopping.map(\.code)) == [
        "serverHold", "clientHold", "inactive", "pendingCreate", "redemptionPeriod",
        "pendingDelete",
      ])
    #expect(
      !EPPStatus.pendingVerification.stopsResolution && !EPPStatus("serverHolding").stopsResolution)
  }

  @Test func knowsWhoSetsIt() {
    #expect(EPPStatus.serverHold.setBy == .registry && EPPStatus.clientHold.setBy == .registrar)
    #expect(EPPStatus("SERVERFOO").setBy == .registry)
    #expect(EPPStatus.ok.setBy == .none && EPPStatus.redemptionPeriod.setBy == .none)
  }
}
