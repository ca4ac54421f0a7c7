import DNS
import Diagnosis
import Report
import Testing

/// Every lookup as a command that anybody can paste.
@Suite struct DigLineTests {
  private func line(
    _ name: String, _ type: RecordType = .txt, at address: String = "192.0.2.1",
    _ role: Observation.Role = .authoritative, edns: EDNSUse = .taken
  ) throws -> String {
    var answer = Observation.Answer(code: .noError, isAuthoritative: true, records: [])
    answer.edns = edns
    return Observation(
      question: Question(try DNSName(name), type), server: nil, address: address, role: role, at: 0,
      outcome: .answered(answer)
    ).digLine
  }

  @Test func anAuthoritativeServerIsAskedWithoutRecursion() throws {
    #expect(
      try line("_dmarc.example.com")
        == "dig @192.0.2.1 +norecurse -q _dmarc.example.com. TXT")
  }

  @Test func portsAndIPv6AreWrittenAsDigWantsThem() throws {
    #expect(
      try line("example.com", .mx, at: "127.0.0.1#5300", .resolver)
        == "dig @127.0.0.1 -p 5300 -q example.com. MX")
    #expect(
      try line("example.com", .ns, at: "2001:db8::1", .parent)
        == "dig @2001:db8::1 +norecurse -q example.com. NS")
  }

  @Test func theWayOfAskingIsKept() throws {
    #expect(try line("a.example", .a, .unvalidated).contains(" +cdflag "))
    #expect(try line("a.example", .a, edns: .unanswered).contains(" +noedns "))
    #expect(try !line("a.example", .a, .resolver).contains("+"))
  }

  @Test func aHostileNameStaysOneWord() throws {
    let name = try DNSName(labels: [Array("$(touch x)'`y`".utf8), Array("example".utf8)])
    let text = Observation(
      question: Question(name, .txt), server: nil, address: "192.0.2.1", role: .resolver, at: 0,
      outcome: .failed("timedOut")
    ).digLine
    // Nothing between single quotes means anything to a shell; the quote itself stands outside.
    #expect(text == #"dig @192.0.2.1 -q '\$\(touch\032x\)'\''`y`.example.' TXT"#)
  }
}
