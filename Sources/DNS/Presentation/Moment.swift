#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Seconds since 1970 UTC as signatures write them.
enum Moment {
  /// `20261121080000` (RFC 4034 §3.2).
  static func text(_ seconds: UInt32) -> String {
    let style = Date.ISO8601FormatStyle().year().month().day().dateSeparator(.omitted)
      .time(includingFractionalSeconds: false).timeSeparator(.omitted)
    return Date(timeIntervalSince1970: Double(seconds)).formatted(style).filter(\.isNumber)
  }
}
