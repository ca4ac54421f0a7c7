import Report
import Testing

/// Durations in the words of every language, on both sides of each border.
@Suite struct DurationTextTests {
  /// Seconds, and `h`, `m` and `s` as they are shown.
  private static let borders: [(seconds: Int, parts: [(Int, Character)])] = [
    (0, [(0, "s")]), (1, [(1, "s")]), (59, [(59, "s")]),
    (60, [(1, "m")]), (61, [(1, "m"), (1, "s")]), (119, [(1, "m"), (59, "s")]), (120, [(2, "m")]),
    (440, [(7, "m"), (20, "s")]), (599, [(9, "m"), (59, "s")]),
    (600, [(10, "m")]), (601, [(11, "m")]), (660, [(11, "m")]), (3540, [(59, "m")]),
    (3541, [(1, "h")]), (3600, [(1, "h")]), (3601, [(1, "h"), (1, "m")]),
    (7200, [(2, "h")]), (7260, [(2, "h"), (1, "m")]), (35_940, [(9, "h"), (59, "m")]),
    (35_941, [(10, "h")]), (36_000, [(10, "h")]), (36_001, [(11, "h")]), (39_600, [(11, "h")]),
    (172_800, [(48, "h")]),
  ]

  private static let words: [String: (units: [Character: String], between: String)] = [
    "en": (["h": " h", "m": " min", "s": " s"], " "),
    "id": (["h": " jam", "m": " menit", "s": " detik"], " "),
    "ko": (["h": "시간", "m": "분", "s": "초"], " "),
    "ja": (["h": "時間", "m": "分", "s": "秒"], ""),
  ]

  @Test(arguments: Tables.languages) func everyBorder(language: String) throws {
    let messages = try Tables.messages(language)
    let words = try #require(Self.words[language])
    for (seconds, parts) in Self.borders {
      let expected = parts.map { "\($0.0)\(words.units[$0.1] ?? "?")" }
        .joined(separator: words.between)
      #expect(messages.duration(seconds: seconds) == expected, "\(seconds) s")
    }
  }

  @Test func theDesignsExampleReadsLikeThis() throws {
    #expect(try Tables.messages("en").duration(seconds: 440) == "7 min 20 s")
    #expect(try Tables.messages("id").duration(seconds: 440) == "7 menit 20 detik")
    #expect(try Tables.messages("ko").duration(seconds: 440) == "7분 20초")
    #expect(try Tables.messages("ja").duration(seconds: 440) == "7分20秒")
  }

  @Test func noNumberIsTooSmallOrTooBig() throws {
    let messages = try Tables.messages("en")
    #expect(messages.duration(seconds: -1) == "0 s")
    #expect(messages.duration(seconds: .min) == "0 s")
    #expect(messages.duration(seconds: Int(UInt32.max)) == "1193047 h")
    #expect(messages.duration(seconds: .max) == "2562047788015216 h")
  }

  /// Somebody who waits as long as the words say must have waited long enough.
  @Test func theWordsNeverSayLessThanTheTime() throws {
    let messages = try Tables.messages("en")
    var wrong: [Int] = []
    for seconds in Array(0...4000) + Array(stride(from: 4001, to: 50_000, by: 7)) {
      let parts = messages.duration(seconds: seconds).split(separator: " ")
      var told = 0
      for index in stride(from: 0, to: parts.count - 1, by: 2) {
        let unit = ["h": 3600, "min": 60, "s": 1][parts[index + 1]] ?? 0
        told += (Int(parts[index]) ?? 0) * unit
      }
      let precision = seconds < 600 ? 1 : seconds < 36_000 ? 60 : 3600
      if !(seconds..<seconds + precision).contains(told) { wrong.append(seconds) }
    }
    #expect(wrong.prefix(5) == [])
  }
}
