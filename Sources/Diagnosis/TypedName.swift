import DNS

extension Evidence {
  /// Evidence of nothing but what was typed, when nobody can send mail from that: no server is
  /// asked about it.
  public init(refusing typed: String, at time: Int) {
    let domain =
      switch Self.fault(of: typed) {
      case .publicSuffix(let suffix)?: try? DNSName(suffix)
      default: nil as DNSName?
      }
    self.init(
      domain: domain ?? .root, registrableDomain: domain ?? .root, checkedAt: time, expected: [],
      parent: .root, delegation: .unknown, zone: domain ?? .root, nameServers: [])
    self.typed = typed
  }

  /// The domain as people may be shown it: what was typed, when that is no name.
  public var shownDomain: String {
    if domain == .root, let typed { typed } else { domain.withoutFinalDot }
  }

  /// Why what was typed is nothing to send mail from; nil when it is, or when nobody typed.
  var typedFault: SenderDomainError? { typed.flatMap(Self.fault) }

  private static func fault(of typed: String) -> SenderDomainError? {
    do throws(SenderDomainError) {
      _ = try SenderDomain(typed)
      return nil
    } catch {
      return error
    }
  }
}

extension SenderDomainError {
  /// The reason in one word; nil for a public suffix, which is a finding of its own.
  var reason: String? {
    switch self {
    case .empty: "empty"
    case .emptyLabel: "emptyLabel"
    case .tooLong: "tooLong"
    case .space: "space"
    case .mailAddress: "email"
    case .url: "url"
    case .underscore: "underscore"
    case .character: "character"
    case .hyphen: "hyphen"
    case .address: "address"
    case .publicSuffix: nil
    }
  }

  /// The domain that may have been meant.
  var suggestion: String? {
    switch self {
    case .space(let name), .mailAddress(let name), .url(let name): name
    default: nil
    }
  }

  /// Where the typed text goes wrong, in octets from 0; 0 when it is the whole.
  func offset(in typed: String) -> Int {
    let scalars = typed.unicodeScalars
    let inner = scalars.drop { $0.properties.isWhitespace }
    let place: String.Index? =
      switch self {
      case .space: inner.firstIndex { $0.properties.isWhitespace }
      case .mailAddress: scalars.lastIndex { Self.narrow($0) == "@" }
      case .url: scalars.firstIndex { ":/".unicodeScalars.contains(Self.narrow($0)) }
      case .underscore: scalars.firstIndex { Self.narrow($0) == "_" }
      case .character(let code): scalars.firstIndex { $0.value == code }
      case .emptyLabel: inner.firstIndex { Self.dots.contains($0) }
      case .hyphen(let label):
        typed.split(separator: ".").first { $0.lowercased() == label }?.startIndex
      case .empty, .tooLong, .address, .publicSuffix: nil
      }
    return place.map { typed.utf8.distance(from: typed.startIndex, to: $0) } ?? 0
  }

  /// The ASCII character that a full-width one stands for (Unicode, block FF00).
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  private static let dots = ".\u{3002}\u{FF0E}\u{FF61}".unicodeScalars
}
