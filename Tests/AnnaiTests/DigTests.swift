import Lab
import Localization
import TestSupport
import Testing

extension ProgramTests {
  /// `annai dig +short` beside BIND's `dig +short`, on the same servers: the same octets.
  @Suite("annai dig") struct DigTests {
    /// A zone with a record of every type in common use.
    private static let zone = ##"""
      @ NS f1g1ns1.dnspod.net.
      @ A 192.0.2.1
      @ A 192.0.2.2
      @ AAAA 2001:db8::1
      @ AAAA ::ffff:192.0.2.1
      @ MX 10 mx.types.com.
      @ TXT "v=spf1 -all"
      @ TXT "a \"quoted\" \\ word; (x) $ @" "second" ""
      @ TXT "\000\027\127\128\255"
      @ CAA 0 issue "letsencrypt.org; x=y"
      @ CAA 128 iodef "mailto:a@example.com"
      @ HTTPS 1 . alpn="h3,h2" port=8443 ipv4hint=192.0.2.1,192.0.2.2 ipv6hint=2001:db8::1
      @ SVCB 0 svc.example.com.
      @ HINFO "PC x" "Linux"
      @ RP hostmaster.types.com. txt.types.com.
      @ CDS 12345 8 2 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
      @ CDNSKEY 257 3 8 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0A=
      @ NSEC3PARAM 1 0 10 ABCD
      @ TYPE65280 \# 3 010203
      _sip._tcp SRV 1 2 5060 sip.types.com.
      enum NAPTR 100 10 "u" "E2U+sip" "!^.*$!sip:info@example.com!" .
      host SSHFP 1 2 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
      _25._tcp TLSA 3 1 1 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
      sub NS ns.sub
      ns.sub A 192.0.2.9
      sub DS 12345 8 2 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
      key DNSKEY 257 3 8 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0A=
      uri URI 10 1 "ftp://ftp.example.com/public"
      eui EUI48 00-01-02-03-04-05
      afs AFSDB 1 afs.types.com.
      ptr PTR a\.b\032c.types.com.
      tree DNAME other.types.com.
      alias CNAME second
      second CNAME third
      third A 192.0.2.3
      third TXT "behind two aliases"
      """##

    /// A name of the zone and a type; every one of them has data, but the last three.
    private static let lookups: [(String, String)] =
      [
        "A", "AAAA", "NS", "SOA", "MX", "TXT", "CAA", "HTTPS", "SVCB", "HINFO", "RP", "CDS",
        "CDNSKEY", "NSEC3PARAM", "TYPE65280",
      ].map { ("types.com", $0) } + [
        ("_sip._tcp.types.com", "SRV"), ("enum.types.com", "NAPTR"), ("host.types.com", "SSHFP"),
        ("_25._tcp.types.com", "TLSA"), ("sub.types.com", "DS"), ("key.types.com", "DNSKEY"),
        ("uri.types.com", "URI"), ("eui.types.com", "EUI48"), ("afs.types.com", "AFSDB"),
        ("ptr.types.com", "PTR"), ("tree.types.com", "DNAME"), ("alias.types.com", "A"),
        ("alias.types.com", "TXT"), ("alias.types.com", "CNAME"), ("x.tree.types.com", "A"),
        ("nothing.types.com", "A"), ("types.com", "SRV"),
      ]

    @Test func everyTypeIsPrintedAsDigPrintsIt() async throws {
      let lab = try await SharedLab.lab
      try await lab.setZone("types.com", on: .first, records: Self.zone)
      let server = ["@\(lab.authoritative1)", "-p", "\(lab.port)", "+tries=2", "+time=5"]
      var withData = 0
      for (name, type) in Self.lookups {
        let arguments = server + ["+short", name, type]
        let wanted = try await Dig().run(arguments)
        let outcome = try Annai.run(["dig"] + arguments, in: Place())
        #expect(sorted(outcome.output) == sorted(wanted), "\(name) \(type)")
        #expect(outcome.status == 0, "\(outcome)")
        if !wanted.isEmpty { withData += 1 }
      }
      // A zone that was not loaded would make all of this true of nothing.
      #expect(withData >= Self.lookups.count - 3)
    }

    /// The document of the mail service names four commands; they work with `annai` in front.
    @Test func theCommandsOfTheGuideWork() async throws {
      let lab = try await SharedLab.lab
      for words in [
        "mx +short healthy.com", "txt +short healthy.com", "txt +short _dmarc.healthy.com",
        "txt +short qcloud._domainkey.healthy.com",
      ] {
        let arguments = words.split(separator: " ").map(String.init)
        let server = ["@\(lab.resolver.address)", "-p", "\(lab.port)"]
        let wanted = try await Dig().run(server + arguments)
        let outcome = try Annai.run(["dig"] + arguments + Array(lab.options.prefix(2)), in: Place())
        #expect(!wanted.isEmpty)
        #expect(sorted(outcome.output) == sorted(wanted))
        #expect(outcome.dialogue.isEmpty)
      }
    }

    @Test func severalPairsArePrintedInTheirOrder() async throws {
      let lab = try await SharedLab.lab
      let arguments = [
        "@\(lab.resolver.address)", "-p", "\(lab.port)", "+short", "_dmarc.healthy.com", "txt",
        "mxbiz1.qq.com", "a", "-x", "192.0.2.1", "spf1.qcloudmail.com", "txt",
      ]
      let wanted = try await Dig().run(arguments)
      #expect(try Annai.run(["dig"] + arguments, in: Place()).output == wanted)
      #expect(wanted.split(separator: "\n").count == 3)
    }

    @Test func badWordsAreUsageErrors() throws {
      for arguments in [
        ["+nonsense", "x.com"], ["-p", "0", "x.com"], ["-t", "NOTYPE", "x.com"], ["a..b"],
        ["-x", "256.1.1.1"], [String(repeating: "a", count: 64) + ".com"],
        ["--format", "xml", "x.com"],
      ] {
        for code in Words.codes {
          let outcome = try Annai.run(["dig", "--lang", code] + arguments, in: Place())
          #expect(outcome.status == 64, "\(arguments): \(outcome)")
          #expect(outcome.output.isEmpty)
        }
      }
    }

    @Test func silenceIsSaidInTheLanguageAndEndsWithFour() throws {
      let place = try Place()
      let silent = try SilentPort()
      for code in Words.codes {
        let outcome = try Annai.run(
          [
            "dig", "--lang", code, "@127.0.0.1", "-p", "\(silent.number)", "+tries=1", "+time=1",
            "x.com",
          ], in: place)
        #expect(outcome.status == 4)
        let sentence = try Words(code)(
          "error.no-answer",
          [
            "server": .text("127.0.0.1#\(silent.number)"), "question": .text("x.com. A"),
            "reason": .text("timedOut"),
          ])
        #expect(outcome.dialogue.says(sentence), "\(outcome)")
      }
    }

    @Test func aTraceGoesFromTheRootToTheAnswer() async throws {
      let lab = try await SharedLab.lab
      let outcome = try Annai.run(
        ["dig", "+trace", "healthy.com", "MX"] + lab.options, in: Place())
      #expect(outcome.status == 0)
      let servers = outcome.output.split(separator: "\n").filter { $0.hasPrefix(";; Received ") }
      #expect(servers.count == 3)
      #expect(outcome.output.contains("mxbiz1.qq.com."))
    }

    private func sorted(_ output: String) -> [String] {
      output.split(separator: "\n").map(String.init).sorted()
    }
  }
}
