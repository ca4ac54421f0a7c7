import Localization

extension Messages {
  /// A duration in words: `7 min 20 s`; whole minutes from ten minutes on, whole hours from ten.
  public func duration(seconds: Int) -> String {
    let seconds = max(0, seconds)
    let minutes = seconds / 60
    let hours = minutes / 60
    if seconds < 60 { return self("duration.seconds", ["seconds": .integer(seconds)]) }
    if minutes < 10 {
      return seconds % 60 == 0
        ? self("duration.minutes", ["minutes": .integer(minutes)])
        : self(
          "duration.minutes-seconds",
          ["minutes": .integer(minutes), "seconds": .integer(seconds % 60)])
    }
    if hours < 1 { return self("duration.minutes", ["minutes": .integer(minutes)]) }
    if hours < 10, minutes % 60 != 0 {
      return self(
        "duration.hours-minutes", ["hours": .integer(hours), "minutes": .integer(minutes % 60)])
    }
    return self("duration.hours", ["hours": .integer(hours)])
  }
}
