import DNS
import Resolution

extension DigOption {
  /// Every `+` option of `dig` 9.18.
  static let all = queries + displays + layouts + harmless + refused

  private static func flag(
    _ name: String, _ set: @escaping @Sendable (inout DigLookup, Bool) -> Void
  ) -> DigOption { DigOption(name: name, set: set) }

  private static func number(
    _ name: String, _ values: ClosedRange<Int>,
    _ set: @escaping @Sendable (inout DigLookup, Int) -> Void
  ) -> DigOption { DigOption(name: name, values: values, setValue: set) }

  /// What is asked, and how.
  private static let queries: [DigOption] = [
    flag("tcp") { $0.setTCP($1) }, flag("vc") { $0.setTCP($1) },
    flag("recurse") { $0.options.recursion = $1 }, flag("rdflag") { $0.options.recursion = $1 },
    flag("dnssec") { $0.options.dnssec = $1 }, flag("do") { $0.options.dnssec = $1 },
    flag("ignore") { $0.options.ignoresTruncation = $1 },
    flag("nsid") { lookup, isOn in
      lookup.options.serverIdentity = isOn
      if isOn { lookup.usesEDNS = true }
    },
    flag("cdflag") { $0.options.checkingDisabled = $1 },
    flag("cd") { $0.options.checkingDisabled = $1 },
    flag("adflag") { $0.options.asksForAuthenticity = $1 },
    flag("ad") { $0.options.asksForAuthenticity = $1 },
    DigOption(
      name: "edns", set: { $0.usesEDNS = $1 }, values: 0...0,
      setValue: { lookup, _ in lookup.usesEDNS = true }),
    DigOption(
      name: "bufsize", set: { lookup, _ in lookup.bufferSize = nil }, values: 0...65_535,
      setValue: { $0.bufferSize = UInt16(clamping: $1) }),
    DigOption(
      name: "subnet", set: { lookup, _ in lookup.setSubnet(nil) }, example: "192.0.2.0/24",
      setText: { lookup, text in
        guard let option = text == "0" ? ClientSubnet.noNetwork : ClientSubnet(text)?.option else {
          return false
        }
        lookup.setSubnet(option)
        return true
      }),
    flag("fail") { $0.stopsAtFailure = $1 },
    flag("idnin") { $0.isInternationalized = $1 },
    flag("trace") { lookup, isOn in
      lookup.traces = isOn
      guard isOn else { return }
      lookup.options.dnssec = true
      lookup.display.setTrace()
    },
    number("time", 0...300) { $0.setTime($1) }, number("timeout", 0...300) { $0.setTime($1) },
    number("tries", 0...20) { $0.setTries($1) },
    number("retry", 0...19) { $0.setTries($1 + 1) },
    number("retries", 0...19) { $0.setTries($1 + 1) },
  ]

  /// Which parts of an answer are printed.
  private static let displays: [DigOption] = [
    flag("short") { $0.display.setShort($1) }, flag("all") { $0.display.setAll($1) },
    flag("cmd") { $0.display.showsCommand = $1 },
    flag("comments") { $0.display.set(.comments, $1) },
    flag("question") { $0.display.set(.question, $1) },
    flag("answer") { $0.display.set(.answer, $1) },
    flag("authority") { $0.display.set(.authority, $1) },
    flag("additional") { $0.display.set(.additional, $1) },
    flag("stats") { $0.display.showsStatistics = $1 },
    flag("identify") { $0.display.showsServer = $1 },
  ]

  /// How a record is written.
  private static let layouts: [DigOption] = [
    flag("multiline") { $0.display.columns.style.isMultiline = $1 },
    flag("rrcomments") { $0.display.columns.style.showsComments = $1 },
    flag("crypto") { $0.display.columns.style.hidesCryptography = !$1 },
    flag("unknownformat") { $0.display.columns.style.isGeneric = $1 },
    flag("expandaaaa") { $0.display.columns.style.expandsIPv6 = $1 },
    flag("idnout") { $0.display.columns.style.showsUnicode = $1 },
    flag("ttlid") { $0.display.columns.showsTTL = $1 },
    flag("ttl") { $0.display.columns.showsTTL = $1 },
    flag("ttlunits") { lookup, isOn in
      lookup.display.columns.showsTTL = true
      lookup.display.columns.hasUnits = isOn
    },
    flag("class") { $0.display.columns.showsClass = $1 },
    flag("cl") { $0.display.columns.showsClass = $1 },
    DigOption(
      name: "split", set: { $0.display.columns.style.chunk = $1 ? nil : 0 }, values: 0...1023,
      setValue: { $0.display.columns.style.chunk = ($1 + 3) / 4 * 4 }),
  ]

  /// What makes no difference: annai sends no cookies and prints what can be read.
  private static let harmless: [DigOption] = [
    "badcookie", "besteffort", "ednsnegotiation", "keepopen", "mapped", "onesoa",
  ].map { name in flag(name) { _, _ in } }

  /// What annai does not do; without it nothing changes.
  private static let refused: [DigOption] = [
    "aaflag", "aaonly", "coflag", "cookie", "defname", "dns64prefix", "domain", "dscp",
    "ednsflags", "ednsopt", "expire", "header-only", "https", "https-get", "https-post",
    "http-plain", "http-plain-get", "http-plain-post", "keepalive", "ndots", "nssearch", "opcode",
    "padding", "qid", "qr", "raflag", "search", "showbadcookie",
    "showsearch", "sigchase", "tcflag", "tls", "tls-ca", "tls-certfile", "tls-hostname",
    "tls-keyfile", "topdown", "trusted-key",
    "unexpected", "yaml", "zflag",
  ].map { DigOption(name: $0, isRefused: true) }
}

extension DigLookup {
  fileprivate mutating func setSubnet(_ option: EDNSOption?) {
    options.ednsOptions = option.map { [$0] } ?? []
    if option != nil { usesEDNS = true }
  }

  /// `dig` takes no less than a second either.
  fileprivate mutating func setTime(_ seconds: Int) {
    let tries = options.patience?.count ?? 1
    options.patience = Array(repeating: .seconds(max(1, seconds)), count: tries)
  }

  fileprivate mutating func setTries(_ count: Int) {
    let last = options.patience?.last ?? .seconds(5)
    options.patience = Array(repeating: last, count: max(1, count))
  }
}
