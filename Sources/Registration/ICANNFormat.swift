import DNS

/// The labels that ICANN prescribes for generic domains; Verisign, .io and many others use them.
enum ICANNFormat {
  static func data(_ lines: [Substring], _ domain: DNSName) -> RegistrationData? {
    // Behind this line, `>>> Last update of whois database: 2026-11-24T10:00:00Z <<<`, stand terms.
    let end = lines.first { $0.hasPrefix(">>> Last update") }
    let lines = WHOISLines(lines.prefix { !$0.hasPrefix(">>> Last update") })
    guard WHOISFormat.names(lines.first("domain name"), domain),
      lines.has("registrar", "registry domain id", "domain status", "registry expiry date")
    else { return nil }
    var data = RegistrationData(domain: domain)
    data.add(statuses: lines.all("domain status"))
    data.add(.registration, lines.first("creation date"))
    data.add(.lastChanged, lines.first("updated date"))
    data.add(.expiration, lines.first("registry expiry date"))
    data.add(.registrarExpiration, lines.first("registrar registration expiration date"))
    let update = end?.split(separator: " ").first { $0.first?.isNumber == true }
    data.add(.databaseUpdate, update.map(String.init))
    data.add(nameServers: lines.all("name server"))
    data.isSigned = WHOISFormat.isSigned(lines.first("dnssec"))
    if let name = lines.first("registrar") {
      data.registrar = Registrar(
        name: name, ianaID: lines.first("registrar iana id").flatMap { Int($0) },
        url: lines.first("registrar url"))
    }
    data.referral = lines.first("registrar whois server").map { .whois(String($0.prefix(255))) }
    return data
  }
}
