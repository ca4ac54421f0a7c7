import DNS

/// The answers of CNNIC for .cn and .中国.
enum CNNICFormat {
  /// Dates come without a zone, in Chinese time.
  private static let offset = 8 * 3600

  static func data(_ lines: [Substring], _ domain: DNSName) -> RegistrationData? {
    let lines = WHOISLines(lines)
    guard WHOISFormat.names(lines.first("domain name"), domain),
      lines.has("registration time", "sponsoring registrar")
    else { return nil }
    var data = RegistrationData(domain: domain)
    data.add(statuses: lines.all("domain status"))
    data.add(.registration, lines.first("registration time"), offset: offset)
    data.add(.expiration, lines.first("expiration time"), offset: offset)
    data.add(nameServers: lines.all("name server"))
    data.isSigned = WHOISFormat.isSigned(lines.first("dnssec"))
    data.registrar = lines.first("sponsoring registrar").map { Registrar(name: $0) }
    return data
  }
}
