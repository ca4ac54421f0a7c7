import ArgumentParser
import Localization
import Report
import Terminal

/// How a played walkthrough is written.
enum WalkthroughFormat: String, ExpressibleByArgument, CaseIterable {
  /// What was shown and typed, and the result.
  case text
  /// The result only: `annai.walkthrough/1`.
  case json
  /// A page for a documentation.
  case markdown
  /// A recording that terminals play, asciicast v3.
  case asciicast
  /// Test results for a continuous integration.
  case junit

  func text(_ plays: [Play], _ shell: Shell) throws -> String {
    switch self {
    case .text: plays.map { Transcript($0, shell).text }.joined(separator: "\n")
    case .json: try JSONText.encode(WalkthroughDocument(plays), pretty: true)
    case .markdown: plays.map { WalkthroughMarkdown($0).text }.joined(separator: "\n")
    case .asciicast: try plays.map { try Asciicast($0, shell).text }.joined()
    case .junit: JUnit(plays).text
    }
  }
}
