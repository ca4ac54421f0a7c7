import DNS
import Diagnosis
import Localization
import Playbook
import Practice
import Publishing
import Report
import Terminal
import Wizard

/// What happens with the records: shown, checked, reviewed, submitted.
extension Dialogue {
  mutating func showRecords() async throws {
    guard let domain = journey.domain else { return try back() }
    try rehearsal?.open(domain.name)
    say("record.looking", ["domain": .text(domain.name.withoutFinalDot)])
    survey = try await interruptibly { [checker, journey] in
      try await checker.survey(domain, answers: journey.values)
    }
    hosts = try await checker.hosts.all
    show([.space])
    switch try attendRecords() {
    case .stay: return
    case .back: try back()
    case .go:
      try rehearsal?.add(try plan, for: domain.name)
      try take(.accepted)
    }
  }

  mutating func verify() async throws {
    guard let domain = journey.domain else { return try back() }
    try rehearsal?.beforeCheck(
      try plan, for: domain.name, waiting: lastResult?.verdict.waitSeconds)
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
    if case .back = try proceed("wizard.prompt.verify") { try back() }
  }

  private func check(_ domain: SenderDomain) async throws -> CheckResult {
    try await interruptibly { [checker, journey] in
      try await checker.check(domain, answers: journey.values)
    }
  }

  /// Does something that takes a while; a signal ends it at once, and the run stays on disk.
  private func interruptibly<Result: Sendable>(
    _ work: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    Signals.open()
    defer { Signals.close() }
    return try await withThrowingTaskGroup(of: Result.self) { group in
      group.addTask { try await work() }
      group.addTask {
        while true {
          try await Task.sleep(for: .milliseconds(100))
          if let number = Signals.take() {
            throw Leave(status: ExitStatus(rawValue: 128 + number) ?? .terminated)
          }
        }
      }
      defer { group.cancelAll() }
      guard let result = try await group.next() else { throw CancellationError() }
      return result
    }
  }

  mutating func review() async throws {
    show(screens.review(journey.run))
    switch try proceed("wizard.prompt.review") {
    case .stay: return
    case .back: try back()
    case .go(let text): if text.isEmpty { try submit() } else { try change(text) }
    }
  }

  /// `2` or `change 2` asks the second question again and comes back.
  mutating func change(_ text: String) throws {
    let number = text.split(separator: " ").last.flatMap { Int($0) } ?? 0
    let inputs = journey.inputs
    guard inputs.indices.contains(number - 1) else {
      return say("wizard.change-unknown", ["count": .integer(inputs.count)])
    }
    introduced = nil
    try take(.change(inputs[number - 1].id))
  }

  mutating func submit() throws {
    if let rehearsal, let domain = journey.domain {
      guard try rehearsal.submit(try plan, for: domain.name) else {
        say("wizard.practice-pending")
        if !prompter.asks { throw Leave(status: .refused) }
        return
      }
      say("wizard.practice-verified")
    }
    try take(.accepted)
  }

  var plan: [PlannedRecord] {
    get throws {
      guard let domain = journey.domain else { return [] }
      return try Plan.records(journey.playbook, journey.values, zone: zone)
    }
  }

  /// The zone that holds the records, as far as a look has shown it.
  var zone: DNSName {
    guard let domain = journey.domain else { return .root }
    let seen = lastResult?.evidence.zone ?? survey?.zone
    return seen.flatMap { domain.name.isSubdomain(of: $0) ? $0 : nil } ?? domain.registrableDomain
  }
}
