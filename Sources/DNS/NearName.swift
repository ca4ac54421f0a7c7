import CPSL

/// The domain that somebody may have meant whose text has an ending that does not exist.
///
/// Only the spelling is looked at; nobody is asked. A name whose top-level domain is in the public
/// suffix list is never doubted: it may be somebody's.
public enum NearName {
  /// The name near a typed text: `mail.example.com` for `mail.example.con`, `mail.example,com` and
  /// `mail.examplecom`; nil where there is nothing to doubt, or no near name.
  public static func of(_ typed: String) -> DNSName? {
    guard typed.utf8.count <= SenderDomain.longestText else { return nil }
    let text = SenderDomain.normalised(typed)
    let labels = text.split(omittingEmptySubsequences: false) { $0 == "." || isDotLike($0) }
      .map(String.init)
    guard let last = labels.last, !last.isEmpty else { return nil }
    if isKnown(last) {
      // Then only a comma in place of a dot can be meant otherwise.
      return labels.count > 1 && text.contains(where: isDotLike) ? name(labels) : nil
    }
    return slip(in: labels) ?? missedDot(in: labels)
  }

  /// The ending that does not exist, as it was typed: `con`.
  public static func unknownEnding(of name: DNSName) -> String? {
    guard let last = name.labels.last.map({ String(decoding: $0, as: UTF8.self) }),
      !isKnown(last)
    else { return nil }
    return last
  }

  /// An ending that is one slip of the fingers away from a known one.
  private static func slip(in labels: [String]) -> DNSName? {
    for count in [2, 1] where labels.count > count {
      let ending = labels.suffix(count).joined(separator: ".")
      let known = endings.first { isSlip(ending, of: $0) }
      if let known, let name = name(labels.dropLast(count) + [known]) { return name }
    }
    return nil
  }

  /// An ending without its dot: `examplecom`, `examplecoid`.
  private static func missedDot(in labels: [String]) -> DNSName? {
    guard let last = labels.last else { return nil }
    let known = endings.first { ending in
      let letters = ending.filter { $0 != "." }
      return letters.count > 2 && last.hasSuffix(letters) && last.count >= letters.count + 3
    }
    guard let known else { return nil }
    let own = last.dropLast(known.count { $0 != "." })
    return name(labels.dropLast() + [String(own), known])
  }

  /// Whether `typed` becomes `meant` by adding, dropping or replacing one sign, or by swapping two.
  ///
  /// Of two letters nearly every pair is a country: there, only letters that were swapped or typed
  /// twice are a slip.
  static func isSlip(_ typed: String, of meant: String) -> Bool {
    var (left, right) = (Array(typed)[...], Array(meant)[...])
    while let first = left.first, first == right.first {
      left.removeFirst()
      right.removeFirst()
    }
    while let last = left.last, last == right.last {
      left.removeLast()
      right.removeLast()
    }
    let isSwap = left.count == 2 && Array(left.reversed()) == Array(right)
    let isOneSign = max(left.count, right.count) == 1
    guard meant.count == 2 else { return isSwap || isOneSign }
    return Set(typed) == Set(meant) && (isSwap || (isOneSign && typed.count == 3))
  }

  private static func name(_ labels: some Sequence<String>) -> DNSName? {
    (try? SenderDomain(labels.joined(separator: ".")))?.name
  }

  /// Signs that a dot is mistaken for; NFKC has narrowed the full-width ones.
  private static func isDotLike(_ character: Character) -> Bool { ",;、".contains(character) }

  private static func isKnown(_ label: String) -> Bool {
    guard let list = psl_builtin(), !reserved.contains(label) else { return true }
    // Without the rule "*", by which every unknown name would be one.
    let types = Int32(PSL_TYPE_ICANN | PSL_TYPE_NO_STAR_RULE)
    return psl_is_public_suffix2(list, label, types) != 0
  }

  /// Endings that are no top-level domains and never will be (RFC 2606 §2, RFC 6761, RFC 6762, RFC
  /// 8375, and ICANN's `internal`), and those that private networks use.
  private static let reserved: Set<String> = [
    "test", "example", "invalid", "localhost", "local", "onion", "alt", "arpa", "internal", "lan",
    "home", "corp",
  ]

  /// Endings that people mean who mistype one, the likeliest first: those of everybody, then those
  /// of the countries whose languages annai speaks and of their neighbours.
  private static let endings = [
    "com", "net", "org", "info", "biz", "co.id", "co.kr", "co.jp", "or.id", "or.kr", "or.jp",
    "web.id", "my.id", "ac.id", "sch.id", "go.id", "net.id", "biz.id", "ne.kr", "re.kr", "pe.kr",
    "ac.kr", "go.kr", "ne.jp", "ac.jp", "go.jp", "com.cn", "com.sg", "com.my", "com.tw", "com.hk",
    "co.th", "com.vn", "com.au", "co.uk", "id", "kr", "jp", "cn", "shop", "store", "online", "site",
    "asia", "tokyo", "app", "dev", "xyz",
  ]
}
