import DNS
import MailAuth
import Testing

@Suite("Mail exchangers")
struct MailExchangerTests {
  @Test func knowsNullMX() throws {
    #expect(MailExchanger(preference: 0, exchange: .root).isNull)
    #expect(MailExchanger(preference: 10, exchange: .root).isNull)
    #expect(!MailExchanger(preference: 0, exchange: try DNSName("mxbiz1.qq.com.")).isNull)
  }

  @Test func readsRecords() throws {
    let name = try DNSName("example.com")
    let mx = ResourceRecord(
      name: name, type: .mx, ttl: 600, data: .mx(preference: 10, exchange: name))
    #expect(MailExchanger(mx) == MailExchanger(preference: 10, exchange: name))
    #expect(
      MailExchanger(ResourceRecord(name: name, type: .ns, ttl: 600, data: .name(name))) == nil)
  }
}
