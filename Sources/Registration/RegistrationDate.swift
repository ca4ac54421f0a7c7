import Foundation

/// A moment in a registration, as exactly as the registry printed it.
public struct RegistrationDate: Hashable, Sendable, Codable {
  /// The day as printed, `2026-11-25`.
  public let day: String
  /// The last moment that the text can mean.
  ///
  /// Equal to the moment itself when the registry gave a time and a zone; the end of the day when
  /// it gave a day only; twelve hours later when the zone is unknown.
  public let latest: Date

  /// Reads a date of a registry; nil for every form that is not known.
  ///
  /// Known forms: RFC 3339, `2014-09-08 10:52:31`, `2007. 03. 02.`, `2005/05/30`,
  /// `2019/02/01 01:17:18 (JST)`, `12-Sep-2020 07:09:09 UTC`. `offset` is the zone that the registry
  /// means when it prints none, in seconds east of UTC; nil when that is not known.
  public init?(_ text: String, offset: Int? = nil) {
    var reader = Reader(text)
    guard let (year, month, day) = reader.day(), Self.isDay(year, month, day) else { return nil }
    let midnight = Self.days(year, month, day) * 86_400
    self.day = Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
    // The earliest zone of all is the last to leave a day.
    let usual = offset ?? -12 * 3600
    if reader.isAtEnd {
      latest = Date(timeIntervalSince1970: Double(midnight + 86_399 - usual))
      return
    }
    guard let seconds = reader.time(), let zone = reader.zone(usual) else { return nil }
    latest = Date(timeIntervalSince1970: Double(midnight + seconds - zone))
  }

  /// The day that comes so many days after this one's last moment, in UTC: `2026-11-30`.
  public func day(after days: Int) -> String {
    latest.addingTimeInterval(Double(days) * 86_400).formatted(.iso8601.year().month().day())
  }

  /// Whether the moment is over for certain at `now`.
  public func isPast(at now: Date) -> Bool { latest < now }

  private static func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard (1000...9999).contains(year), (1...12).contains(month), day >= 1 else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return day <= [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// Days from 1970-01-01 in the Gregorian calendar, counted in years that begin in March.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month < 3 ? year - 1 : year
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return 365 * year + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension RegistrationDate {
  /// Reads the parts of a date from the left.
  private struct Reader {
    private var rest: ArraySlice<UInt8>

    init(_ text: String) {
      let trimmed = text.utf8.prefix(64).drop { $0 == UInt8(ascii: " ") }
      rest = Array(trimmed)[...]
      while let last = rest.last, [0x20, 0x09, 0x0D].contains(last) { rest.removeLast() }
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// At most `most` digits, at least one.
    private mutating func number(_ most: Int) -> Int? {
      let digits = rest.prefix(most).prefix { (48...57).contains($0) }
      rest = rest.dropFirst(digits.count)
      return digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    private mutating func take(_ choices: String) -> Bool {
      guard let first = rest.first, choices.utf8.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }

    mutating func day() -> (year: Int, month: Int, day: Int)? {
      guard let first = number(4), take("-/.") else { return nil }
      _ = take(" ")
      if let month = monthName() {
        guard take("-"), let year = number(4) else { return nil }
        return (year, month, first)
      }
      guard let month = number(2), take("-/.") else { return nil }
      _ = take(" ")
      guard let day = number(2) else { return nil }
      _ = take(".")
      return (first, month, day)
    }

    private mutating func monthName() -> Int? {
      let names = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
      ]
      let name = String(decoding: rest.prefix(3), as: UTF8.self).lowercased()
      guard let index = names.firstIndex(of: name) else { return nil }
      rest = rest.dropFirst(3)
      return index + 1
    }

    /// Seconds after midnight.
    mutating func time() -> Int? {
      guard take("Tt "), let hour = number(2), take(":"), let minute = number(2), hour < 24,
        minute < 60
      else { return nil }
      var second = 0
      if take(":") {
        guard let printed = number(2), printed <= 60 else { return nil }
        second = min(printed, 59)
        if take(".") { guard number(18) != nil else { return nil } }
      }
      return hour * 3600 + minute * 60 + second
    }

    /// Seconds east of UTC; `usual` when the text names no zone.
    mutating func zone(_ usual: Int) -> Int? {
      let name = String(decoding: rest, as: UTF8.self).uppercased()
      switch name.trimmingPrefix(while: { $0 == " " }) {
      case "": return usual
      case "Z", "UTC", "GMT": return 0
      case "(JST)", "JST": return 9 * 3600
      default: break
      }
      let isWest = rest.first == UInt8(ascii: "-")
      guard take("+-"), let hours = number(2), hours < 24 else { return nil }
      _ = take(":")
      let minutes = number(2) ?? 0
      guard isAtEnd, minutes < 60 else { return nil }
      return (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
  }
}
