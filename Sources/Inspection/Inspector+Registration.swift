import DNS
import Diagnosis
import Registration
import RegistryAccess
import Resolution

extension Inspector {
  /// Asks the registry beside everything else, when it is to be asked in any case; nil when not.
  func askRegistryAtOnce(
    about domain: DNSName, _ deadline: ContinuousClock.Instant
  ) async -> [RegistrationAnswer]? {
    guard settings.registration.occasion == .always else { return nil }
    return await askRegistry(about: domain, deadline)
  }

  /// Asks the registry when the zone above gives a reason to; nil when it gives none.
  func askRegistryIfNeeded(
    about domain: DNSName, _ delegation: Delegation, _ deadline: ContinuousClock.Instant
  ) async -> [RegistrationAnswer]? {
    guard settings.registration.occasion == .auto, Self.raisesQuestions(delegation) else {
      return nil
    }
    return await askRegistry(about: domain, deadline)
  }

  /// Asks the registry when signatures are out of their time by the clock here: its answer says what
  /// time it is.
  func askForTheTime(
    _ evidence: inout Evidence, _ deadline: ContinuousClock.Instant
  ) async {
    guard settings.registration.occasion == .auto, evidence.registration == nil,
      evidence.hasUntimelySignatures
    else { return }
    evidence.registration = await askRegistry(about: evidence.registrableDomain, deadline)
  }

  private static func raisesQuestions(_ delegation: Delegation) -> Bool {
    switch delegation.outcome {
    case .absent: true
    case .delegated: StandInServers.entry(for: delegation.nameServers.map(\.name)) != nil
    case .unknown: false
    }
  }

  private func askRegistry(
    about domain: DNSName, _ deadline: ContinuousClock.Instant
  ) async -> [RegistrationAnswer] {
    var services = settings.registration.settings
    // A silent RDAP service leaves as much time for WHOIS as it took itself.
    services.patience = min(services.patience, settings.timeout / 2)
    return await RegistrationLookup(services).answers(for: domain, until: deadline)
  }
}
