import AsyncHTTPClient
import DNS
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import Registration

/// Asks RDAP services over HTTP (RFC 7480).
///
/// Redirects are followed here and not by the library, because each step must keep to the rules:
/// https stays https, and an answer from the Internet leads to public hosts only.
struct RDAPClient: Sendable {
  /// Certificates to trust instead of the system's; nil outside tests.
  var trusted: [NIOSSLCertificate]?

  /// RFC 7480 §5.2 warns of loops; registries need one or two steps.
  static let mostRedirects = 5
  /// Honest answers have 2 to 40 KB.
  static let mostOctets = 1 << 20

  /// A body and the host that sent it.
  struct Reply: Sendable {
    var body: Data
    var server: String
  }

  /// Why there is no body, and the host that was asked last.
  struct Fault: Error {
    var failure: RegistrationFailure
    var isNotFound = false
    var server: String
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
      do throws(RegistrationFailure) {
        answer.result = .found(try RDAPDomain.data(reply.body, about: domain))
      } catch {
        answer.result = .failed(error)
      }
    case .failure(let fault):
      answer.server = fault.server
      answer.result = fault.isNotFound ? .notFound : .failed(fault.failure)
    }
    return answer
  }

  /// Fetches a document, at most `limit` octets, following redirects; all of it until `deadline`.
  func get(
    _ url: URL, accept: String, limit: Int, until deadline: ContinuousClock.Instant
  ) async -> Result<Reply, Fault> {
    let result = await Deadline.within(deadline) {
      await withClient(until: deadline) { client in
        await fetch(url, client, accept, limit)
      }
    }
    switch result {
    case .success(let result): return result
    case .failure(let failure): return .failure(Fault(failure: failure, server: url.host ?? ""))
    }
  }

  private func withClient<Value: Sendable>(
    until deadline: ContinuousClock.Instant, _ body: (HTTPClient) async -> Value
  ) async -> Result<Value, RegistrationFailure> {
    var tls = TLSConfiguration.makeClientConfiguration()
    if let trusted { tls.trustRoots = .certificates(trusted) }
    var configuration = HTTPClient.Configuration(
      tlsConfiguration: tls, redirectConfiguration: .disallow)
    configuration.httpVersion = .http1Only
    // A client that goes away waits for its handshakes, cancelled or not.
    let rest = max(ContinuousClock.now.duration(to: deadline), .milliseconds(1))
    configuration.timeout.connect = TimeAmount(rest)
    // A refused connection is an answer; trying again until the deadline would hide it.
    configuration.connectionPool.retryConnectionEstablishment = false
    do {
      return .success(
        try await HTTPClient.withHTTPClient(
          eventLoopGroup: NetworkThread.group, configuration: configuration,
          body))
    } catch {
      return .failure(.unreachable)
    }
  }

  private func fetch(
    _ start: URL, _ client: HTTPClient, _ accept: String, _ limit: Int
  ) async -> Result<Reply, Fault> {
    var url = start
    for _ in 0...Self.mostRedirects {
      let server = url.host ?? ""
      do {
        var request = HTTPClientRequest(url: url.absoluteString)
        request.headers = ["accept": accept, "user-agent": "annai"]
        // The deadline is kept by `get`, for the body too.
        let response = try await client.execute(request, timeout: .hours(1))
        if let target = Self.redirect(response, url) {
          guard Self.mayFollow(from: url, to: target) else {
            return .failure(Fault(failure: .redirects, server: server))
          }
          url = target
          continue
        }
        if let fault = RDAPStatus.fault(response, at: server) { return .failure(fault) }
        return .success(Reply(body: try await Self.body(response, limit), server: server))
      } catch {
        return .failure(Fault(failure: RDAPStatus.failure(error), server: server))
      }
    }
    return .failure(Fault(failure: .redirects, server: url.host ?? ""))
  }

  private static func body(_ response: HTTPClientResponse, _ limit: Int) async throws -> Data {
    if let length = response.headers.first(name: "content-length"), Int(length) ?? 0 > limit {
      throw RegistrationFailure.tooLarge
    }
    var body = Data()
    for try await part in response.body {
      guard body.count + part.readableBytes <= limit else { throw RegistrationFailure.tooLarge }
      body.append(contentsOf: part.readableBytesView)
    }
    return body
  }

  /// RFC 7480 §5.2: 301, 302, 303 (RFC 9110 §15.4), 307 and 308 lead on.
  private static func redirect(_ response: HTTPClientResponse, _ url: URL) -> URL? {
    guard [301, 302, 303, 307, 308].contains(response.status.code),
      let location = response.headers.first(name: "location"), location.utf8.count <= 2048
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
