import DNS

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An RDAP answer about a domain (RFC 9083 §5.3), as a registry of generic domains sends it.
struct RegistryDocument {
  let domain: DNSName
  let entry: RegistryEntry
  /// Seconds since 1970 UTC.
  let now: Int

  var json: String {
    let servers = entry.nameServers.map {
      #"{"objectClassName":"nameserver","ldhName":"\#($0.withoutFinalDot)"}"#
    }
    return """
      {"rdapConformance":["rdap_level_0"],"objectClassName":"domain",\
      "ldhName":"\(domain.withoutFinalDot)",\
      "status":[\(entry.statuses.map { "\"\($0)\"" }.joined(separator: ","))],\
      "events":[\(event("registration", entry.registered)),\
      \(event("expiration", entry.expires)),\(event("last changed", entry.changed)),\
      \(event("last update of RDAP database", 0))],\
      "nameservers":[\(servers.joined(separator: ","))],\
      "secureDNS":{"delegationSigned":false},"entities":[\(registrar)]}
      """
  }

  private var registrar: String {
    switch entry.registrar {
    case .chinese: Self.registrar("DNSPod, Inc.", country: "CN", number: 1697)
    case .other: Self.registrar("Practice Registrar", country: "US", number: nil)
    }
  }

  /// A card (RFC 7095), the country as RFC 8605 §3.1 wants it.
  private static func registrar(_ name: String, country: String, number: Int?) -> String {
    let ids = number.map { #"{"type":"IANA Registrar ID","identifier":"\#($0)"}"# } ?? ""
    return """
      {"objectClassName":"entity","roles":["registrar"],"publicIds":[\(ids)],\
      "vcardArray":["vcard",[["version",{},"text","4.0"],["fn",{},"text","\(name)"],\
      ["adr",{"cc":"\(country)"},"text",["","","","","","",""]]]]}
      """
  }

  private func event(_ action: String, _ days: Int) -> String {
    #"{"eventAction":"\#(action)","eventDate":"\#(Self.timestamp(now + days * 86_400))"}"#
  }

  /// RFC 3339 §5.6.
  private static func timestamp(_ seconds: Int) -> String {
    var moment = time_t(seconds)
    var parts = tm()
    gmtime_r(&moment, &parts)
    func padded(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
    let day = "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
    return day
      + "T\(padded(parts.tm_hour)):\(padded(parts.tm_min)):\(padded(parts.tm_sec))Z"
  }
}
