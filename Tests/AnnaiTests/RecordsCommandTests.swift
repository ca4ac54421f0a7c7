import Foundation
import Localization
import Terminal
import Testing

extension ProgramTests {
  @Suite("annai records") struct RecordsCommandTests {
    static let key = "v=DKIM1; k=rsa; p=\(String(repeating: "QUFB", count: 98))"
    static let formats = [
      "bind", "cloudflare", "dnspod", "terraform-tencentcloud", "terraform-cloudflare",
      "terraform-cloudflare-4", "octodns", "dnscontrol",
    ]

    /// The ids in the list of DNS hosts.
    static let hosts: [String] = {
      let file = Words.root.appending(path: "Playbooks/dns-hosts.yaml")
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      return text.matches(of: /(?m)^  - id: (.+)$/).map { String($0.1) }
    }()
  }
}

extension ProgramTests.RecordsCommandTests {
  private func run(_ arguments: [String], _ code: String = "en") throws -> Annai.Outcome {
    try Annai.run(
      ["records", "mail.example.com", "--lang", code, "--set", "dkimValue=\(Self.key)"]
        + arguments, in: Place())
  }

  /// Hosts whose forms differ most from each other.
  private static let unlike = ["dnspod", "gabia", "onamae", "value-domain", "route-53"]

  @Test("Every host, and the most different ones in every language", arguments: Words.codes)
  func everyHost(_ code: String) throws {
    #expect(Self.hosts.count >= 65)
    let words = try Words(code)
    let turn = try #require(Words.codes.firstIndex(of: code))
    for (index, id) in Self.hosts.enumerated()
    where index % Words.codes.count == turn || Self.unlike.contains(id) {
      let run = try run(["--host", id], code)
      #expect(run.status == 0, "\(id): \(run)")
      #expect(run.dialogue == "")
      // A key that is in no table would stand there as it is.
      #expect(run.output.firstMatch(of: /(dns-host|record)\.[a-z]/) == nil, "\(id)")
      #expect(!run.output.unicodeScalars.contains(where: isRawControl))
      for part in [
        "qcloud._domainkey.mail", "_dmarc.mail", "mxbiz1.qq.com", "v=spf1 include:qcloudmail.com",
      ] { #expect(run.output.contains(part), "\(id): \(part)") }
      #expect(run.output.says(try words("record.add")))
      // The colons of each card stand in one column, whatever the labels are.
      for card in run.output.components(separatedBy: "\n\n") {
        let cells = card.split(separator: "\n").filter { $0.hasPrefix("  ") }
          .compactMap { line in
            line.firstRange(of: " : ").map { DisplayWidth.of(String(line[..<$0.lowerBound])) }
          }
        #expect(Set(cells).count <= 1, "\(id) \(code):\n\(card)")
      }
    }
  }

  @Test("Every format", arguments: formats)
  func everyFormat(_ format: String) throws {
    let run = try run(["--format", format])
    #expect(run.status == 0, "\(run)")
    #expect(run.dialogue == "")
    #expect(run.output.contains("v=spf1 include:qcloudmail.com ~all"))
    #expect(run.output.utf8.last == UInt8(ascii: "\n"))
    // The same from the environment.
    let again = try Annai.run(
      ["records", "mail.example.com", "--set", "dkimValue=\(Self.key)"], in: Place(),
      environment: ["ANNAI_FORMAT": format])
    #expect(again.output == run.output)
  }

  @Test func theZoneMakesTheHostLabels() throws {
    #expect(try run(["--format", "bind"]).output.contains("$ORIGIN example.com.\nmail 600 IN MX"))
    let own = try run(["--format", "bind", "--zone", "mail.example.com"])
    #expect(own.output.contains("$ORIGIN mail.example.com.\n@ 600 IN MX"))
  }

  @Test("What cannot be done is said", arguments: Words.codes)
  func wrong(_ code: String) throws {
    let words = try Words(code)
    let zone = try run(["--zone", "example.net"], code)
    #expect(zone.status == 64)
    #expect(
      zone.dialogue.says(
        try words.error(
          "record.zone-elsewhere",
          ["zone": .text("example.net"), "domain": .text("mail.example.com")])))
    let host = try run(["--host", "nowhere"], code)
    #expect(host.status == 64)
    #expect(
      host.dialogue.says(try words.error("record.host-no-such", ["id": .text("nowhere")])))
    let format = try run(["--format", "excel"], code)
    #expect(format.status == 64)
    #expect(
      format.dialogue.says(
        try words.error(
          "usage.invalid-value",
          ["value": .text("excel"), "option": .text("--format <format>")])))
    let open = try Annai.run(["records", "mail.example.com", "--lang", code], in: Place())
    #expect(open.status == 3)
    #expect(open.output == "")
    #expect(
      open.dialogue.says(
        try words.error(
          "error.input-needed",
          ["ids": .list(["dkimValue"]), "flag": .text("--set dkimValue=...")])))
    let domain = try Annai.run(["records", "com", "--lang", code], in: Place())
    #expect(domain.status == 64)
  }
}
