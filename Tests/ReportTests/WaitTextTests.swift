import DNS
import Diagnosis
import Localization
import Report
import Testing

/// The result line: something to change, only time, or both.
@Suite struct WaitTextTests {
  private static let japan = WallClock { _ in WallClock.Zone(offset: 32_400, name: "JST") }

  /// A look at an example, taken at 2026-11-21 08:00 UTC.
  private func look(_ id: String, spoiling record: String? = nil) throws -> CheckResult {
    let rule = try #require(Rule.named(FindingID(rawValue: id)))
    var evidence = try rule.broken.evidence()
    if let record { evidence.replace(record, with: "token=2") }
    evidence.checkedAt = 1_795_248_000
    for index in evidence.observations.indices {
      evidence.observations[index].at = 1_795_248_001
    }
    return ReportTests.look(evidence)
  }

  private func summary(_ result: CheckResult, _ language: String) throws -> String {
    CheckText.summary(result, try Tables.messages(language), clock: Self.japan)
  }

  @Test(arguments: [
    (
      "en",
      "Result: nothing has to be changed. The records of example.com are right at their source, "
        + "but some resolvers still give old answers. Wait 7 min 20 s, until "
        + "2026-11-21 17:08 +0900 (JST), then check again."
    ),
    (
      "id",
      "Hasil: tidak ada yang perlu diubah. Catatan example.com sudah benar di sumbernya, tetapi "
        + "beberapa resolver masih memberi jawaban lama. Tunggu 7 menit 20 detik, sampai "
        + "2026-11-21 17:08 +0900 (JST), lalu periksa lagi."
    ),
    (
      "ko",
      "결과: 바꿀 것은 없습니다. example.com 도메인의 레코드는 네임서버에서는 올바르지만 일부 리졸버가 아직 이전 응답을 보내고 있습니다. "
        + "7분 20초 동안 기다린 후 다시 점검하십시오. 다시 점검할 시각: 2026-11-21 17:08 +0900 (JST)."
    ),
    (
      "ja",
      "結果：変更の必要はありません。example.comのレコードは権威サーバーでは正しい状態ですが、一部のリゾルバーがまだ古い応答を返しています。"
        + "7分20秒待ってから、もう一度確認してください。次に確認する時刻：2026-11-21 17:08 +0900 (JST)。"
    ),
  ]) func onlyTimeIsNeeded(language: String, text: String) throws {
    #expect(try summary(look("answer-negative-cached"), language) == text)
  }

  @Test(arguments: Tables.languages) func aChangeAndTimeAreNeeded(language: String) throws {
    let messages = try Tables.messages(language)
    let result = try look("answer-negative-cached", spoiling: "token")
    #expect(result.verdict.status == .problems)
    let text = try summary(result, language)
    #expect(
      text
        == messages(
          "report.result.problems-wait",
          [
            "domain": .text("example.com"), "wait": .text(messages.duration(seconds: 440)),
            "time": .text("2026-11-21 17:08 +0900 (JST)"),
          ]))
    // Without the wait, it says nothing of time.
    let alone = try summary(look("mx-missing"), language)
    #expect(alone == messages("report.result.problems", ["domain": .text("example.com")]))
    #expect(text != alone)
  }

  @Test func anAnswerThatNobodyKeepsTakesAMinute() throws {
    var result = try look("answer-stale-cached")
    var evidence = result.evidence
    for index in evidence.observations.indices where evidence.observations[index].role == .resolver
    {
      guard var answer = evidence.observations[index].answer else { continue }
      for record in answer.records.indices { answer.records[record].ttl = 0 }
      evidence.observations[index].outcome = .answered(answer)
    }
    result = ReportTests.look(evidence)
    #expect(result.verdict.waitSeconds == 0)
    #expect(
      try summary(result, "en").hasSuffix(
        "Wait 1 min, until 2026-11-21 17:01 +0900 (JST), then check again."))
  }

  @Test(arguments: Tables.languages) func eachResolverHasItsOwnTime(language: String) throws {
    let messages = try Tables.messages(language)
    var evidence = try look("answer-stale-cached").evidence
    let old = try #require(
      evidence.observations.first { $0.role == .resolver && $0.question.type == .txt })
    var other = old
    other.address = "198.51.100.1"
    if var answer = other.answer {
      for record in answer.records.indices { answer.records[record].ttl = 3601 }
      other.outcome = .answered(answer)
    }
    evidence.observations.append(other)
    let blocks = CheckText(
      ReportTests.look(evidence), messages, clock: Self.japan
    ).blocks
    func value(_ seconds: Int, _ time: String) -> String {
      messages(
        "report.wait",
        [
          "wait": .text(messages.duration(seconds: seconds)),
          "time": .text("2026-11-21 \(time) +0900 (JST)"),
        ])
    }
    #expect(
      blocks.contains(
        .fields([
          Block.Field("192.0.2.153", value(300, "17:06")),
          Block.Field("198.51.100.1", value(3601, "18:01")),
        ])))
  }

  @Test func theWaitsAreInTheJSON() throws {
    let document = try JSONDocument(try look("answer-negative-cached"), language: "en")
    let arguments = try #require(document.findings.first?["arguments"] as? [String: Any])
    #expect(arguments["visibleOn"] as? String == "2026-11-21T08:07:21Z")
    let waits = try #require(arguments["waits"] as? [[String: Any]])
    #expect(waits.count == 1)
    #expect(waits[0]["address"] as? String == "192.0.2.153")
    #expect(waits[0]["seconds"] as? Int == 440)
    #expect(waits[0]["endsOn"] as? String == "2026-11-21T08:07:21Z")
    #expect(waits[0].keys.contains("name"))
  }
}
