import DNS

/// The answers of PANDI for .id and its second levels.
enum PANDIFormat {
  static func data(_ lines: [Substring], _ domain: DNSName) -> RegistrationData? {
    let lines = WHOISLines(lines)
    guard WHOISFormat.names(lines.first("domain name"), domain),
      lines.has("sponsoring registrar organization") || lines.has("created on")
    else { return nil }
    var data = RegistrationData(domain: domain)
    data.add(statuses: lines.all("status"))
    // No zone is printed, and no source says which one is meant.
    data.add(.registration, lines.first("created on"))
    data.add(.lastChanged, lines.first("last updated on"))
    data.add(.expiration, lines.first("expiration date"))
    data.add(nameServers: lines.all("name server"))
    data.isSigned = WHOISFormat.isSigned(lines.first("dnssec"))
    if let name = lines.first("sponsoring registrar organization") {
      let country = lines.first("sponsoring registrar country")?.uppercased()
      data.registrar = Registrar(
        name: name, url: lines.first("sponsoring registrar url"),
        country: country?.utf8.count == 2 ? country : nil)
    }
    return data
  }
}
