extension AliasChain.Ending: Codable {
  private enum Kind: String, CodingKey { case records, nothing }

  /// The endings of which there is nothing more to say, each a word.
  private static let words: [(String, Self)] = [
    ("loop", .loop), ("tooLong", .tooLong), ("unknown", .unknown),
  ]

  /// Decodes what `encode` writes.
  public init(from decoder: any Decoder) throws {
    if let word = try? decoder.singleValueContainer().decode(String.self) {
      guard let ending = Self.words.first(where: { $0.0 == word })?.1 else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "the end of an alias"))
      }
      self = ending
      return
    }
    let container = try decoder.container(keyedBy: Kind.self)
    if let records = try container.decodeIfPresent([ResourceRecord].self, forKey: .records) {
      self = .records(records)
    } else {
      self = .nothing(try container.decode(ResponseCode.self, forKey: .nothing))
    }
  }

  /// Encodes `{"records": [...]}`, `{"nothing": 3}` with the response code, or a word.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .records(let records):
      var container = encoder.container(keyedBy: Kind.self)
      try container.encode(records, forKey: .records)
    case .nothing(let code):
      var container = encoder.container(keyedBy: Kind.self)
      try container.encode(code, forKey: .nothing)
    case .loop, .tooLong, .unknown:
      var container = encoder.singleValueContainer()
      try container.encode(Self.words.first { $0.1 == self }?.0)
    }
  }
}
