import Diagnosis

/// When a wizard that waits looks at the DNS again by itself.
public struct RoundSchedule: Sendable {
  /// The shortest time between two looks, in seconds.
  public static let shortest = 10
  /// The longest.
  public static let longest = 300

  /// Looks so far that changed nothing.
  private var quietRounds = 0
  /// What somebody who wants it otherwise has set, in seconds.
  private let fixed: Int?

  /// A schedule; `fixed` seconds instead of what the DNS says.
  public init(every fixed: Int? = nil) { self.fixed = fixed }

  /// Notes whether a look showed anything new.
  public mutating func note(isChanged: Bool) { quietRounds = isChanged ? 0 : quietRounds + 1 }

  /// Seconds until the next look.
  ///
  /// What only waits for a cache is looked at when its time is over, but not later than in five
  /// minutes: a person may have a resolver flushed. What has to be put right is looked at often at
  /// first and then less and less.
  public func delay(_ status: Verdict.Status, waitSeconds: Int?) -> Int {
    if let fixed { return fixed }
    if status == .waiting, let waitSeconds {
      // A second more: an answer with a TTL of 0 left may still be given.
      return min(max(waitSeconds, Self.shortest - 1) + 1, Self.longest)
    }
    return min(15 << min(quietRounds, 4), Self.longest)
  }
}
