/// A place on the way.
public enum Position: Hashable, Sendable {
  /// A question of the playbook is open.
  case question(String)
  /// The records are shown; the person adds them at the DNS host.
  case records
  /// annai looks at the DNS.
  case verify
  /// All answers on one page, before the person submits at the service.
  case review
  /// Done.
  case finished
}

extension Position: RawRepresentable, Codable {
  private static let questionPrefix = "question:"

  /// Reads `question:domain`, `records`, `verify`, `review` or `finished`.
  public init?(rawValue: String) {
    switch rawValue {
    case "records": self = .records
    case "verify": self = .verify
    case "review": self = .review
    case "finished": self = .finished
    default:
      guard rawValue.hasPrefix(Self.questionPrefix) else { return nil }
      self = .question(String(rawValue.dropFirst(Self.questionPrefix.count)))
    }
  }

  /// The form in which a place is saved.
  public var rawValue: String {
    switch self {
    case .question(let id): Self.questionPrefix + id
    case .records: "records"
    case .verify: "verify"
    case .review: "review"
    case .finished: "finished"
    }
  }
}
