import Foundation
import Registration

/// What statuses of HTTP mean for a question to a registry.
enum RDAPStatus {
  /// Nil for 200; the server is `server`.
  static func fault(
    _ status: Int, _ headers: HTTPHeaders, at server: String
  ) -> RDAPClient.Fault? {
    let type = headers["content-type"]?.lowercased() ?? ""
    switch status {
    case 200:
      return nil
    case 404:
      // RFC 7480 §5.3: 404 is the answer "no such domain". A web page says that the address of the
      // service is wrong, and proves nothing about the domain.
      return type.hasPrefix("text/html")
        ? .init(failure: .unreadable, server: server)
        : .init(failure: .unreadable, isNotFound: true, server: server)
    case 429:
      // RFC 7480 §5.5, RFC 6585 §4.
      let wait = headers["retry-after"].flatMap { retryAfter($0, now: Date()) }
      return .init(failure: .rateLimited(retryAfter: wait), server: server)
    case 300..<400:
      return .init(failure: .redirects, server: server)
    case 400..<500:
      return .init(failure: .refused, server: server)
    case 500..<600:
      return .init(failure: .serverError, server: server)
    default:
      return .init(failure: .unreadable, server: server)
    }
  }

  /// Seconds to wait, from either form of RFC 9110 §10.2.3; at most a week, nil when unreadable.
  static func retryAfter(_ text: String, now: Date) -> Int? {
    let week = 7 * 86_400
    let text = text.trimmingCharacters(in: .whitespaces)
    if !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) {
      return min(Int(text) ?? week, week)
    }
    guard let date = HTTPDate.read(text) else { return nil }
    return Int(min(max(date.timeIntervalSince(now), 0), Double(week)).rounded(.up))
  }
}
