/// Why a server gave no usable answer to one question.
public enum NoAnswer: String, Error, Sendable, Codable {
  /// Silence until the last try ended.
  case timedOut
  /// The machine is there, and nothing listens on the port (ICMP port unreachable, TCP reset).
  case portClosed
  /// No route to the address.
  case unreachable
  /// Octets came that are no message, or not an answer to this question.
  case malformed
  /// The task was cancelled.
  case cancelled
  /// The machine refused a socket: too many open files, or not permitted.
  case noSocket
}
