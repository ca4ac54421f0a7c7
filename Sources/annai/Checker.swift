import DNS
import Diagnosis
import Foundation
import Inspection
import Localization
import Playbook
import Report
import Resolution
import Wizard

/// Looks at one domain after another with one inspector.
struct Checker: Sendable {
  private let playbook: Playbook
  private let hosts: [DNSHost]
  private let inspector: Inspector

  init(playbook: Playbook, hosts: [DNSHost], settings: Inspector.Settings) throws {
    self.playbook = playbook
    self.hosts = hosts
    do {
      inspector = try Inspector(settings: settings)
    } catch {
      throw Failure(.internalError, "error.no-sockets")
    }
  }

  /// The records that a domain needs with these answers.
  func plan(_ domain: SenderDomain, answers: [String: String]) throws -> [PlannedRecord] {
    var values = answers
    if let input = playbook.domainInput { values[input.id] = domain.name.withoutFinalDot }
    return try Plan.records(playbook, values, zone: domain.registrableDomain)
  }

  /// Gathers the evidence for a domain, as somebody typed it, and judges it.
  func check(
    _ domain: SenderDomain, typed: String? = nil, answers: [String: String]
  ) async throws -> CheckResult {
    let plan = try plan(domain, answers: answers)
    let queriesBefore = inspector.counter.count
    let start = ContinuousClock.now
    var evidence = await inspector.evidence(
      of: domain.name, registrable: domain.registrableDomain,
      expected: plan.map(ExpectedRecord.init))
    if typed != domain.name.withoutFinalDot { evidence.typed = typed }
    let duration = start.duration(to: .now)
    return CheckResult(
      playbook: playbook.id, evidence: evidence,
      durationMilliseconds: Int((duration / .milliseconds(1)).rounded()),
      queries: inspector.counter.count - queriesBefore,
      dnsHost: DNSHost.recognise(evidence.nameServers.map(\.name), among: hosts)?.id)
  }
}

extension Checker {
  /// What there is to say of a text that is no domain to send mail from; nobody is asked.
  func refuse(_ typed: String) -> CheckResult {
    CheckResult(
      playbook: playbook.id,
      evidence: Evidence(refusing: typed, at: Int(Date.now.timeIntervalSince1970)),
      durationMilliseconds: 0, queries: 0, dnsHost: nil)
  }
}

/// A playbook's records for some answers.
enum Plan {
  static func records(
    _ playbook: Playbook, _ values: [String: String], zone: DNSName
  ) throws -> [PlannedRecord] {
    do {
      return try playbook.plan(Answers(values), zone: zone)
    } catch {
      throw Failure(error, playbook)
    }
  }
}
