/// How a server took the query's EDNS (RFC 6891).
public enum EDNSUse: String, Hashable, Sendable, Codable {
  /// The answer came to a query with EDNS.
  case taken
  /// A query with EDNS got FORMERR, NOTIMP or BADVERS; the answer came to one without.
  case refused
  /// Queries with EDNS got no answer; the answer came to one without.
  case unanswered
  /// EDNS was not wanted.
  case unused
}
