#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The clock on the reader's wall: what a moment is called in their time zone.
public struct WallClock: Sendable {
  /// A time zone at one moment.
  public struct Zone: Hashable, Sendable {
    /// Seconds east of Greenwich.
    public var offset: Int
    /// What the zone is called then, such as `JST`; text from the environment.
    public var name: String

    /// A zone from its parts.
    public init(offset: Int, name: String) {
      self.offset = offset
      self.name = name
    }
  }

  private let zone: @Sendable (Int) -> Zone

  /// A clock in the zone that holds at a moment, given in seconds since 1970 UTC.
  public init(zone: @escaping @Sendable (Int) -> Zone) { self.zone = zone }

  /// The clock of UTC.
  public static let utc = WallClock { _ in Zone(offset: 0, name: "UTC") }

  /// The clock of this machine, or of the environment's `TZ` in any form that POSIX knows.
  public static let local = WallClock { moment in
    var seconds = time_t(moment)
    var parts = tm()
    tzset()
    guard localtime_r(&seconds, &parts) != nil, let name = parts.tm_zone else {
      return Zone(offset: 0, name: "UTC")
    }
    return Zone(offset: parts.tm_gmtoff, name: String(cString: name))
  }

  /// The minute after something is over: somebody who waits until then has waited long enough.
  public func text(until end: Int) -> String { text(end + 59) }

  /// The minute of a moment: `2026-11-21 17:08 +0900 (JST)`.
  public func text(_ moment: Int) -> String {
    let zone = zone(moment)
    let local = Date(timeIntervalSince1970: Double(moment + zone.offset))
    let clock = local.formatted(.iso8601).prefix(16).replacing("T", with: " ")
    let distance = abs(zone.offset) / 60
    let digits = [distance / 60, distance % 60].map { ($0 < 10 ? "0" : "") + String($0) }
    let offset = (zone.offset < 0 ? "-" : "+") + digits.joined()
    // A zone without a name is called by its offset, which stands there already.
    let isNamed = zone.name.contains(where: \.isLetter)
    return "\(clock) \(offset)" + (isNamed ? " (\(zone.name))" : "")
  }
}
