import Localization

/// Played walkthroughs as JSON: `annai.walkthrough/1`. Only `title` and `message` are translated.
struct WalkthroughDocument: Encodable {
  private let schema = "annai.walkthrough/1"
  private let walkthroughs: [Entry]

  private struct Entry: Encodable {
    let id: String
    let language: String
    let title: String
    let passed: Bool
    let exit: Int32
    let expectations: Int
    let unmet: [UnmetEntry]
  }

  private struct UnmetEntry: Encodable {
    let line: Int
    let code: String
    let message: String
  }

  init(_ plays: [Play]) {
    walkthroughs = plays.map { play in
      Entry(
        id: play.id, language: play.language, title: play.title, passed: play.unmet.isEmpty,
        exit: play.exit.rawValue, expectations: play.expectations,
        unmet: play.unmet.map {
          UnmetEntry(line: $0.line, code: $0.code, message: $0.text(play.messages))
        })
    }
  }
}
