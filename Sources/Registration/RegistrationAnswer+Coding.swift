extension RegistrationResult: Codable {
  private enum Kind: String, CodingKey { case found, failed }
  private static let absence = "notFound"

  /// Decodes what `encode` writes.
  public init(from decoder: any Decoder) throws {
    if let word = try? decoder.singleValueContainer().decode(String.self) {
      guard word == Self.absence else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "what came of a question"))
      }
      self = .notFound
      return
    }
    let container = try decoder.container(keyedBy: Kind.self)
    if let failure = try container.decodeIfPresent(RegistrationFailure.self, forKey: .failed) {
      self = .failed(failure)
    } else {
      self = .found(try container.decode(RegistrationData.self, forKey: .found))
    }
  }

  /// Encodes `{"found": {...}}`, `{"failed": {...}}` or the word `notFound`.
  public func encode(to encoder: any Encoder) throws {
    if case .notFound = self {
      var container = encoder.singleValueContainer()
      return try container.encode(Self.absence)
    }
    var container = encoder.container(keyedBy: Kind.self)
    switch self {
    case .found(let data): try container.encode(data, forKey: .found)
    case .failed(let failure): try container.encode(failure, forKey: .failed)
    case .notFound: break
    }
  }
}

extension RegistrationFailure: Codable {
  private enum CodingKeys: String, CodingKey { case code, retryAfter }

  private static let plain: [RegistrationFailure] = [
    .noService, .noLibrary, .timeout, .unreachable, .tls, .serverError, .unreadable, .tooLarge,
    .refused, .redirects, .cancelled,
  ]

  /// Decodes what `encode` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let code = try container.decode(String.self, forKey: .code)
    let limited = RegistrationFailure.rateLimited(
      retryAfter: try container.decodeIfPresent(Int.self, forKey: .retryAfter))
    guard let failure = (Self.plain + [limited]).first(where: { $0.code == code }) else {
      throw DecodingError.dataCorruptedError(
        forKey: .code, in: container, debugDescription: "the reason of a failure")
    }
    self = failure
  }

  /// Encodes the code, and after how many seconds the service may be asked again.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(code, forKey: .code)
    if case .rateLimited(let seconds) = self {
      try container.encodeIfPresent(seconds, forKey: .retryAfter)
    }
  }
}

extension RegistrarReferral: Codable {
  private enum Kind: String, CodingKey { case rdap, whois }

  /// Decodes what `encode` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Kind.self)
    if let address = try container.decodeIfPresent(String.self, forKey: .rdap) {
      self = .rdap(address)
    } else {
      self = .whois(try container.decode(String.self, forKey: .whois))
    }
  }

  /// Encodes `{"rdap": "https://..."}` or `{"whois": "whois.example"}`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Kind.self)
    switch self {
    case .rdap(let address): try container.encode(address, forKey: .rdap)
    case .whois(let host): try container.encode(host, forKey: .whois)
    }
  }
}
