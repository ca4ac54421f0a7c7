import DNS

/// The answers of JPRS for .jp: labels in brackets, English with `/e`, else Japanese.
enum JPRSFormat {
  /// Dates are in Japanese time.
  private static let offset = 9 * 3600

  static func data(_ lines: [Substring], _ domain: DNSName) -> RegistrationData? {
    let lines = WHOISLines(pairs: lines.compactMap(pair))
    guard WHOISFormat.names(lines.first("domain name", "ドメイン名"), domain) else { return nil }
    var data = RegistrationData(domain: domain)
    // Organisational names carry their end in the line of the state: `Connected (2027/03/31)`.
    let state = lines.first("status", "state", "状態")?.split(separator: "(", maxSplits: 1) ?? []
    if let status = state.first.flatMap({ EPPStatus(rdap: String($0)) }) {
      data.statuses = [status]
    }
    data.add(
      .registration, lines.first("created on", "registered date", "登録年月日"), offset: offset)
    data.add(.lastChanged, lines.first("last updated", "last update", "最終更新"), offset: offset)
    data.add(.expiration, lines.first("expires on", "有効期限"), offset: offset)
    if state.count == 2 {
      data.add(.expiration, String(state[1].prefix { $0 != ")" }), offset: offset)
    }
    data.add(nameServers: lines.all("name server", "ネームサーバ"))
    if lines.has("signing key", "署名鍵") {
      data.isSigned = lines.first("signing key", "署名鍵") != nil
    }
    return data
  }

  /// `[Label]  value` or `a. [Label]  value`; the lines of the banner begin with `[ `.
  private static func pair(_ line: Substring) -> (label: Substring, value: Substring)? {
    var rest = line.drop(while: \.isWhitespace)
    if rest.dropFirst().hasPrefix(". [") { rest = rest.dropFirst(3) }
    guard rest.hasPrefix("["), !rest.hasPrefix("[ "), let end = rest.firstIndex(of: "]") else {
      return nil
    }
    return (rest.dropFirst().prefix(upTo: end), rest[rest.index(after: end)...])
  }
}
