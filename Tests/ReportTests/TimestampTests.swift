import Report
import Testing

@Suite struct TimestampTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
    (951_782_400, "2000-02-29T00:00:00Z"), (1_795_248_000, "2026-11-21T08:00:00Z"),
    (2_147_483_648, "2038-01-19T03:14:08Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
  ])
  func secondsAreWrittenInUTC(seconds: Int, text: String) {
    #expect(Timestamp.text(seconds) == text)
  }

  /// A moment may come from a file that somebody else made.
  @Test(arguments: [Int.min, .max, 1 << 53]) func noMomentIsTooFar(seconds: Int) {
    #expect(Timestamp.text(seconds).hasSuffix("Z"))
  }
}
