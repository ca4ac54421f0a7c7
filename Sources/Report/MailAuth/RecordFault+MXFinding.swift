import DNS
import Diagnosis
import MailAuth

extension RecordFault {
  /// What is wrong with mail servers, for the findings that are about an MX record that is there.
  init?(mx finding: Finding) {
    let exchangers = Set(
      finding.evidence.flatMap { $0.records ?? [] }.compactMap(MailExchanger.init))
    let others = exchangers.filter { !$0.isNull }.count
    switch finding.id.rawValue {
    case "mx-null": self.init(.null)
    case "mx-null-with-others": self.init(.nullWithOthers(count: others))
    case "mx-null-preference-wrong":
      guard let null = exchangers.first(where: \.isNull) else { return nil }
      self.init(.nullPreference(null.preference))
    default:
      guard case .name(let target)? = finding.arguments["target"] else { return nil }
      let all = exchangers.filter { $0.exchange == target }.map(\.preference).sorted()
      guard let preference = all.first else { return nil }
      self.init(finding, about: target, all, preference)
    }
  }

  private init?(
    _ finding: Finding, about target: DNSName, _ preferences: [UInt16], _ preference: UInt16
  ) {
    switch finding.id.rawValue {
    case "mx-target-is-address":
      let digits = target.labels.prefix(4).map { RecordText.plain($0) }.joined(separator: ".")
      guard let address = IPAddress(digits) else { return nil }
      self.init(.address(target: target, address))
    case "mx-target-malformed":
      guard case .offset(let offset)? = finding.arguments["offset"] else { return nil }
      self.init(.malformed(target: target, offset: offset))
    case "mx-target-is-alias":
      guard case .names(let chain)? = finding.arguments["chain"] else { return nil }
      self.init(.alias(target: target, chain: Array(chain.dropFirst())))
    case "mx-target-unresolvable":
      self.init(
        .unresolvable(target: target, exists: finding.arguments["rcode"] == .text("NOERROR")))
    case "mx-repeated": self.init(.repeated(target: target, preferences: preferences))
    case "mx-preference-wrong":
      guard case .count(let expected)? = finding.arguments["expectedPreference"] else {
        return nil
      }
      self.init(
        .preference(
          target: target, observed: preference, expected: UInt16(clamping: expected)))
    case "mx-leftover-host":
      self.init(.leftover(MailExchanger(preference: preference, exchange: target)))
    default: return nil
    }
  }
}
