import Foundation
import Registration

/// Dates as HTTP writes them, and what they say about the clock of this machine.
enum HTTPDate {
  /// Reads `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 §5.6.7), the only form that is still sent.
  static func read(_ text: String) -> Date? {
    let words = text.split(separator: " ")
    guard words.count == 6, words[5] == "GMT" else { return nil }
    return RegistrationDate(words[1...3].joined(separator: "-") + " " + words[4] + " GMT")?.latest
  }

  /// Seconds by which the clock here, on which the question left at `asked` and the answer came at
  /// `answered`, is ahead of the clock of the service; nil when the answer does not tell its time.
  ///
  /// The service wrote `Date` between the two moments (RFC 9110 §6.6.1), in whole seconds. What lies
  /// in between proves nothing and counts as 0, and of a difference only the certain part counts. An
  /// answer out of a cache says how old it is (RFC 9111 §5.1).
  static func clockOffset(_ headers: HTTPHeaders, asked: Date, answered: Date) -> Int? {
    guard let text = headers["date"], let date = read(text) else { return nil }
    let age = headers["age"].flatMap { Int($0) } ?? 0
    guard (0...mostAge).contains(age) else { return nil }
    let written = date.addingTimeInterval(Double(age))
    let ahead = asked.timeIntervalSince(written) - 1
    let behind = answered.timeIntervalSince(written)
    let offset = ahead > 0 ? ahead : min(behind, 0)
    return abs(offset) < mostOffset ? Int(offset) : nil
  }

  /// No honest answer about a registration is older, in seconds.
  private static let mostAge = 7 * 86_400
  /// A hundred years.
  private static let mostOffset = 3_155_760_000.0
}
