import DNS
import Diagnosis
import Localization
import Playbook
import Report
import Terminal
import Wizard

/// The records are looked at, and looked at again until they are right.
extension Dialogue {
  mutating func verify() async throws {
    guard let domain = journey.domain else { return try back() }
    let happened = try rehearsal?.beforeCheck(
      try plan, for: domain.name, waiting: lastResult?.verdict.waitSeconds)
    for step in happened ?? [] { recorder?.note(step) }
    say("wizard.checking", ["domain": .text(domain.name.withoutFinalDot)])
    let result = try await check(domain)
    let text = CheckText(
      result, shell.messages, clock: .local, showsQueries: showsQueries)
    show(text.blocks + [.space])
    let isRepeated = lastResult?.verdict.status == result.verdict.status
    lastResult = result
    try take(.checked(result.verdict.status))
    guard result.verdict.status != .verified else { return }
    show(screens.sequel(to: .verify))
    if !prompter.asks {
      guard rehearsal != nil, !isRepeated else {
        throw Leave(status: ExitStatus(result.verdict.status))
      }
      return
    }
    if rehearsal != nil { say("wizard.practice-next") }
    try attendCheck(domain, result)
  }

  private func check(_ domain: SenderDomain) async throws -> CheckResult {
    try await interruptibly(progress: "progress.checking", about: domain) { [checker, journey] in
      try await checker.check(domain, answers: journey.values)
    }
  }

  /// Waits for the person, and meanwhile for the DNS; shows what changes there, and nothing else.
  private mutating func attendCheck(_ domain: SenderDomain, _ result: CheckResult) throws {
    say("verify.commands")
    var last = result
    while journey.run.position == .verify {
      let rounds = startRounds(domain, after: last)
      defer { rounds?.end() }
      let reply = prompter.ask(
        shell.messages("wizard.prompt.verify"), commands: [":copy", ":ticket"]
      ) { rounds?.hasNews ?? false }
      switch reply {
      case .help:
        say("wizard.keys")
        say("verify.commands")
      case .language(let code):
        if change(language: code) { return }
      case .leave(let status): throw Leave(status: leavingStatus(status))
      case .back: return try back()
      case .line(let typed):
        guard try fulfil(typed) else { return }
      case .left:
        guard let news = rounds?.news else { continue }
        try take(news, after: last)
        last = news
      }
    }
  }

  /// Looks again in the background, where time passes by itself and somebody sees the screen.
  private mutating func startRounds(_ domain: SenderDomain, after last: CheckResult) -> Rounds? {
    guard rehearsal == nil, prompter.isEditor else { return nil }
    let rounds = Rounds(after: last, schedule: RoundSchedule(every: roundSeconds)) {
      [checker, journey] in
      try await checker.check(domain, answers: journey.values)
    }
    say("verify.rounds", ["time": .text(WallClock.local.text(until: Clock.now + rounds.delay))])
    return rounds
  }

  /// What a look in the background has shown: a line for each change.
  private mutating func take(_ news: CheckResult, after last: CheckResult) throws {
    show(CheckChanges(from: last, to: news, shell.messages, clock: .local).blocks)
    lastResult = news
    let summary = CheckText.summary(news, shell.messages, clock: .local)
    show([.paragraph(summary), .space])
    guard news.verdict.status == .verified else { return }
    if notifies { shell.notify(summary) }
    try take(.checked(.verified))
  }

  /// Does what was typed; false when it asks for another look.
  private mutating func fulfil(_ typed: String) throws -> Bool {
    switch RecordWish(typed) {
    case .copy(let number): try copy(number)
    case .ticket: try ticket()
    default: return false
    }
    return true
  }
}

extension Shell {
  /// Calls a person back who looks elsewhere.
  func notify(_ sentence: String) {
    guard dialogue.isTerminal else { return }
    let isPlain = isAccessible || environment["TERM"] == "dumb"
    dialogue.write(isPlain ? "\u{07}" : Notification.sequence(sentence))
  }
}
