/// Why a server gave no usable answer to one question.
public enum NoAnswer: String, Error, Sendable, Codable {
  /// Silence until the last try ended.
  case timedOut
  /// Silence until the time limit of the whole look ended, before all tries were made.
  case outOfTime
  /// The machine is there, and nothing listens on the port (ICMP port unreachable, TCP reset).
  case portClosed
  /// No route to the address.
  case unreachable
  /// The answer was cut off over UDP, and TCP did not bring it.
  case cutOff
  /// Octets came that are no message, or not an answer to this question.
  case malformed
  /// The task was cancelled.
  case cancelled
  /// The machine refused a socket: too many open files, or not permitted.
  case noSocket
}
