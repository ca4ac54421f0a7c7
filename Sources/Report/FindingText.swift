import DNS
import Diagnosis
import Localization

/// The words for one finding in one language.
public struct FindingText: Sendable {
  /// What it is, in a few words.
  public let title: String
  /// What was seen, with this domain's data.
  public let found: String
  /// Why it matters.
  public let why: String
  /// What may be behind it, worded as far as it is proven.
  public let cause: String
  /// What to do, step by step.
  public let fix: [String]
  /// How to see it with `dig`.
  public let see: String

  /// The most steps that any finding has.
  static let mostSteps = 12

  /// The words for a finding.
  public init(_ finding: Finding, _ messages: Messages) {
    let arguments = finding.arguments.mapValues { $0.localized(messages) }
    func text(_ part: String) -> String {
      messages(MessageKey("finding.\(finding.id.rawValue).\(part)"), arguments)
    }
    title = text("title")
    found = text("found")
    why = text("why")
    cause = text("cause")
    fix = (1...Self.mostSteps).map { "fix.\($0)" }
      .prefix { messages.has(MessageKey("finding.\(finding.id.rawValue).\($0)")) }
      .map(text)
    see = text("see")
  }
}

extension FindingArgument {
  fileprivate func localized(_ messages: Messages) -> Argument {
    switch self {
    case .name(let name): .text(name.withoutFinalDot)
    case .names(let names): .list(names.map(\.withoutFinalDot))
    case .servers(let servers): .list(servers.map(\.description))
    case .text(let text): .text(text)
    case .texts(let texts): .list(texts)
    case .count(let count): .integer(count)
    case .seconds(let seconds): .text(messages.duration(seconds: seconds))
    case .moment(let moment): .text(Timestamp.text(moment))
    case .offsets(let offsets): .list(offsets.map(String.init))
    case .characters(let characters): .list(characters.map { $0.text(messages) })
    case .records(let records): .list(records.map { "\($0.name.withoutFinalDot) \($0.type)" })
    }
  }
}

extension PublishedCharacter {
  /// `U+200B ZERO WIDTH SPACE at 17`.
  func text(_ messages: Messages) -> String {
    messages(
      "report.character", ["character": .text(description), "offset": .integer(offset)])
  }
}
