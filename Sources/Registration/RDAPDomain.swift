import DNS
import Foundation

/// A domain object of RDAP, read with tolerance: what is missing or odd is left out (RFC 9083 §5.3).
package struct RDAPDomain: Decodable {
  /// RFC 7480 §4.2.
  package static let mediaType = "application/rdap+json"

  private var objectClassName: String?
  private var ldhName: String?
  private var unicodeName: String?
  private var status: Lenient<[Lenient<String>]>?
  private var events: Lenient<[Lenient<Event>]>?
  private var nameservers: Lenient<[Lenient<Server>]>?
  private var secureDNS: Lenient<Secure>?
  private var entities: Lenient<[Lenient<RDAPEntity>]>?
  private var links: Lenient<[Lenient<Link>]>?

  private struct Event: Decodable {
    let eventAction: String
    let eventDate: String
  }
  private struct Server: Decodable {
    let ldhName: String?
    let unicodeName: String?
  }
  private struct Secure: Decodable { let delegationSigned: Bool? }
  private struct Link: Decodable {
    let rel: String?
    let href: String?
    let type: String?
  }

  /// Reads the answer about `domain`; throws `unreadable` when it is not one.
  package static func data(
    _ json: Data, about domain: DNSName
  ) throws(RegistrationFailure) -> RegistrationData {
    guard JSONDepth.isBounded(json),
      let object = try? JSONDecoder().decode(RDAPDomain.self, from: json),
      object.objectClassName == "domain", object.isAbout(domain)
    else { throw .unreadable }
    return object.data(domain)
  }

  /// RFC 9083 §3: `ldhName` has A-labels; some servers write U-labels there, or only `unicodeName`.
  private func isAbout(_ domain: DNSName) -> Bool {
    [ldhName, unicodeName].compactMap { $0 }
      .contains { (try? DNSName(internationalized: $0)) == domain }
  }

  private func data(_ domain: DNSName) -> RegistrationData {
    var data = RegistrationData(domain: domain)
    for text in Self.list(status) {
      if let status = EPPStatus(rdap: text), !data.statuses.contains(status) {
        data.statuses.append(status)
      }
    }
    for event in Self.list(events) {
      if let action = RegistrationEvent.Action(rawValue: event.eventAction.lowercased()),
        data[action] == nil, let date = RegistrationDate(event.eventDate)
      {
        data.events.append(RegistrationEvent(action, date))
      }
    }
    for server in Self.list(nameservers) {
      if let name = server.ldhName ?? server.unicodeName,
        let server = try? DNSName(internationalized: name), !data.nameServers.contains(server)
      {
        data.nameServers.append(server)
      }
    }
    data.isSigned = secureDNS?.value?.delegationSigned
    data.registrar = Self.list(entities).lazy.compactMap(\.registrar).first
    // RFC 7483 and RFC 9083 §4.2: the registrar's answer is a related resource of the same kind.
    let related = Self.list(links).first {
      $0.rel == "related" && ($0.type ?? Self.mediaType) == Self.mediaType
    }
    data.referral = related?.href.map { .rdap(String($0.prefix(1024))) }
    return data
  }

  private static func list<Element>(_ list: Lenient<[Lenient<Element>]>?) -> [Element] {
    (list?.value ?? []).prefix(RegistrationData.longestList).compactMap(\.value)
  }
}

/// A value, or nothing when what stands there is of another kind.
package struct Lenient<Value: Decodable>: Decodable {
  package let value: Value?
  package init(from decoder: any Decoder) throws { value = try? Value(from: decoder) }
}
