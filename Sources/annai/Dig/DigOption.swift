import DNS
import Resolution

/// The `+` options of `dig` that annai knows; `+no...` turns one off.
enum DigOption {
  /// Applies an option, given without its `+`; false when there is none of that name or value.
  static func apply(_ option: String, to lookup: inout DigLookup) -> Bool {
    let parts = option.split(separator: "=", maxSplits: 1).map(String.init)
    guard let word = parts.first?.lowercased() else { return false }
    if parts.count == 2 { return setValue(word, parts[1], &lookup) }
    let isOn = !word.hasPrefix("no")
    switch isOn ? word : String(word.dropFirst(2)) {
    case "tcp", "vc": lookup.options.overTCP = isOn
    case "recurse", "rec", "rdflag": lookup.options.recursion = isOn
    case "trace": lookup.traces = isOn
    case "dnssec", "do": lookup.options.dnssec = isOn
    case "nsid": lookup.options.serverIdentity = isOn
    case "cdflag", "cd", "cdflags": lookup.options.checkingDisabled = isOn
    case "adflag", "ad": lookup.options.asksForAuthenticity = isOn
    case "edns": lookup.options.payloadSize = isOn ? Message.safePayloadSize : nil
    // Accepted because people type them; the output has these parts or not by itself.
    case "comments", "cmd", "stats", "question", "answer", "authority", "additional", "all",
      "cookie", "idnin", "idnout":
      break
    default: return false
    }
    return true
  }

  private static func setValue(_ word: String, _ value: String, _ lookup: inout DigLookup) -> Bool {
    guard let number = Int(value) else { return false }
    switch word {
    case "bufsize":
      guard let size = UInt16(exactly: number), size >= 512 else { return false }
      lookup.options.payloadSize = size
    case "time", "timeout":
      guard (1...300).contains(number) else { return false }
      let tries = lookup.options.patience?.count ?? 1
      lookup.options.patience = Array(repeating: .seconds(number), count: tries)
    case "tries", "retry":
      let tries = word == "retry" ? number + 1 : number
      guard (1...20).contains(tries) else { return false }
      let last = lookup.options.patience?.last ?? .seconds(5)
      lookup.options.patience = Array(repeating: last, count: tries)
    default: return false
    }
    return true
  }
}
