import DNS

/// A term that is a known slip, and what was probably meant.
public struct SPFMisspelling: Hashable, Sendable {
  /// The text as it stands; broken UTF-8 is replaced.
  public let term: String
  /// Where it begins in the text of the record; unit: octets from 0.
  public let offset: Int
  /// What to write instead: one term, or several with spaces between them.
  public let suggestion: String

  /// Slips of one record that are reported.
  public static let most = 100
  /// Terms of one record that are looked at; a record that people write has a few dozen.
  public static let mostTerms = 1000

  /// The known slips in the text of a record, in their order; a suggestion always is sound SPF.
  ///
  /// A term without a fault is reported too when it cannot mean what it says: `include=x.example`
  /// is a modifier that every receiver ignores.
  public static func find(in octets: [UInt8]) -> [SPFMisspelling] {
    guard octets.count <= SPFRecord.longest else { return [] }
    let terms = octets.split(separator: UInt8(ascii: " ")).prefix(mostTerms).filter {
      // The version, which has a finding of its own.
      $0.startIndex > 0 || !$0.foldedText.hasPrefix("v=")
    }
    var found: [SPFMisspelling] = []
    var index = 0
    while index < terms.count, found.count < most {
      let term = terms[index]
      let next = index + 1 < terms.count ? terms[index + 1] : nil
      if let next, let joined = SPFSlip.joined(term, next) {
        let text = octets[term.startIndex..<next.endIndex].text
        found.append(SPFMisspelling(term: text, offset: term.startIndex, suggestion: joined))
        index += 1
      } else if let meant = SPFSlip.meant(by: term) {
        found.append(
          SPFMisspelling(term: term.text, offset: term.startIndex, suggestion: meant))
      }
      index += 1
    }
    return found
  }
}

/// How people get terms wrong.
private enum SPFSlip {
  /// Terms beyond this length are no slips, in octets.
  private static let longest = 512
  private static let mechanisms = ["all", "include", "a", "mx", "ptr", "ip4", "ip6", "exists"]
  private static let modifiers = ["redirect", "exp"]
  /// What editors and word processors put in the place of ASCII.
  private static let typography: [(String, String)] = [
    ("\u{2010}", "-"), ("\u{2011}", "-"), ("\u{2012}", "-"), ("\u{2013}", "-"), ("\u{2014}", "-"),
    ("\u{2212}", "-"), ("\u{FF0D}", "-"), ("\u{FF5E}", "~"), ("\u{223C}", "~"), ("\u{02DC}", "~"),
    ("\u{FF1A}", ":"), ("\u{FF0B}", "+"), ("\u{FF1F}", "?"), ("\u{3002}", "."), ("\u{FF0E}", "."),
    ("\u{201C}", ""), ("\u{201D}", ""), ("\u{2018}", ""), ("\u{2019}", ""), ("\u{00A0}", ""),
    ("\u{3000}", ""), ("\u{200B}", ""), ("\u{FEFF}", ""), ("\"", ""), ("'", ""),
  ]

  /// `include: x.example`: a value that a space has torn from its name.
  static func joined(_ term: ArraySlice<UInt8>, _ next: ArraySlice<UInt8>) -> String? {
    guard term.last == UInt8(ascii: ":") || term.last == UInt8(ascii: "="),
      term.count + next.count <= longest, !isSound(term.text), !isSound(next.text)
    else { return nil }
    let whole = term.text + next.text
    return isSound(whole) ? whole : meant(by: Array(whole.utf8)[...])
  }

  /// What a term was meant to be; nil when it is sound or nobody knows.
  static func meant(by term: ArraySlice<UInt8>) -> String? {
    guard term.count <= longest else { return nil }
    var text = term.text
    if let odd = ignoredModifier(text) ?? gluedEnding(text) { return odd }
    if isSound(text) { return nil }
    for (wrong, right) in typography { text = text.replacing(wrong, with: right) }
    // "a,mx" and "a;": other languages separate with these, SPF with spaces only.
    let pieces = text.split { ",;".contains($0) }.map { repaired(String($0)) }
    let meant = pieces.joined(separator: " ")
    guard !pieces.isEmpty, pieces.allSatisfy(isSound) else { return nil }
    return meant
  }

  private static func isSound(_ text: String) -> Bool {
    (try? SPFTerm(parsing: Array(text.utf8)[...])) != nil
  }

  /// `include=x.example` or `ip4=192.0.2.1`: a modifier by its form, so nobody reads it.
  private static func ignoredModifier(_ text: String) -> String? {
    guard case .unknown(let name, let value)? = try? SPFTerm(parsing: Array(text.utf8)[...]),
      mechanisms.contains(name)
    else { return nil }
    let meant = value.isEmpty ? name : "\(name):\(value)"
    return isSound(meant) ? meant : nil
  }

  /// `include:x.example-all`: the space before the ending is missing.
  private static func gluedEnding(_ text: String) -> String? {
    for ending in ["-all", "~all", "?all", "+all"] where text.lowercased().hasSuffix(ending) {
      let front = String(text.dropLast(ending.count))
      guard front.contains(":") || front.lowercased().hasPrefix("redirect="), isSound(front) else {
        continue
      }
      return front + " " + ending
    }
    return nil
  }

  private static func repaired(_ text: String) -> String {
    if isSound(text) { return text }
    if let glued = gluedEnding(text) { return glued }
    let qualifier = String(text.prefix { "+-~?".contains($0) }.prefix(1))
    let rest = text.drop { "+-~?".contains($0) }
    // "192.0.2.1" alone.
    if let bare = network(String(rest)) { return qualifier + bare }
    let name = rest.prefix { !":=/".contains($0) }.lowercased()
    let tail = rest.dropFirst(name.count)
    let value = String(tail.drop { ":=".contains($0) })
    if ["ip", "ipv4", "ipv6", "ip4", "ip6", "ip-4", "ip-6", "a", "mx", "include", "host"]
      .contains(name), let network = network(value)
    {
      return qualifier + network
    }
    let trimmed = name.trimmed(of: ".-_")
    guard let known = closest(to: trimmed) else { return text }
    if modifiers.contains(known) { return "\(known)=\(value)" }
    // A length stays as it is, a value goes behind a colon.
    return qualifier + known + (tail.isEmpty || tail.first == "/" ? String(tail) : ":\(value)")
  }

  /// `ip4:` or `ip6:` in front of what is an address or a network.
  private static func network(_ text: String) -> String? {
    guard let address = IPAddress(String(text.prefix { $0 != "/" })) else { return nil }
    let meant = (address.isIPv6 ? "ip6:" : "ip4:") + text
    return isSound(meant) ? meant : nil
  }

  /// The name that differs in one letter, or in two that changed places; `a` and `mx` must be equal.
  private static func closest(to name: String) -> String? {
    let known = mechanisms + modifiers
    if known.contains(name) { return name }
    guard (2...10).contains(name.utf8.count) else { return nil }
    return known.first { $0.utf8.count >= 3 && isClose(Array($0.utf8), Array(name.utf8)) }
  }

  private static func isClose(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let front = zip(left, right).prefix { $0 == $1 }.count
    let back = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    let shorter = min(left.count, right.count)
    let longer = max(left.count, right.count)
    // One letter more, less or other: all but one stand in the beginning and the end.
    if longer - shorter <= 1, front + back >= longer - 1 { return true }
    guard left.count == right.count, front + back == longer - 2 else { return false }
    return left[front] == right[front + 1] && left[front + 1] == right[front]
  }
}

extension String {
  fileprivate func trimmed(of marks: String) -> String {
    let front = drop { marks.contains($0) }
    return String(front.reversed().drop { marks.contains($0) }.reversed())
  }
}
