import Testing

@testable import Playbook

@Suite struct BlastenginePlanTests {
  @Test func theCustomerChoosesTheSelector() throws {
    let answers: Answers = [
      "domain": "mail.example.co.jp", "dkimHost": "be2026._domainkey",
      "dkimValue": "v=DKIM1; k=rsa; p=AAAA",
    ]
    #expect(
      try Shipped.rows("blastengine", answers, zone: "example.co.jp") == [
        "spf mail TXT v=spf1 include:spf.besender.jp ~all",
        "dkim be2026._domainkey.mail TXT v=DKIM1; k=rsa; p=AAAA",
      ])
    #expect(try Shipped.playbook("blastengine").input("dkimHost")?.default == nil)
  }

  /// The private key is at home; nobody is asked for it, and it is refused where it is pasted.
  @Test func thePrivateKeyIsNoAnswer() throws {
    let input = try Shipped.playbook("blastengine").input("dkimValue")
    #expect(throws: InputFault.self) {
      try input?.answer("-----BEGIN PRIVATE KEY----- MIIEvQIBADANBg== -----END PRIVATE KEY-----")
    }
  }
}
