import DNS
import Diagnosis
import Localization
import Playbook
import Practice
import Publishing
import Report
import Terminal
import Wizard

/// The records are shown, and the zone that they belong to is looked at.
extension Dialogue {
  mutating func showRecords() async throws {
    guard let domain = journey.domain else { return try back() }
    try rehearsal?.open(domain.name)
    say("record.looking", ["domain": .text(domain.name.withoutFinalDot)])
    survey = try await interruptibly(progress: "look.looking", about: domain) {
      [checker, journey] in
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

  /// Does something that takes a while; a signal ends it at once, and the run stays on disk.
  func interruptibly<Result: Sendable>(
    progress key: MessageKey, about domain: SenderDomain,
    _ work: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    Signals.open()
    defer { Signals.close() }
    return try await shell.waiting(key, ["domain": .text(domain.name.withoutFinalDot)]) {
      try await withThrowingTaskGroup(of: Result.self) { group in
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
  }

  var plan: [PlannedRecord] {
    get throws {
      guard journey.domain != nil else { return [] }
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
