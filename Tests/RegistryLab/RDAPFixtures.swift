/// Answers of RDAP in the form of RFC 9083, as the registries of generic domains send them.
package enum RDAPFixtures {
  /// A domain object; `statuses` in the words of RFC 8056.
  package static func domain(
    _ name: String = "EXAMPLE.COM", statuses: [String] = ["client transfer prohibited"],
    expires: String = "2031-08-13T04:00:00Z", servers: [String] = ["F1G1NS1.DNSPOD.NET"],
    links: String = "", registrar: String = dnspod
  ) -> String {
    let nameservers = servers.map { #"{"objectClassName":"nameserver","ldhName":"\#($0)"}"# }
    return """
      {
        "objectClassName": "domain",
        "handle": "2336799_DOMAIN_COM-VRSN",
        "ldhName": "\(name)",
        "links": [
          { "value": "https://rdap.example/domain/\(name)", "rel": "self",
            "href": "https://rdap.example/domain/\(name)", "type": "application/rdap+json" }\(links)
        ],
        "status": [\(statuses.map { "\"\($0)\"" }.joined(separator: ", "))],
        "entities": [\(registrar)],
        "events": [
          { "eventAction": "registration", "eventDate": "1995-08-14T04:00:00Z" },
          { "eventAction": "expiration", "eventDate": "\(expires)" },
          { "eventAction": "last changed", "eventDate": "2026-08-14T07:01:44.123Z" },
          { "eventAction": "last update of RDAP database", "eventDate": "2026-11-24T10:00:00Z" }
        ],
        "secureDNS": { "delegationSigned": false },
        "nameservers": [\(nameservers.joined(separator: ", "))],
        "rdapConformance": ["rdap_level_0", "icann_rdap_response_profile_0"],
        "notices": [{ "title": "Terms of Use", "description": ["..."], "unknown": { "a": [1, null] } }]
      }
      """
  }

  /// A registrar with its IANA number and its card (RFC 7095).
  package static let dnspod = """
    { "objectClassName": "entity", "handle": "1697", "roles": ["registrar"],
      "publicIds": [{ "type": "IANA Registrar ID", "identifier": "1697" }],
      "vcardArray": ["vcard", [["version", {}, "text", "4.0"], ["fn", {}, "text", "DNSPod, Inc."],
        ["adr", {"cc": "cn"}, "text", ["", "", "", "", "", "", ""]]]],
      "entities": [{ "objectClassName": "entity", "roles": ["abuse"], "vcardArray": ["vcard", []] }] }
    """

  package static func related(_ address: String) -> String {
    #", {"rel":"related","href":"\#(address)","type":"application/rdap+json"}"#
  }

  package static let notFound = """
    { "rdapConformance": ["rdap_level_0"], "errorCode": 404, "title": "Not Found" }
    """
}
