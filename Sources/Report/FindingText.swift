import DNS
import Diagnosis
import Localization
import MailAuth

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
  /// Each resolver that only needs time, with how long and until when.
  public let waits: [Block.Field]

  /// The most steps that any finding has.
  static let mostSteps = 12

  /// The words for a finding; moments are told by `clock`.
  public init(_ finding: Finding, _ messages: Messages, clock: WallClock = .utc) {
    self.init(finding.id, arguments: finding.arguments, messages, clock: clock)
  }

  /// The words for a finding of the catalogue, with these arguments.
  init(
    _ id: FindingID, arguments: [String: FindingArgument], _ messages: Messages,
    clock: WallClock = .utc
  ) {
    waits = arguments.values.flatMap { $0.waits }.map { wait in
      let duration = messages.duration(seconds: wait.seconds)
      return Block.Field(
        wait.resolver.description,
        messages(
          "report.wait", ["wait": .text(duration), "time": .text(clock.text(until: wait.endsOn))]))
    }
    let arguments = arguments.mapValues { $0.localized(messages, clock) }
    func text(_ part: String) -> String {
      messages(MessageKey("finding.\(id.rawValue).\(part)"), arguments)
    }
    title = text("title")
    found = text("found")
    why = text("why")
    cause = text("cause")
    fix = (1...Self.mostSteps).map { "fix.\($0)" }
      .prefix { messages.has(MessageKey("finding.\(id.rawValue).\($0)")) }
      .map(text)
    see = text("see")
  }
}

extension FindingArgument {
  fileprivate var waits: [ResolverWait] {
    if case .waits(let waits) = self { waits } else { [] }
  }

  fileprivate func localized(_ messages: Messages, _ clock: WallClock) -> Argument {
    switch self {
    case .name(let name): .text(name.withoutFinalDot)
    case .names(let names): .list(names.map(\.withoutFinalDot))
    case .servers(let servers): .list(servers.map(\.description))
    case .text(let text): .text(text)
    case .texts(let texts): .list(texts)
    case .count(let count): .integer(count)
    case .seconds(let seconds): .text(messages.duration(seconds: seconds))
    // What is not known is a branch of its own in each text that asks.
    case .optional(let text): .text(text ?? "none")
    case .flag(let flag): .text(flag ? "yes" : "no")
    case .moment(let moment): .text(clock.text(moment))
    case .deadline(let end): .text(clock.text(until: end))
    case .waits(let waits): .list(waits.map(\.resolver.description))
    case .offset(let offset): .integer(offset + 1)
    case .offsets(let offsets): .list(offsets.map { String($0 + 1) })
    case .characters(let characters): .list(characters.map { $0.text(messages) })
    case .records(let records): .list(records.map { "\($0.name.withoutFinalDot) \($0.type)" })
    case .costs(let costs): .list(costs.map { "\($0.term) (\($0.count))" })
    case .mailboxProvider(let id): .text(MailboxProvider.named(id))
    case .numbers(let numbers): .list(numbers.map { String($0) })
    }
  }
}

extension PublishedCharacter {
  /// `U+200B ZERO WIDTH SPACE at 18` for the octet at 17: people count from 1.
  func text(_ messages: Messages) -> String {
    messages(
      "report.character", ["character": .text(description), "offset": .integer(offset + 1)])
  }
}
