import DNS
import Foundation

/// What a registry or a registrar publishes about one domain.
///
/// Text comes from the network: control characters are kept and are escaped where it is shown.
public struct RegistrationData: Hashable, Sendable, Codable {
  /// The domain in A-labels.
  public var domain: DNSName
  /// The registry's statuses, in the order given; empty when it gives none.
  public var statuses: [EPPStatus] = []
  /// What happened or will happen, one event an action.
  public var events: [RegistrationEvent] = []
  /// The name servers that the registry holds, whether or not they are published.
  public var nameServers: [DNSName] = []
  /// Whom the owner must ask.
  public var registrar: Registrar?
  /// Whether the registry holds DNSSEC keys for the domain; nil when it does not say.
  public var isSigned: Bool?
  /// Where the registrar's own answer is found, as the registry says.
  public var referral: RegistrarReferral?

  /// Data about `domain` of which nothing else is known.
  public init(domain: DNSName) { self.domain = domain }

  /// The date of an event.
  public subscript(action: RegistrationEvent.Action) -> RegistrationDate? {
    events.first { $0.action == action }?.date
  }

  /// Lists from outside are cut here; unit: elements.
  static let longestList = 32
  /// Names of registrars and the like are cut here; unit: characters.
  static let longestText = 256
}

/// Something with a date in the life of a registration (RFC 9083 §10.2.3).
public struct RegistrationEvent: Hashable, Sendable, Codable {
  /// The kinds of events that annai uses.
  public enum Action: String, Hashable, Sendable, Codable, CaseIterable {
    /// The domain was registered.
    case registration
    /// The registry's term ends or ended.
    case expiration
    /// Something about the registration changed.
    case lastChanged = "last changed"
    /// The registrar's term ends or ended, which can differ from the registry's.
    case registrarExpiration = "registrar expiration"
    /// The domain came from another registrar.
    case transfer
    /// The service brought its own data up to date.
    case databaseUpdate = "last update of rdap database"
  }

  /// What.
  public let action: Action
  /// When.
  public let date: RegistrationDate

  /// An event from its parts.
  public init(_ action: Action, _ date: RegistrationDate) {
    self.action = action
    self.date = date
  }
}

/// The company through which a domain is registered.
public struct Registrar: Hashable, Sendable, Codable {
  /// Its name as the registry prints it, at most 256 characters.
  public var name: String
  /// Its number in IANA's list of registrars.
  public var ianaID: Int?
  /// Its web site.
  public var url: String?
  /// The two letters of its country (ISO 3166-1), as the registry says or as its number tells.
  public var country: String?

  /// A registrar from its parts; the country of some registrars is known from `ianaID`.
  public init(name: String, ianaID: Int? = nil, url: String? = nil, country: String? = nil) {
    self.name = String(name.prefix(RegistrationData.longestText))
    self.ianaID = ianaID
    self.url = url.map { String($0.prefix(RegistrationData.longestText)) }
    self.country = country ?? ianaID.flatMap { Self.countries[$0] }
  }

  /// Large registrars by number: Alibaba Cloud (420, 1599), West.cn (1556), DNSPod of Tencent
  /// (1697), Gabia (244), GMO (49).
  private static let countries = [
    420: "CN", 1599: "CN", 1556: "CN", 1697: "CN", 244: "KR", 49: "JP",
  ]
}

/// Where a registrar answers for itself.
public enum RegistrarReferral: Hashable, Sendable {
  /// The address of its RDAP answer for this domain.
  case rdap(String)
  /// Its WHOIS server.
  case whois(String)
}
