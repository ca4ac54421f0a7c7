import Lab
import Localization
import Testing

extension ProgramTests {
  /// A key that cannot be published is refused before anybody publishes it.
  @Suite("Pasted keys") struct KeyAnswerTests {
    private static let answers: [(value: String, key: String)] = [
      ("v=DKIM1; k=rsa; p=" + Lab.dkimValue.dropFirst(18).prefix(200), "key.truncated"),
      ("v=DKIM1; k=ed25519; p=" + Lab.dkimValue.dropFirst(18), "key.type"),
      ("v=DKIM1; k=rsa; p=AAAA", "key.notSequence"),
      // The nine numbers of a private key (RFC 8017 §A.1.2), each of them small.
      ("v=DKIM1; k=rsa; p=MCMCAQACAhABAgIQAgICEAMCAhAEAgIQBQICEAYCAhAHAgIQCA==", "key.fields"),
    ]

    @Test(arguments: answers.indices, Words.codes) func isRefused(
      _ index: Int, _ code: String
    ) throws {
      let place = try Place()
      let (value, key) = Self.answers[index]
      // The beginning of the sentence, in front of its first value.
      let sentence = try Words(code)("record.fault.\(key)")
      let start = String(sentence.prefix { $0 != "{" })
      for arguments in [
        ["check", "healthy.com"], ["setup", "--practice", "healthy", "--no-input"],
      ] {
        let run = try Annai.run(
          arguments + ["--set", "dkimValue=\(value)", "--lang", code], in: place)
        #expect(run.status == 64, "\(run)")
        #expect(run.dialogue.says(start), "\(run)")
        #expect(run.output == "")
      }
    }
  }
}
