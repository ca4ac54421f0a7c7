extension SPFPrefixLengths: CustomStringConvertible {
  /// The shortest `dual-cidr-length` that says the same; empty for whole addresses.
  public var description: String {
    (ipv4 == 32 ? "" : "/\(ipv4)") + (ipv6 == 128 ? "" : "//\(ipv6)")
  }
}

extension SPFMechanism: CustomStringConvertible {
  /// The canonical text: name in small letters, default prefix lengths left out.
  public var description: String {
    switch self {
    case .all: "all"
    case .include(let domain): "include:\(domain)"
    case .a(let domain, let lengths): "a\(Self.suffix(domain))\(lengths)"
    case .mx(let domain, let lengths): "mx\(Self.suffix(domain))\(lengths)"
    case .ptr(let domain): "ptr\(Self.suffix(domain))"
    case .ip4(let address, let length): "ip4:\(address)" + (length == 32 ? "" : "/\(length)")
    case .ip6(let address, let length): "ip6:\(address)" + (length == 128 ? "" : "/\(length)")
    case .exists(let domain): "exists:\(domain)"
    }
  }

  private static func suffix(_ domain: DomainSpec?) -> String {
    domain.map { ":\($0)" } ?? ""
  }
}

extension SPFDirective: CustomStringConvertible {
  /// The canonical text; `+` is left out.
  public var description: String {
    (qualifier == .pass ? "" : qualifier.rawValue) + mechanism.description
  }
}

extension SPFTerm: CustomStringConvertible {
  /// The canonical text.
  public var description: String {
    switch self {
    case .directive(let directive): directive.description
    case .redirect(let domain): "redirect=\(domain)"
    case .explanation(let domain): "exp=\(domain)"
    case .unknown(let name, let value): "\(name)=\(value)"
    }
  }
}
