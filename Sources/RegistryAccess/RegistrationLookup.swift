import DNS
import Foundation
import Registration

/// Asks the registry of a domain: RDAP first, WHOIS for registries without it or when it fails.
public struct RegistrationLookup: Sendable {
  private let settings: RegistrationSettings
  var rdap = RDAPClient()
  var whois = WHOISClient()

  /// A lookup with these settings.
  public init(_ settings: RegistrationSettings = RegistrationSettings()) {
    self.settings = settings
  }

  /// What the services say about the domain under which `name` stands, in the order asked.
  ///
  /// Only the registrable domain is sent, to the services that the answers name. Empty when `name`
  /// is a public suffix. Ends at `deadline` at the latest; never throws, a failure is an answer.
  public func answers(
    for name: DNSName, until deadline: ContinuousClock.Instant
  ) async -> [RegistrationAnswer] {
    guard let domain = PublicSuffixList.registrableDomain(of: name) else { return [] }
    var answers = await overRDAP(domain, deadline)
    if answers.allSatisfy({ $0.failure != nil }), answers.last?.failure != .cancelled {
      answers += await overWHOIS(domain, deadline)
    }
    if answers.isEmpty {
      answers = [
        RegistrationAnswer(
          domain: domain, source: .rdap, server: "", askedAt: Date(), result: .failed(.noService))
      ]
    }
    return answers
  }

  private func limit(_ deadline: ContinuousClock.Instant) -> ContinuousClock.Instant {
    min(deadline, .now + settings.patience)
  }

  private func overRDAP(
    _ domain: DNSName, _ deadline: ContinuousClock.Instant
  ) async -> [RegistrationAnswer] {
    guard let base = await base(domain, limit(deadline)) else { return [] }
    let answer = await rdap.answer(about: domain, at: base, until: limit(deadline))
    guard let data = answer.data, asksRegistrar(data), case .rdap(let address)? = data.referral,
      let second = await rdap.answer(
        about: domain, referredTo: address, by: base, until: limit(deadline))
    else { return [answer] }
    return [answer, second]
  }

  private func overWHOIS(
    _ domain: DNSName, _ deadline: ContinuousClock.Instant
  ) async -> [RegistrationAnswer] {
    let known = settings.rdapBase == nil ? WHOISService(for: domain) : nil
    guard let service = settings.whoisServer.map(WHOISService.init(server:)) ?? known else {
      return []
    }
    let answer = await whois.answer(about: domain, at: service, until: limit(deadline))
    guard let data = answer.data, asksRegistrar(data), case .whois(let host)? = data.referral,
      let second = await whois.answer(
        about: domain, referredTo: host, by: service.server, until: limit(deadline))
    else { return [answer] }
    return [answer, second]
  }

  /// The registrar can add something only when the domain is kept out of the DNS.
  private func asksRegistrar(_ data: RegistrationData) -> Bool {
    settings.asksRegistrar && data.statuses.contains(where: \.stopsResolution)
  }

  /// The service for `domain`: a fresh kept list, else the built-in one, else IANA's, else an old
  /// kept one.
  private func base(_ domain: DNSName, _ deadline: ContinuousClock.Instant) async -> RDAPBase? {
    if let base = settings.rdapBase { return base }
    if settings.whoisServer != nil { return nil }
    let cache = settings.cacheFolder.map(RDAPBootstrapCache.init(folder:))
    let kept = cache?.load(at: Date())
    if let kept, kept.isFresh { return kept.bootstrap.base(for: domain) }
    if let base = RDAPBootstrap.builtIn.base(for: domain) { return base }
    let top = domain.labels.last.map { String(decoding: $0, as: UTF8.self).lowercased() }
    // What IANA did not list lately is asked over WHOIS without the detour.
    if let top, RDAPBootstrap.knownAbsent.contains(top) { return nil }
    guard let url = URL(string: settings.bootstrapAddress),
      case .success(let reply) = await rdap.get(
        url, accept: "application/json", limit: RDAPBootstrap.mostOctets, until: deadline),
      let fetched = RDAPBootstrap(json: reply.body)
    else { return kept?.bootstrap.base(for: domain) }
    cache?.store(reply.body)
    return fetched.base(for: domain)
  }
}
