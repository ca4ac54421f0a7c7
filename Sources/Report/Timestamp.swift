#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Moments as text.
public enum Timestamp {
  /// `2026-11-21T08:00:00Z` (RFC 3339 §5.6), from seconds since 1970 UTC.
  public static func text(_ seconds: Int) -> String {
    Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
  }
}
