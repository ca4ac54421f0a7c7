import Diagnosis
import Localization

/// The article about one finding of the catalogue, told with the domain of its example.
public struct FindingArticle: Sendable {
  /// The id of the finding.
  public let id: FindingID
  /// Where in the order of diagnosis it belongs.
  public let layer: Layer
  /// How much it matters.
  public let severity: Severity
  /// Whether it says that something could not be checked.
  public let isUnknown: Bool
  /// RFC and section, or the document that says so.
  public let references: [String]
  /// The words, with the names and values of the example.
  public let text: FindingText

  /// When the example is said to have been looked at: 2026-11-21 08:00 UTC.
  static let exampleMoment = 1_795_248_000

  /// The article about what a rule finds.
  public init(_ rule: Rule, _ messages: Messages) {
    id = rule.id
    layer = rule.layer
    severity = rule.severity
    isUnknown = rule.isUnknown
    references = rule.references
    text = FindingText(rule.id, arguments: Self.exampleArguments(rule), messages)
  }

  /// Every article, in the order of the catalogue.
  public static func all(_ messages: Messages) -> [FindingArticle] {
    Rule.all.map { FindingArticle($0, messages) }
  }

  /// What the rule says of its own example; a placeholder stays where it says nothing.
  private static func exampleArguments(_ rule: Rule) -> [String: FindingArgument] {
    guard let evidence = try? rule.broken.evidence() else { return [:] }
    let finding = rule.findings(in: evidence).first
    return (finding?.arguments ?? [:]).mapValues {
      $0.moved(bySeconds: exampleMoment - evidence.checkedAt)
    }
  }
}

extension FindingArgument {
  /// The same at another time: examples are looked at in no real year.
  func moved(bySeconds seconds: Int) -> FindingArgument {
    switch self {
    case .moment(let moment): .moment(moment + seconds)
    case .deadline(let end): .deadline(end + seconds)
    default: self
    }
  }
}

extension FindingArticle {
  /// The key of the word for how much the finding matters.
  var severityKey: MessageKey {
    MessageKey("severity.\(isUnknown ? "unknown" : severity.rawValue)")
  }

  /// The key of the layer's name.
  var layerKey: MessageKey { MessageKey("layer.\(layer.rawValue)") }
}
