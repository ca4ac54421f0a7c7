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
    let result = try await look(
      at: domain, saying: "wizard.checking", progress: "progress.checking"
    ) { [checker, journey] in
      try await checker.check(domain, answers: journey.values)
    }
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

  /// Waits for the person, and meanwhile for the DNS; shows what changes there, and nothing else.
  private mutating func attendCheck(_ domain: SenderDomain, _ result: CheckResult) throws {
    showIndex()
    say("verify.commands")
    var (last, rounds) = (result, startRounds(domain, after: result))
    defer { rounds?.end() }
    while journey.run.position == .verify {
      let reply = self.reply(
        to: shell.messages("wizard.prompt.verify"), commands: CheckWish.commands
      ) { rounds?.hasNews ?? false }
      switch reply {
      case .help:
        say("wizard.keys")
        say("verify.commands")
        tell(rounds)
      case .language(let code):
        if change(language: code) { return }
      case .leave(let status): throw Leave(status: leavingStatus(status))
      case .back: return try back()
      case .line(let typed):
        let wish = CheckWish(typed)
        if wish == .again { return }
        try fulfil(wish)
        tell(rounds)
      case .left:
        guard let news = rounds?.news else { continue }
        try take(news, after: last)
        rounds?.end()
        last = news
        rounds = startRounds(domain, after: last)
      }
    }
  }

  /// Looks again in the background, where time passes by itself and somebody sees the screen.
  private mutating func startRounds(_ domain: SenderDomain, after last: CheckResult) -> Rounds? {
    guard journey.run.position == .verify, rehearsal == nil, prompter.isTerminal else { return nil }
    let rounds = Rounds(after: last, schedule: RoundSchedule(every: roundSeconds)) {
      [checker, journey] in
      try await checker.check(domain, answers: journey.values)
    }
    tell(rounds)
    return rounds
  }

  /// When the next look in the background comes.
  private mutating func tell(_ rounds: Rounds?) {
    guard let rounds, !rounds.hasNews else { return }
    say("verify.rounds", ["time": .text(WallClock.local.text(until: rounds.nextLook))])
  }

  /// What a look in the background has shown: a line for each change.
  private mutating func take(_ news: CheckResult, after last: CheckResult) throws {
    show(CheckChanges(from: last, to: news, shell.messages, clock: .local).blocks)
    lastResult = news
    let summary = CheckText.summary(news, shell.messages, clock: .local)
    show([.paragraph(summary), .space])
    guard news.verdict.status == .verified else { return showIndex() }
    if notifies { shell.notify(summary) }
    try take(.checked(.verified))
  }

  /// The findings of the last look, each with the number that calls its article up.
  private mutating func showIndex() {
    guard let index, index.count > 0 else { return }
    say("verify.findings", ["count": .integer(index.count)])
    show(index.blocks + [.space])
  }

  private var index: FindingIndex? {
    lastResult.map { FindingIndex($0, shell.messages, clock: .local) }
  }

  private mutating func fulfil(_ wish: CheckWish) throws {
    let count = index?.count ?? 0
    switch wish {
    case .again: break
    case .findings where count == 0, .finding where count == 0: say("verify.no-findings")
    case .findings: showIndex()
    case .finding(let number):
      guard let article = index?.article(number) else {
        return say("verify.which", ["count": .integer(count)])
      }
      show(article)
    case .copy(let number): try copy(number)
    case .ticket: try ticket()
    case .unknown(let typed): say("verify.typed-unknown", ["typed": .text(typed)])
    }
  }
}

extension Shell {
  /// Calls a person back who looks elsewhere.
  func notify(_ sentence: String) {
    guard dialogue.isTerminal else { return }
    let isPlain = isAccessible || environment("TERM") == "dumb"
    dialogue.write(isPlain ? "\u{07}" : Notification.sequence(sentence))
  }
}
