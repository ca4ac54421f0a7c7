#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Seconds since 1970 UTC as signatures write them.
enum Moment {
  /// `20261121080000` (RFC 4034 §3.2).
  ///
  /// The 32 bits stand for the moment that is nearest to now (RFC 4034 §3.1.5).
  static func text(_ seconds: UInt32, now: Date = Date()) -> String {
    let today = Int64(now.timeIntervalSince1970)
    let distance = Int32(bitPattern: seconds &- UInt32(truncatingIfNeeded: today))
    let style = Date.ISO8601FormatStyle().year().month().day().dateSeparator(.omitted)
      .time(includingFractionalSeconds: false).timeSeparator(.omitted)
    let moment = Date(timeIntervalSince1970: Double(today + Int64(distance)))
    return moment.formatted(style).filter(\.isNumber)
  }
}
