import DNS

/// The answers of KRNIC for .kr and .한국: the same facts in Korean, then in English.
enum KRNICFormat {
  /// Dates are days in Korea.
  private static let offset = 9 * 3600

  static func data(_ lines: [Substring], _ domain: DNSName) -> RegistrationData? {
    // One part is enough; both would give each fact twice.
    let english = lines.drop { !$0.hasPrefix("# ENGLISH") }
    let lines = WHOISLines(english.isEmpty ? lines[...] : english)
    guard WHOISFormat.names(lines.first("domain name", "도메인이름"), domain),
      lines.has("authorized agency", "등록대행자", "registered date", "등록일")
    else { return nil }
    var data = RegistrationData(domain: domain)
    data.add(statuses: lines.all("domain status", "등록정보 보호"))
    data.add(.registration, lines.first("registered date", "등록일"), offset: offset)
    data.add(.lastChanged, lines.first("last updated date", "최근 정보 변경일"), offset: offset)
    data.add(.expiration, lines.first("expiration date", "사용 종료일"), offset: offset)
    data.add(nameServers: lines.all("host name", "호스트이름"))
    let dnssec = lines.first("dnssec")
    data.isSigned = dnssec == "미서명" ? false : WHOISFormat.isSigned(dnssec)
    // `Name(http://address)`.
    data.registrar = lines.first("authorized agency", "등록대행자").map { text in
      let parts = text.split(separator: "(http", maxSplits: 1)
      let url = parts.count == 2 ? "http" + parts[1].prefix { $0 != ")" } : nil
      return Registrar(name: String(parts.first ?? ""), url: url)
    }
    return data
  }
}
