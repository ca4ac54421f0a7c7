import DNS
import Foundation
import Registration

extension Example {
  /// What the registry answers, and how the clock compares with its own; nil when it is not asked.
  func registryAnswers(about domain: DNSName) -> [RegistrationAnswer]? {
    let registry = clockOffset == nil ? registry : registry ?? .active
    return registry?.answers(about: domain).map { answer in
      var answer = answer
      answer.clockOffset = clockOffset
      return answer
    }
  }

  /// What the registry says of the domain.
  enum Registry: Sendable {
    /// Nothing is the matter.
    case active
    /// One status, and when the term ends.
    case status(String, expires: String = "2046-01-01")
    /// It has no such domain.
    case nothing
    /// It gives no answer that counts.
    case failure(RegistrationFailure)

    /// The answer of the registry, which is asked over RDAP.
    func answers(about domain: DNSName) -> [RegistrationAnswer] {
      let result: RegistrationResult =
        switch self {
        case .active: .found(Self.data(domain, "clientTransferProhibited", "2046-01-01"))
        case .status(let code, let expires): .found(Self.data(domain, code, expires))
        case .nothing: .notFound
        case .failure(let failure): .failed(failure)
        }
      return [
        RegistrationAnswer(
          domain: domain, source: .rdap, server: "rdap.verisign.com",
          askedAt: Date(timeIntervalSince1970: Double(Example.moment)), result: result)
      ]
    }

    /// A domain that was registered with a Chinese company four days before the look.
    private static func data(
      _ domain: DNSName, _ code: String, _ expires: String
    ) -> RegistrationData {
      var data = RegistrationData(domain: domain)
      data.statuses = [EPPStatus(code)]
      let dates: [(RegistrationEvent.Action, String)] = [
        (.registration, "2025-12-28T00:00:00Z"), (.lastChanged, "2025-12-31T00:00:00Z"),
        (.expiration, expires),
      ]
      data.events = dates.compactMap { action, text in
        RegistrationDate(text).map { RegistrationEvent(action, $0) }
      }
      data.nameServers = (try? DNSName("f1g1ns1.dnspod.net.")).map { [$0] } ?? []
      data.registrar = Registrar(name: "DNSPod, Inc.", ianaID: 1697)
      return data
    }
  }
}
