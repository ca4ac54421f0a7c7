import Localization

extension Messages {
  /// A duration in words: `7 min 20 s`; whole minutes from ten minutes on, whole hours from ten.
  ///
  /// What is left out is rounded up: somebody who waits that long has waited long enough.
  public func duration(seconds: Int) -> String {
    let seconds = max(0, seconds)
    if seconds < 60 { return self("duration.seconds", ["seconds": .integer(seconds)]) }
    if seconds < 600, seconds % 60 != 0 {
      return self(
        "duration.minutes-seconds",
        ["minutes": .integer(seconds / 60), "seconds": .integer(seconds % 60)])
    }
    let minutes = (seconds - 1) / 60 + 1
    if minutes < 60 { return self("duration.minutes", ["minutes": .integer(minutes)]) }
    if minutes < 600, minutes % 60 != 0 {
      return self(
        "duration.hours-minutes",
        ["hours": .integer(minutes / 60), "minutes": .integer(minutes % 60)])
    }
    return self("duration.hours", ["hours": .integer((minutes - 1) / 60 + 1)])
  }
}
