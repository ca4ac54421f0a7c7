import DNS
import Diagnosis
import Foundation
import Inspection
import Localization
import Playbook
import Publishing
import Report
import Resolution
import Wizard

/// Looks at one domain after another with one inspector.
struct Checker: Sendable {
  /// The DNS hosts that are told apart.
  let hosts: HostDirectory
  /// What a story makes of what was seen; a look at the real world is told as it was.
  var told: @Sendable (Evidence) -> Evidence = { $0 }
  private let playbook: Playbook
  private let settings: Inspector.Settings
  private let inspector: Inspector

  init(playbook: Playbook, hosts: HostDirectory, settings: Inspector.Settings) throws {
    self.playbook = playbook
    self.hosts = hosts
    self.settings = settings
    inspector = try Self.inspector(settings)
  }

  private static func inspector(_ settings: Inspector.Settings) throws(Failure) -> Inspector {
    do {
      return try Inspector(settings: settings)
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
    let records = try plan(domain, answers: answers)
    let plan = records.filter { !$0.isUnknownToken }
    // Read while the network is waited for.
    hosts.prepare()
    let queriesBefore = inspector.counter.count
    let start = ContinuousClock.now
    var evidence = await inspector.evidence(
      of: domain.name, registrable: domain.registrableDomain,
      expected: plan.map { ExpectedRecord($0, samples: playbook.inputs.flatMap(\.refused)) })
    if typed != domain.name.withoutFinalDot { evidence.typed = typed }
    evidence = told(evidence)
    let duration = start.duration(to: .now)
    let known = try await hosts.all
    return CheckResult(
      playbook: playbook.id, evidence: evidence,
      durationMilliseconds: Int((duration / .milliseconds(1)).rounded()),
      queries: inspector.counter.count - queriesBefore,
      dnsHost: DNSHost.recognise(evidence.nameServers.map(\.name), among: known)?.id,
      leftOut: records.filter(\.isUnknownToken).map(\.id))
  }

  /// Looks at a domain of which nothing is known but its name.
  func firstLook(_ domain: SenderDomain) async throws -> FirstLook {
    var settings = settings
    settings.resolvers = []
    settings.timeout = min(settings.timeout, Self.firstPatience)
    hosts.prepare()
    let inspector = try Self.inspector(settings)
    let evidence = await inspector.evidence(
      of: domain.name, registrable: domain.registrableDomain,
      expected: FirstLook.expected(at: domain.name))
    return FirstLook(evidence, survey: Survey(evidence, hosts: try await hosts.all))
  }

  /// Nobody wants to wait long before the first question.
  private static let firstPatience = Duration.seconds(5)

  /// Looks at what stands at a domain before anything is added.
  ///
  /// No resolver is asked: it would remember that there is nothing yet (RFC 2308 §5), and make the
  /// person wait for that to pass.
  func survey(_ domain: SenderDomain, answers: [String: String]) async throws -> Survey {
    var settings = settings
    settings.resolvers = []
    settings.registration.occasion = .never
    var quiet = try Checker(playbook: playbook, hosts: hosts, settings: settings)
    quiet.told = told
    let evidence = try await quiet.check(domain, answers: answers).evidence
    return Survey(evidence, hosts: try await hosts.all)
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

extension PlannedRecord {
  /// Whether this is a token that nobody said: it cannot be told from other texts at its name.
  fileprivate var isUnknownToken: Bool { isSoundnessOnly && purpose == .other && type == .txt }
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
