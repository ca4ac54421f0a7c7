import Foundation

/// Which registration services are asked, and for how long.
public struct RegistrationSettings: Sendable {
  /// The RDAP service to ask for every domain instead of the registry's; for private registries.
  ///
  /// With this or `whoisServer`, no other registry is asked; see `asksRegistrar` for the registrar.
  public var rdapBase: RDAPBase?
  /// The WHOIS server to ask for every domain instead of the registry's.
  public var whoisServer: WHOISServer?
  /// Whether the registrar is asked too, when the registry's answer says that it is no longer in the
  /// DNS and names the registrar's service.
  public var asksRegistrar = true
  /// How long one service may take, connection and redirects included.
  public var patience = Duration.seconds(8)
  /// Where IANA's list is kept; nil keeps it nowhere.
  public var cacheFolder: URL?
  /// Where IANA publishes its list (RFC 9224 §8).
  var bootstrapAddress = "https://data.iana.org/rdap/dns.json"

  /// The registries' own services, with the cache folder that `environment` names, if any.
  public init(environment: (String) -> String? = { _ in nil }) {
    cacheFolder = RDAPBootstrapCache.folder(in: environment)
  }
}
