import CPSL

/// The public suffix list that libpsl carries: under which names people can register domains.
public enum PublicSuffixList {
  /// The name that was registered: one label more than the public suffix.
  ///
  /// Nil when `name` is itself a public suffix or the root. Only ICANN's part of the list counts:
  /// a private suffix such as a hosting company's is not a registry.
  public static func registrableDomain(of name: DNSName) -> DNSName? {
    var registrable: DNSName?
    var candidate: DNSName? = name
    while let current = candidate, current != .root {
      if isPublicSuffix(current) { return registrable }
      registrable = current
      candidate = current.parent
    }
    return nil
  }

  /// Whether `name` is an entry of the list, such as `com` or `co.id`.
  public static func isPublicSuffix(_ name: DNSName) -> Bool {
    guard let list = psl_builtin() else { return name.labels.count < 2 }
    // A top-level domain that the list does not know is a suffix too (its rule "*").
    return psl_is_public_suffix2(list, name.lowercasedText, Int32(PSL_TYPE_ICANN)) != 0
  }

  /// Whether `name` is in the part of the list that companies fill: they give names below it to
  /// their customers, as `github.io` does.
  public static func isPrivateSuffix(_ name: DNSName) -> Bool {
    guard name.labels.count > 1, let list = psl_builtin() else { return false }
    return psl_is_public_suffix2(list, name.lowercasedText, Int32(PSL_TYPE_PRIVATE)) != 0
  }
}

extension DNSName {
  /// Lower case without the final dot: the form in which libpsl compares.
  fileprivate var lowercasedText: String { withoutFinalDot.lowercased() }
}
