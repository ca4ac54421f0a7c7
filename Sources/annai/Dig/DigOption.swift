import DNS
import Resolution

/// The `+` options of `dig` that annai knows; `+no...` turns one off.
enum DigOption {
  /// Applies an option, given without its `+`; false when there is none of that name or value.
  ///
  /// A word may be cut short as long as only one option begins with it, as in `dig`.
  static func apply(_ option: String, to lookup: inout DigLookup) -> Bool {
    let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let word = (parts.first ?? "").lowercased()
    if parts.count == 2 { return setValue(word, String(parts[1]), &lookup) }
    if let set = whole(word, in: switches) {
      set(&lookup, true)
    } else if word.hasPrefix("no"), let set = whole(String(word.dropFirst(2)), in: switches) {
      set(&lookup, false)
    } else {
      return redundant.contains(word)
    }
    return true
  }

  private typealias Switch = (name: String, set: @Sendable (inout DigLookup, Bool) -> Void)

  private static let switches: [Switch] = [
    ("tcp", { $0.setTCP($1) }), ("vc", { $0.setTCP($1) }),
    ("recurse", { $0.options.recursion = $1 }), ("rdflag", { $0.options.recursion = $1 }),
    ("dnssec", { $0.options.dnssec = $1 }), ("do", { $0.options.dnssec = $1 }),
    ("ignore", { $0.options.ignoresTruncation = $1 }),
    ("nsid", { $0.options.serverIdentity = $1 }),
    ("cdflag", { $0.options.checkingDisabled = $1 }),
    ("adflag", { $0.options.asksForAuthenticity = $1 }),
    ("ad", { $0.options.asksForAuthenticity = $1 }),
    ("edns", { $0.options.payloadSize = $1 ? Message.safePayloadSize : nil }),
    ("idnin", { $0.isInternationalized = $1 }),
    (
      "trace",
      { lookup, isOn in
        lookup.traces = isOn
        guard isOn else { return }
        lookup.options.dnssec = true
        lookup.display.setTrace()
      }
    ),
    ("short", { $0.display.isShort = $1 }),
    ("all", { $0.display.setAll($1) }), ("cmd", { $0.display.showsCommand = $1 }),
    ("comments", { $0.display.set(.comments, $1) }),
    ("question", { $0.display.set(.question, $1) }),
    ("answer", { $0.display.set(.answer, $1) }),
    ("authority", { $0.display.set(.authority, $1) }),
    ("additional", { $0.display.set(.additional, $1) }),
    ("stats", { $0.display.showsStatistics = $1 }),
    ("ttlid", { $0.display.columns.showsTTL = $1 }),
    ("class", { $0.display.columns.showsClass = $1 }),
  ]

  /// What annai does anyway, or never does: such words change nothing.
  private static let redundant: Set<String> = [
    "fail", "crypto", "ednsnegotiation", "nobesteffort", "nocookie", "nobadcookie", "nosearch",
    "nodefname", "noshowsearch", "nonssearch", "noidnout", "nomultiline",
    "norrcomments", "nottlunits", "nounknownformat", "noexpandaaaa", "noidentify", "noyaml", "noqr",
    "nokeepopen", "nokeepalive", "noexpire", "nosubnet", "noheader-only", "noaaflag", "noaaonly",
    "noraflag", "notcflag", "nozflag", "nocoflag", "notls", "nohttps", "nodns64prefix",
    "noednsopt", "noednsflags", "noopcode",
  ]

  private static func whole(
    _ word: String, in switches: [Switch]
  ) -> (@Sendable (inout DigLookup, Bool) -> Void)? {
    if let exact = switches.first(where: { $0.name == word }) { return exact.set }
    let candidates = switches.filter { $0.name.hasPrefix(word) }
    return word.utf8.count > 1 && candidates.count == 1 ? candidates[0].set : nil
  }

  private static func setValue(_ word: String, _ value: String, _ lookup: inout DigLookup) -> Bool {
    guard value.utf8.allSatisfy({ 48...57 ~= $0 }), let number = Int(value) else { return false }
    switch word {
    case "bufsize":
      guard let size = UInt16(exactly: number), size >= 512 else { return false }
      lookup.options.payloadSize = size
    case "edns": return number == 0
    case "time", "timeout":
      guard number <= 300 else { return false }
      let tries = lookup.options.patience?.count ?? 1
      // `dig` takes no less than a second either.
      lookup.options.patience = Array(repeating: .seconds(max(1, number)), count: tries)
    case "tries", "retry":
      guard number <= 20 else { return false }
      let tries = max(1, word == "retry" ? number + 1 : number)
      let last = lookup.options.patience?.last ?? .seconds(5)
      lookup.options.patience = Array(repeating: last, count: tries)
    default: return false
    }
    return true
  }
}
