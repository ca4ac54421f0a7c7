import Foundation
import Lab
import TestSupport
import Testing

extension ProgramTests {
  /// The `dig` commands that findings tell people to run work with `annai` in front.
  @Suite("dig commands in the texts") struct DigInTextsTests {
    /// Every command in every text of every language, its placeholders filled in.
    static let commands: [String] = {
      let folder = Words.root.appending(path: "Localizations")
      var found: Set<String> = []
      let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
      for file in files ?? [] where file.hasSuffix(".arb") {
        let text = (try? String(contentsOf: folder.appending(path: file), encoding: .utf8)) ?? ""
        for match in text.matches(of: #/`(dig [^`]+)`/#) { found.insert(filled(match.output.1)) }
      }
      return found.sorted()
    }()

    private static func filled(_ command: Substring) -> String {
      var text = String(command)
      for (placeholder, value) in [
        ("{type}", "TXT"), ("{name}", "healthy.com"), ("{domain}", "healthy.com"),
        ("{zone}", "healthy.com"), ("{cut}", "healthy.com"), ("{suffix}", "healthy.com"),
        ("{expectedType}", "MX"), ("{observedType}", "TXT"), ("=NETWORK", "=203.0.113.0/24"),
        ("@RESOLVER", "@SERVER"), ("@1.1.1.1", "@SERVER"), ("{foundName}", "alias.com"),
        ("{target}", "mxbiz1.qq.com"), ("{destination}", "healthy.com"),
        ("{inheritedFrom}", "healthy.com"), ("{missingName}", "gone.healthy.com"),
        ("{server}", "f1g1ns1.dnspod.net"), ("A SERVER", "A f1g1ns1.dnspod.net"),
        ("AAAA SERVER", "AAAA f1g1ns1.dnspod.net"),
      ] { text = text.replacingOccurrences(of: placeholder, with: value) }
      return text
    }

    @Test func thereAreSome() {
      #expect(Self.commands.count > 15)
      #expect(Self.commands.contains { $0.contains("+multiline") })
    }

    @Test(arguments: commands) func everyCommandDoesWhatDigDoes(_ command: String) async throws {
      let lab = try await SharedLab.lab
      #expect(!command.contains("{"), "an unknown placeholder")
      let pair = try DigPair()
      let isTrace = command.contains("+trace")
      let hasServer = command.contains("@")
      let words = command.split(separator: " ").dropFirst().map { word in
        switch word {
        case "@SERVER": "@\(lab.authoritative1)"
        // A root server.
        case "@198.41.0.4": "@\(lab.root)"
        default: String(word)
        }
      }
      // Without a server, both ask one whose answers do not change between the two.
      let server = ["-p", "\(lab.port)"] + (hasServer ? [] : ["@\(lab.authoritative1)"])
      if isTrace {
        // Each begins at the root in its own way; annai takes the lab's by an option of its own.
        let outcome = try pair.annai(words + lab.options)
        #expect(outcome.status == 0 && outcome.dialogue.isEmpty, "\(outcome)")
        #expect(outcome.output.contains("f1g1ns1.dnspod.net."))
      } else {
        try pair.expectSame(words + server + ["+tries=2", "+time=5"])
      }
    }
  }
}
