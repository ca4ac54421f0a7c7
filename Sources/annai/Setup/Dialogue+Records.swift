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
    survey = try await look(at: domain, saying: "record.looking", progress: "look.looking") {
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
