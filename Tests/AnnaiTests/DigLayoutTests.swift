import DNS
import Foundation
import Lab
import TestSupport
import Testing

extension ProgramTests {
  /// `annai dig` beside BIND's `dig`, on the same servers: the same octets, ids and times aside.
  @Suite("annai dig and dig") struct DigLayoutTests {
    /// Command lines; `@` stands for an authoritative server, whose answers do not change.
    static let commands = [
      "@ healthy.com SOA", "@ healthy.com MX +multiline", "@ +multiline +norecurse healthy.com",
      "@ +norecurse NS healthy.com", "healthy.com @ -t TXT", "@ mx healthy.com in",
      // Nothing there, no such name, another zone.
      "@ healthy.com SRV", "@ nothing.healthy.com A", "@ +norec example.org",
      // Over TCP from the start, after a cut-off answer, and cut off.
      "@ +tcp healthy.com TXT", "@ +vc +nostats healthy.com TXT", "@ big.qcloudmail.com TXT",
      "@ +ignore big.qcloudmail.com TXT", "@ +bufsize=512 +ign big.qcloudmail.com TXT",
      "@ +bufsize=4096 big.qcloudmail.com TXT", "@ +noedns big.qcloudmail.com TXT",
      "@ healthy.com ANY", "@ +notcp healthy.com ANY",
      // Flags of the query.
      "@ +nsid healthy.com", "@ +cd +noad healthy.com", "@ +cdflag +dnssec healthy.com SOA",
      "@ +subnet=203.0.113.77/20 healthy.com", "@ +subnet=192.0/16 healthy.com MX",
      "@ +subnet=2001:db8::1 healthy.com", "@ +subnet=0 healthy.com", "@ +subnet=0/0 healthy.com",
      "@ +subnet=192.0.2.1/24 +nosubnet +nsid healthy.com",
      "@ +edns=0 +noednsneg healthy.com", "@ -4 healthy.com", "@ -r -u +nostats healthy.com",
      // Parts of the output.
      "@ +noall +answer healthy.com MX", "@ +nocomments +noquestion +nostats healthy.com MX",
      "@ +nocmd +noauthority +noadditional healthy.com NS", "@ +nottlid +nocl healthy.com NS",
      "@ +ttlunits +noclass healthy.com NS", "@ +unknownformat healthy.com MX",
      "@ +identify +nostats healthy.com A", "@ +noall +stats healthy.com",
      "@ +short +identify healthy.com MX", "@ +short +noshort healthy.com MX",
      "@ +short +noanswer healthy.com MX", "@ +short +rrcomments healthy.com MX",
      // Aliases.
      "@ qcloud._domainkey.alias.com TXT", "@ +short qcloud._domainkey.alias.com TXT",
      "@ qcloud._domainkey.dname.com TXT", "@ hop1.cnamelong.com TXT +short",
      // Backwards.
      "@ -x 192.0.2.1", "@ -x 2001:db8::1 +short", "@ +noall +question -x ::ffff:192.0.2.1",
      "@ +noall +question -x 192.0.2", "@ -t txt -x 192.0.2.1", "@ -x 192.0.2.1 txt",
      // Several lookups in one call, and words that look like something else.
      "@ healthy.com mx healthy.com txt _dmarc.healthy.com txt", "@ +short mx healthy.com nomx.com",
      "@ healthy.com +short nomx.com mx", "@ healthy.com +noall +answer nomx.com",
      "@ -q mx -t a", "@ -qmx -ta", "@ -t mx mx", "@ TYPE15 healthy.com", "@", "@ .",
      "@ x.local", #"@ a\.b\032c\;.healthy.com"#, "@ HEALTHY.com mx",
    ]

    @Test func everyCommandPrintsWhatDigPrints() async throws {
      let lab = try await SharedLab.lab
      let pair = try DigPair()
      for command in Self.commands {
        let words = command.split(separator: " ").flatMap { word in
          word == "@" ? ["@\(lab.authoritative1)", "-p", "\(lab.port)"] : [String(word)]
        }
        // `dig` makes +nsid an empty option, which the server of the lab gives back as nothing.
        try pair.expectSame(words + ["+tries=2", "+time=5"])
      }
    }

    @Test func aFileOfLookupsIsReadLikeDigReadsIt() async throws {
      let lab = try await SharedLab.lab
      let pair = try DigPair()
      let lines = """
        healthy.com MX
        -q healthy.com -t TXT +noall +answer
        nomx.com +multiline SOA +nocmd
        _dmarc.healthy.com TXT -x 192.0.2.7

        """
      let file = try pair.place.write("names.txt", lines)
      let server = ["@\(lab.authoritative1)", "-p", "\(lab.port)", "+tries=2", "+time=5"]
      try pair.expectSame(server + ["-f", file])
      try pair.expectSame(server + ["-f", file, "+short"])
      try pair.expectSame(server + ["-f\(file)", "+noall", "+question", "qq.com", "A"])
      try pair.expectSame(server + ["+short", "-f", "-"], input: lines)
    }

    @Test func signaturesComeAlongWhenAskedFor() async throws {
      try await Lab.run(validating: true) { lab in
        let pair = try DigPair()
        let server = ["@\(lab.authoritative1)", "-p", "\(lab.port)", "+tries=2", "+time=5"]
        for command in [
          "+dnssec signed.com SOA", "+dnssec +multiline signed.com DNSKEY",
          "+do +short signed.com MX",
          "+dnssec +multiline nothing.signed.com A", "+dnssec +nocrypto signed.com TXT",
          "+dnssec +rrcomments +noall +answer signed.com DNSKEY",
        ] {
          let output = try pair.expectSame(server + command.split(separator: " ").map(String.init))
          let isSigned = output.contains("RRSIG") || output.contains(" 20")
          #expect(isSigned, "\(command)")
        }
        // The validator refuses what is forged, says why, and gives it to whoever wants no check.
        let validator = try #require(lab.validator)
        let asked = ["@\(validator.address)", "-p", "\(validator.port)", "+tries=2", "+time=5"]
        let refused = try pair.expectSame(asked + ["+noall", "+comments", "bogus.com", "TXT"])
        #expect(refused.contains("SERVFAIL") && refused.contains("EDE: "))
        try pair.expectSame(asked + ["+cd", "+short", "bogus.com", "TXT"])
        let valid = try pair.expectSame(asked + ["+noall", "+comments", "signed.com", "TXT"])
        #expect(valid.contains(" ad;") || valid.contains(" ad "))
      }
    }

    /// What real servers seldom say: their identity, no EDNS, a notice about a name.
    @Test func rareAnswersArePrintedAlike() throws {
      let server = try DigServer { query in
        var response = Message(response: query)
        switch query.question?.name.description {
        case "nsid.test.":
          response.ednsOptions = [EDNSOption(code: 3, data: Array("ns\u{1B}1".utf8))]
        case "old.test.":
          response = Message(
            response: query, code: query.udpPayloadSize == nil ? .noError : .formErr)
          response.udpPayloadSize = nil
        case "stale.test.":
          response.ednsOptions = [EDNSOption(code: 15, data: [0, 3] + Array("old".utf8))]
        default: response = Message(response: query, code: .servFail)
        }
        return response
      }
      let pair = try DigPair()
      for command in [
        "+nsid nsid.test", "+noedns +nsid nsid.test", "old.test", "+noedns old.test", "stale.test",
        "+bufsize=0 other.test", "+noedns +bufsize=900 other.test",
        "+noedns +dnssec other.test", "+norecurse +noadflag other.test",
      ] {
        let words = server.words() + command.split(separator: " ").map(String.init)
        let before = server.queries.count
        try pair.expectSame(words + ["+tries=1", "+time=5"])
        var queries = server.queries[before...].map { query in
          var query = query
          query.id = 0
          return query
        }
        // The server saw the same from both.
        let ours = queries.popLast()
        #expect(queries.first == ours, "\(command)")
      }
    }

    @Test func theFamilyOfAddressesIsObeyed() throws {
      let server = try DigServer(isIPv6: true) { Message(response: $0) }
      let pair = try DigPair()
      try pair.expectSame(server.words("::1") + ["-6", "+tries=1", "+time=5", "example.com"])
      #expect(server.queries.count == 2)
      for words in [["-4"] + server.words("::1"), ["-6"] + server.words()] {
        let outcome = try pair.annai(words + ["+tries=1", "+time=1", "example.com"])
        #expect(outcome.status == 4 && outcome.output.isEmpty, "\(outcome)")
        #expect(outcome.dialogue.contains("unreachable"))
      }
      #expect(server.queries.count == 2)
    }
  }
}
