import CCurl
import Foundation
import Registration

/// One question to a registry over the network, asked by libcurl on a thread of its own.
///
/// Unchecked, since the compiler cannot see into C: `kind` and `pointer` never change, and what
/// `pointer` leads to is used by the one thread on which `perform` runs. Others call nothing but
/// `curl_question_stop`, which sets an atomic flag and wakes libcurl (curl_multi_wakeup(3): from any
/// thread). `deinit` frees it when neither that thread nor the waiting task has it any more.
final class RegistryQuestion: @unchecked Sendable {
  /// What is asked, and how.
  enum Kind: Sendable {
    /// GET over http or https, without following redirects (RFC 7480 §4); `authorities` in PEM
    /// replace the certificates that the system trusts.
    case get(URL, accept: String, authorities: String?)
    /// A line there, everything until the end of the stream back (RFC 3912 §2).
    case line(String, WHOISServer)
  }

  /// What came back.
  struct Reply: Sendable {
    /// The status of HTTP; nil when no answer began.
    var status: Int?
    var headers: HTTPHeaders
    var octets: Data
    /// Why the octets are not all there; nil when they are.
    var failure: RegistrationFailure?
  }

  private let kind: Kind
  private let pointer: OpaquePointer

  private init?(_ kind: Kind, limit: Int, until deadline: ContinuousClock.Instant) {
    let rest = ContinuousClock.now.duration(to: deadline)
    let milliseconds = max(rest.components.seconds, 0) * 1000 + 1
    let fraction = max(rest.components.attoseconds, 0) / 1_000_000_000_000_000
    guard let pointer = curl_question_new(Int(milliseconds + fraction), limit) else { return nil }
    self.kind = kind
    self.pointer = pointer
  }

  deinit { curl_question_free(pointer) }

  /// Asks, and takes at most `limit` octets; ends at `deadline`, or soon after the task is
  /// cancelled.
  static func ask(
    _ kind: Kind, limit: Int, until deadline: ContinuousClock.Instant
  ) async -> Reply {
    guard !Task.isCancelled else { return failed(.cancelled) }
    guard curl_is_there() else { return failed(.noLibrary) }
    guard let question = RegistryQuestion(kind, limit: limit, until: deadline) else {
      return failed(.unreachable)
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: question.perform()) }
      }
    } onCancel: {
      curl_question_stop(question.pointer)
    }
  }

  private static func failed(_ failure: RegistrationFailure) -> Reply {
    Reply(headers: HTTPHeaders(""), octets: Data(), failure: failure)
  }

  private func perform() -> Reply {
    let end =
      switch kind {
      case .get(let url, let accept, let authorities):
        curl_question_get(pointer, url.absoluteString, "Accept: " + accept, authorities)
      case .line(let text, let server):
        curl_question_exchange(
          pointer, server.host.contains(":") ? "[\(server.host)]" : server.host,
          Int32(server.port), text + "\r\n")
      }
    let status = curl_question_status(pointer)
    return Reply(
      status: status > 0 ? status : nil,
      headers: HTTPHeaders(String(decoding: octets(curl_question_head(pointer)), as: UTF8.self)),
      octets: octets(curl_question_body(pointer)), failure: Self.failure(end))
  }

  private func octets(_ part: CurlOctets) -> Data {
    part.octets.map { Data(bytes: $0, count: part.count) } ?? Data()
  }

  private static func failure(_ end: CurlEnd) -> RegistrationFailure? {
    switch end {
    case CURL_ENDED_WELL: nil
    case CURL_ENDED_STOPPED: .cancelled
    case CURL_ENDED_TIMEOUT: .timeout
    case CURL_ENDED_TLS: .tls
    case CURL_ENDED_TOO_LARGE: .tooLarge
    case CURL_ENDED_UNREADABLE: .unreadable
    case CURL_ENDED_REFUSED: .refused
    default: .unreachable
    }
  }
}
