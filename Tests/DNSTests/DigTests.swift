import DNS
import Testing

@testable import Lab

/// Queries that `dig` makes, and answers of ours that `dig` reads.
@Suite struct DigTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let name: String
    let type: String
    var recursion = true
    var checkingDisabled = false
    var authenticData = true
    var payload: UInt16? = 1232

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let cases = [
    Case(arguments: ["example.com", "MX"], name: "example.com.", type: "MX"),
    Case(
      arguments: ["example.com", "TXT", "+noedns"], name: "example.com.", type: "TXT", payload: nil),
    Case(
      arguments: ["example.com", "A", "+bufsize=4096"], name: "example.com.", type: "A",
      payload: 4096),
    Case(arguments: ["example.com", "AAAA", "+dnssec"], name: "example.com.", type: "AAAA"),
    Case(
      arguments: ["EXAMPLE.com", "NS", "+norecurse"], name: "EXAMPLE.com.", type: "NS",
      recursion: false),
    Case(
      arguments: ["example.com", "SOA", "+cdflag", "+noadflag"], name: "example.com.", type: "SOA",
      checkingDisabled: true, authenticData: false),
    Case(
      arguments: ["example.com", "A", "+subnet=192.0.2.0/24", "+nsid", "+padding=128"],
      name: "example.com.", type: "A"),
    Case(
      arguments: [#"a\.b\032\255.example.com"#, "TXT"], name: #"a\.b\032\255.example.com."#,
      type: "TXT"),
    Case(
      arguments: ["qcloud._domainkey.example.com", "TYPE65280"],
      name: "qcloud._domainkey.example.com.", type: "TYPE65280"),
    Case(arguments: [".", "NS"], name: ".", type: "NS"),
    Case(arguments: ["-x", "192.0.2.1"], name: "1.2.0.192.in-addr.arpa.", type: "PTR"),
  ]

  @Test(arguments: cases)
  func digAndWeUnderstandEachOther(_ row: Case) async throws {
    let server = try OneAnswerServer()
    let dig = try Dig()
    let arguments = ["@127.0.0.1", "-p", "\(server.port)", "+tries=1", "+time=9", "+comments"]
    async let output = dig.run(arguments + row.arguments)
    let query = try await server.answer { query in
      var response = Message(response: query)
      response.isAuthoritative = true
      if let question = query.question {
        response.answer = [
          ResourceRecord(
            name: question.name, type: .txt, ttl: 61,
            data: .txt([Array("two \"strings\"".utf8), [27, 255]]))
        ]
      }
      return response
    }
    #expect(query.question?.name.description == row.name)
    #expect(query.question?.type.name == row.type)
    #expect(query.recursionDesired == row.recursion)
    #expect(query.checkingDisabled == row.checkingDisabled)
    #expect(query.isAuthenticData == row.authenticData)
    #expect(query.udpPayloadSize == row.payload)
    #expect(!query.isResponse && !query.isAuthoritative && !query.isTruncated)
    #expect(query.answer.isEmpty && query.authority.isEmpty && query.additional.isEmpty)

    let reply = DigReply(try await output)
    #expect(reply.status == "NOERROR")
    #expect(reply.flags.isSuperset(of: ["qr", "aa"]))
    #expect(reply.flags.contains("rd") == row.recursion)
    #expect(reply.answers == [#""two \"strings\"" "\027\255""#])
  }

  @Test(arguments: [ResponseCode.nxDomain, .servFail, .refused, .badVers])
  func digReadsOurResponseCodes(code: ResponseCode) async throws {
    let server = try OneAnswerServer()
    let dig = try Dig()
    async let output = dig.run([
      "@127.0.0.1", "-p", "\(server.port)", "+tries=1", "+time=9", "+nobadcookie", "+noednsneg",
      "example.com",
    ])
    _ = try await server.answer { Message(response: $0, code: code) }
    #expect(DigReply(try await output).status == code.name)
  }
}
