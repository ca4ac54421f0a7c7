import Report
import Testing

/// Moments on clocks of which it is known how they stand.
@Suite struct WallClockTests {
  private func clock(_ offset: Int, _ name: String) -> WallClock {
    WallClock { _ in WallClock.Zone(offset: offset, name: name) }
  }

  @Test(arguments: [
    (0, "UTC", "2026-11-21 08:00 +0000 (UTC)"), (32_400, "JST", "2026-11-21 17:00 +0900 (JST)"),
    (25_200, "WIB", "2026-11-21 15:00 +0700 (WIB)"),
    (-18_000, "EST", "2026-11-21 03:00 -0500 (EST)"),
    (20_700, "+0545", "2026-11-21 13:45 +0545"), (-34_200, "-0930", "2026-11-20 22:30 -0930"),
    (57_600, "", "2026-11-22 00:00 +1600"),
  ]) func theZoneIsNamed(offset: Int, name: String, text: String) {
    #expect(clock(offset, name).text(1_795_248_000) == text)
  }

  @Test(arguments: [
    (0, "08:00"), (1, "08:01"), (59, "08:01"), (60, "08:01"), (61, "08:02"), (3600, "09:00"),
    (57_599, "00:00"),
  ]) func aMinuteThatHasBegunCountsWhole(seconds: Int, time: String) {
    let day = seconds == 57_599 ? "2026-11-22" : "2026-11-21"
    let end = 1_795_248_000 + seconds
    #expect(WallClock.utc.text(until: end) == "\(day) \(time) +0000 (UTC)")
    let minute = WallClock.utc.text(end - end % 60)
    #expect(WallClock.utc.text(end) == minute, "a moment is in the minute that has begun")
  }

  @Test func theZoneIsThatOfTheMoment() {
    // Summer time ends between the two.
    let clock = WallClock { moment in
      moment < 1_792_890_000
        ? WallClock.Zone(offset: 7200, name: "CEST") : WallClock.Zone(offset: 3600, name: "CET")
    }
    #expect(clock.text(1_792_886_400) == "2026-10-25 02:00 +0200 (CEST)")
    #expect(clock.text(1_792_890_000) == "2026-10-25 02:00 +0100 (CET)")
  }

  @Test(arguments: [0, -1, 253_402_300_799, -253_402_300_799])
  func anyMomentHasAText(moment: Int) {
    #expect(WallClock.utc.text(moment).hasSuffix("+0000 (UTC)"))
    #expect(!WallClock.local.text(moment).isEmpty)
  }
}
