import DNS
import Foundation
import Registration

/// Asks RDAP services over HTTP (RFC 7480).
///
/// Redirects are followed here and not by the library, because each step must keep to the rules:
/// https stays https, and an answer from the Internet leads to public hosts only.
struct RDAPClient: Sendable {
  /// Certificates in PEM to trust instead of the system's; nil outside tests.
  var trusted: String?

  /// RFC 7480 §5.2 warns of loops; registries need one or two steps.
  static let mostRedirects = 5
  /// Honest answers have 2 to 40 KB.
  static let mostOctets = 1 << 20

  /// A body, the host that sent it, and how the clock here compares with that host's.
  struct Reply: Sendable {
    var body: Data
    var server: String
    var clockOffset: Int?
  }

  /// Why there is no body, and the host that was asked last.
  struct Fault: Error {
    var failure: RegistrationFailure
    var isNotFound = false
    var server: String
    var clockOffset: Int?
  }

  /// Asks `base` about `domain`.
  func answer(
    about domain: DNSName, at base: RDAPBase, until deadline: ContinuousClock.Instant
  ) async -> RegistrationAnswer {
    await answer(
      about: domain, from: base.url(of: domain), server: base.host, speaker: .registry, deadline)
  }

  /// Asks the registrar at the address that the registry gave; nil when it must not be followed.
  func answer(
    about domain: DNSName, referredTo address: String, by base: RDAPBase,
    until deadline: ContinuousClock.Instant
  ) async -> RegistrationAnswer? {
    guard let url = URL(string: address), let host = url.host,
      Self.mayFollow(from: URL(string: base.description), to: url)
    else { return nil }
    return await answer(about: domain, from: url, server: host, speaker: .registrar, deadline)
  }

  private func answer(
    about domain: DNSName, from url: URL?, server: String, speaker: RegistrationAnswer.Speaker,
    _ deadline: ContinuousClock.Instant
  ) async -> RegistrationAnswer {
    var answer = RegistrationAnswer(
      domain: domain, source: .rdap, speaker: speaker, server: server, askedAt: Date(),
      result: .failed(.refused))
    guard let url else { return answer }
    switch await get(url, accept: RDAPDomain.mediaType, limit: Self.mostOctets, until: deadline) {
    case .success(let reply):
      answer.server = reply.server
      answer.clockOffset = reply.clockOffset
      do throws(RegistrationFailure) {
        answer.result = .found(try RDAPDomain.data(reply.body, about: domain))
      } catch {
        answer.result = .failed(error)
      }
    case .failure(let fault):
      answer.server = fault.server
      answer.clockOffset = fault.clockOffset
      answer.result = fault.isNotFound ? .notFound : .failed(fault.failure)
    }
    return answer
  }

  /// Fetches a document, at most `limit` octets, following redirects; all of it until `deadline`.
  func get(
    _ start: URL, accept: String, limit: Int, until deadline: ContinuousClock.Instant
  ) async -> Result<Reply, Fault> {
    var url = start
    for _ in 0...Self.mostRedirects {
      let server = url.host ?? ""
      let asked = Date()
      let reply = await RegistryQuestion.ask(
        .get(url, accept: accept, authorities: trusted), limit: limit, until: deadline)
      let offset = HTTPDate.clockOffset(reply.headers, asked: asked, answered: Date())
      // A status says more than what became of the body under it.
      if reply.failure != .cancelled, let status = reply.status {
        if let target = Self.redirect(status, reply.headers, url) {
          guard Self.mayFollow(from: url, to: target) else {
            return .failure(Fault(failure: .redirects, server: server))
          }
          url = target
          continue
        }
        if var fault = RDAPStatus.fault(status, reply.headers, at: server) {
          fault.clockOffset = offset
          return .failure(fault)
        }
      }
      if let failure = reply.failure { return .failure(Fault(failure: failure, server: server)) }
      return .success(Reply(body: reply.octets, server: server, clockOffset: offset))
    }
    return .failure(Fault(failure: .redirects, server: url.host ?? ""))
  }

  /// RFC 7480 §5.2: 301, 302, 303 (RFC 9110 §15.4), 307 and 308 lead on.
  private static func redirect(_ status: Int, _ headers: HTTPHeaders, _ url: URL) -> URL? {
    guard [301, 302, 303, 307, 308].contains(status),
      let location = headers["location"], location.utf8.count <= 2048
    else { return nil }
    return URL(string: location, relativeTo: url)?.absoluteURL
  }

  /// Never from https to http, and from a public host to public hosts only.
  static func mayFollow(from old: URL?, to new: URL) -> Bool {
    guard let old, let from = old.host, let to = new.host, new.user == nil else { return false }
    switch new.scheme?.lowercased() {
    case "https": break
    case "http": if old.scheme?.lowercased() != "http" { return false }
    default: return false
    }
    return !PublicHost.isPublic(from) || PublicHost.isPublic(to)
  }
}
