extension Observation.Outcome: Codable {
  private enum Kind: String, CodingKey { case answered, failed }

  /// Decodes what `encode` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Kind.self)
    if let reason = try container.decodeIfPresent(String.self, forKey: .failed) {
      self = .failed(reason)
    } else {
      self = .answered(try container.decode(Observation.Answer.self, forKey: .answered))
    }
  }

  /// Encodes `{"answered": {...}}` or `{"failed": "timedOut"}`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Kind.self)
    switch self {
    case .answered(let answer): try container.encode(answer, forKey: .answered)
    case .failed(let reason): try container.encode(reason, forKey: .failed)
    }
  }
}
