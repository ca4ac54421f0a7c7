import DNS
import Foundation

/// What one registration service said about a domain, and when.
public struct RegistrationAnswer: Hashable, Sendable, Codable {
  /// Who speaks: the registry decides about the delegation, the registrar knows the owner.
  public enum Speaker: String, Hashable, Sendable, Codable {
    /// The registry of the top-level domain.
    case registry
    /// The registrar, to which the registry referred.
    case registrar
  }

  /// The registrable domain, the only thing that the service was told.
  public var domain: DNSName
  /// RDAP or WHOIS.
  public var source: RegistrationSource
  /// Registry or registrar.
  public var speaker: Speaker
  /// The host that answered, or that should have; empty when none is known.
  public var server: String
  /// When it was asked.
  public var askedAt: Date
  /// What came of it.
  public var result: RegistrationResult
  /// The answer of a WHOIS server as it came, decoded, at most 256 KiB.
  public var text: String?
  /// Seconds by which the clock of this machine is ahead of that of the service, negative when it is
  /// behind; 0 when the time between question and answer explains the difference. Nil when the
  /// service did not say what time it is.
  public var clockOffset: Int?

  /// An answer from its parts.
  public init(
    domain: DNSName, source: RegistrationSource, speaker: Speaker = .registry, server: String,
    askedAt: Date, result: RegistrationResult, text: String? = nil
  ) {
    self.domain = domain
    self.source = source
    self.speaker = speaker
    self.server = server
    self.askedAt = askedAt
    self.result = result
    self.text = text
  }

  /// The data, when the service has the domain.
  public var data: RegistrationData? {
    if case .found(let data) = result { data } else { nil }
  }

  /// Why there is no answer, when there is none.
  public var failure: RegistrationFailure? {
    if case .failed(let failure) = result { failure } else { nil }
  }
}

/// The outcome of asking one registration service.
public enum RegistrationResult: Hashable, Sendable {
  /// The service has the domain.
  case found(RegistrationData)
  /// The service knows no such domain; it may be the wrong service.
  case notFound
  /// There is no answer, which says nothing about the domain.
  case failed(RegistrationFailure)
}

/// Why a registration service gave no usable answer.
public enum RegistrationFailure: Error, Hashable, Sendable {
  /// No service is known for the top-level domain.
  case noService
  /// This computer lacks libcurl, by which registries are asked.
  case noLibrary
  /// The service wants fewer questions; it may say after how many seconds.
  case rateLimited(retryAfter: Int?)
  /// Nothing, or not everything, came in time.
  case timeout
  /// No connection, or it broke off.
  case unreachable
  /// The encrypted connection failed: a certificate that does not fit, or no TLS at all.
  case tls
  /// The service itself is broken (HTTP 5xx).
  case serverError
  /// The answer is not in a form that annai knows.
  case unreadable
  /// The answer is longer than any honest one.
  case tooLarge
  /// The service declines to answer (HTTP 4xx, or words to that effect).
  case refused
  /// Too many redirects, or one that must not be followed.
  case redirects
  /// The task was cancelled.
  case cancelled

  /// The word for it in annai's JSON.
  public var code: String {
    switch self {
    case .noService: "no-service"
    case .noLibrary: "no-library"
    case .rateLimited: "rate-limited"
    case .timeout: "timeout"
    case .unreachable: "unreachable"
    case .tls: "tls"
    case .serverError: "server-error"
    case .unreadable: "unreadable"
    case .tooLarge: "too-large"
    case .refused: "refused"
    case .redirects: "redirects"
    case .cancelled: "cancelled"
    }
  }
}
