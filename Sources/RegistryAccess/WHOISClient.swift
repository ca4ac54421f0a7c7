import DNS
import Foundation
import Registration

/// Asks WHOIS servers: one line there, everything until the end of the stream back (RFC 3912 §2).
struct WHOISClient: Sendable {
  /// Honest answers have 1 to 10 KB.
  static let mostOctets = 256 * 1024

  /// Asks the registry's service about `domain`.
  func answer(
    about domain: DNSName, at service: WHOISService, until deadline: ContinuousClock.Instant
  ) async -> RegistrationAnswer {
    await answer(about: domain, at: service, speaker: .registry, deadline)
  }

  /// Asks the registrar's server that the registry's answer names.
  ///
  /// Nil when it must not be asked: it is the same server again, or not a public one.
  func answer(
    about domain: DNSName, referredTo host: String, by registry: WHOISServer,
    until deadline: ContinuousClock.Instant
  ) async -> RegistrationAnswer? {
    guard let named = WHOISServer(host), !host.contains("#"),
      host.lowercased() != registry.host.lowercased(),
      !PublicHost.isPublic(registry.host) || PublicHost.isPublic(host)
    else { return nil }
    // A registrar listens where its registry does: on 43, or on the port that the user named.
    let server = WHOISServer(host: named.host, port: registry.port)
    return await answer(about: domain, at: .init(server: server), speaker: .registrar, deadline)
  }

  private func answer(
    about domain: DNSName, at service: WHOISService, speaker: RegistrationAnswer.Speaker,
    _ deadline: ContinuousClock.Instant
  ) async -> RegistrationAnswer {
    var answer = RegistrationAnswer(
      domain: domain, source: .whois, speaker: speaker, server: service.server.host,
      askedAt: Date(), result: .failed(.refused))
    // A question is one line: a name with a line break in it would be two.
    guard domain.labels.allSatisfy({ $0.allSatisfy { (0x21...0x7E).contains($0) } }) else {
      return answer
    }
    switch await ask(service.query(domain), service.server, until: deadline) {
    case .success(let octets):
      let text = WHOISCharset.decode(octets)
      answer.text = text
      answer.result = WHOISFormat.read(text, about: domain)
    case .failure(let failure):
      answer.result = .failed(failure)
    }
    return answer
  }

  /// The octets that the server sends for one line.
  func ask(
    _ query: String, _ server: WHOISServer, until deadline: ContinuousClock.Instant
  ) async -> Result<[UInt8], RegistrationFailure> {
    let reply = await RegistryQuestion.ask(
      .line(query, server), limit: Self.mostOctets, until: deadline)
    if let failure = reply.failure { return .failure(failure) }
    return .success(Array(reply.octets))
  }
}
