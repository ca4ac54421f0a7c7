import Foundation
import Lab
import Localization
import TestSupport
import Testing

@testable import annai

extension ProgramTests {
  @Suite("annai playbook render") struct GuideTests {}
}

extension ProgramTests.GuideTests {
  @Test("Every guide in every language, in Markdown and HTML", arguments: Words.playbooks)
  func everything(_ id: String) throws {
    let place = try Place()
    for code in Words.codes {
      let words = try Words(code)
      // The page is made in the same way for all: one in each language, and one for each service.
      let isWanted = code == "ja" || id == "tencent-ses"
      for format in isWanted ? ["markdown", "html"] : ["markdown"] {
        let run = try Annai.run(
          [
            "playbook", "render", id, "--lang", code, "--format", format, "--domain",
            "mail.acme-shop.com",
          ], in: place)
        #expect(run.status == 0, "\(run)")
        let text = run.output
        #expect(text.says(try words("guide.troubles")))
        #expect(text.contains("annai check mail.acme-shop.com --playbook \(id)"))
        // A text that is missing is shown as its key, and an argument that is missing in its braces.
        #expect(text.firstMatch(of: /(playbook|playbooks|guide)\.[a-z]+\.[a-z]/) == nil, "\(run)")
        #expect(text.firstMatch(of: /\{[A-Za-z]+[,}]/) == nil || format == "html", "\(run)")
        if format == "html" { try isOnePage(text, code) } else { try isAboutOneDomain(text, words) }
      }
    }
  }

  /// The failures to expect have the names of the guide's domain, and nobody's registrar.
  private func isAboutOneDomain(_ markdown: String, _ words: Words) throws {
    let title = try words("guide.troubles")
    let troubles = try #require(markdown.components(separatedBy: "## \(title)\n").last)
    #expect(troubles.contains("acme-shop.com"))
    for name in ["example.com", "DNSPod"] { #expect(!troubles.contains(name), "\(troubles)") }
  }

  /// One page for everybody: a language, landmarks, and nothing that another machine is asked for.
  private func isOnePage(_ html: String, _ code: String) throws {
    #expect(html.hasPrefix("<!doctype html>\n<html lang=\"\(code)\">"))
    for mark in ["<header>", "<nav aria-label=", "<main id=\"guide\">", "role=\"status\""] {
      #expect(html.contains(mark), "\(mark)")
    }
    #expect(html.contains("@media print") && html.contains("prefers-color-scheme: dark"))
    #expect(!html.contains(" src=") && !html.contains("<link") && !html.contains("@import"))
    let ids = html.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
    #expect(Set(ids).count == ids.count, "an id stands twice")
    for match in html.matches(of: #/(?:href="\#|aria-labelledby=")([^"]+)"/#) {
      #expect(ids.contains(String(match.1)), "\(match.1) is nowhere")
    }
    // Every button says which value it copies.
    let buttons = html.matches(of: /<button [^>]*>/)
    #expect(!buttons.isEmpty)
    #expect(buttons.allSatisfy { $0.0.contains("data-copy=") && $0.0.contains("aria-label=") })
    for name in ["section", "ol", "ul", "dl", "details", "div", "main", "nav", "p", "li"] {
      let opened = html.matches(of: try Regex("<\(name)[ >]")).count
      #expect(opened == html.matches(of: try Regex("</\(name)>")).count, "<\(name)>")
    }
  }

  @Test("Values that are given stand in the records, and those that are not are described")
  func values() throws {
    let place = try Place()
    let key = "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDfTSdX4eVfr76WrT2sH3Sc"
    let open = try Annai.run(["playbook", "render", "tencent-ses"], in: place)
    #expect(open.output.contains("`dkimValue`"))
    let none = try Annai.run(
      ["playbook", "render", "tencent-ses", "--set", "mailServer=mx.acme-shop.com"], in: place)
    #expect(none.output.contains("`mx.acme-shop.com.`"), "\(none)")
    #expect(none.output.says(try Words("en")("guide.asked", ["ids": .list(["dkimValue"])])))
    let bad = try Annai.run(
      ["playbook", "render", "tencent-ses", "--set", "dkimValue=\(key)x!"], in: place)
    #expect(bad.status == 64, "\(bad)")
  }

  @Test("A choice that nobody made leaves both ways open; one that was made closes the other")
  func choices() throws {
    let place = try Place()
    let both = try Annai.run(["playbook", "render", "brevo"], in: place)
    #expect(both.output.contains("dkimForm=txt") && both.output.contains("dkimForm=cname"))
    let one = try Annai.run(
      ["playbook", "render", "brevo", "--set", "dkimForm=cname"], in: place)
    #expect(!one.output.contains("dkimForm=txt"), "\(one)")
    #expect(one.output.contains("CNAME"))
  }

  @Test("Text from outside becomes no markup")
  func hostile() throws {
    let place = try Place()
    let root = try place.copyResources()
    let file = "\(root)/Localizations/en/playbooks/resend.arb"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacing("\"name\": \"", with: "\"name\": \"<script>alert(1)</script>[x](y) ")
      .write(toFile: file, atomically: true, encoding: .utf8)
    let environment = ["ANNAI_RESOURCES": root]
    let html = try Annai.run(
      ["playbook", "render", "resend", "--format", "html"], in: place, environment: environment)
    #expect(html.output.contains("&lt;script&gt;alert"), "\(html)")
    #expect(!html.output.contains("<script>alert"))
    let markdown = try Annai.run(
      ["playbook", "render", "resend"], in: place, environment: environment)
    #expect(markdown.output.contains("\\<script\\>alert(1)"), "\(markdown)")
  }

  @Test("What is no domain or no playbook is said in one sentence", arguments: Words.codes)
  func refused(_ code: String) throws {
    let place = try Place()
    let domain = try Annai.run(
      ["playbook", "render", "tencent-ses", "--domain", "a b", "--lang", code], in: place)
    #expect(domain.status == 64, "\(domain)")
    #expect(domain.output == "")
    let playbook = try Annai.run(["playbook", "render", "../x", "--lang", code], in: place)
    #expect(playbook.status == 64, "\(playbook)")
  }

  @Test("The records alone are what annai records writes", arguments: RecordFile.formats)
  func recordsAlone(_ format: String) throws {
    let place = try Place()
    let words = [
      "--set", "dkimHost=qcloud._domainkey", "--set", "dkimValue=" + LabZone.dkim.joined(),
      "--format", format,
    ]
    let file = try Annai.run(["records", "mail.example.com"] + words, in: place)
    let rendered = try Annai.run(
      ["playbook", "render", "tencent-ses", "--domain", "mail.example.com"] + words, in: place)
    #expect(file.status == 0 && !file.output.isEmpty, "\(file)")
    #expect(rendered.output == file.output, "\(rendered)")
    let open = try Annai.run(
      ["playbook", "render", "tencent-ses", "--format", format], in: place)
    #expect(open.status == 3 && open.output.isEmpty, "\(open)")
    #expect(open.dialogue.contains("domain"))
  }

  @Test("The list as a page leads to the guides", arguments: Words.codes)
  func list(_ code: String) throws {
    let run = try Annai.run(["playbook", "list", "--format", "html", "--lang", code], in: Place())
    #expect(run.status == 0, "\(run)")
    for id in Words.playbooks { #expect(run.output.contains("href=\"\(id).html\"")) }
    #expect(run.output.contains("<html lang=\"\(code)\">"))
  }
}
