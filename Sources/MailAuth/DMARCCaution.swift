import DNS

/// Something in a DMARC record that is legal, or passed over, and seldom what its owner wants.
public enum DMARCCaution: Hashable, Sendable {
  /// White space around the version, which many readers do not accept (RFC 9989 §4.8).
  case spacedVersion(offset: Int)
  /// No `p`: read as `none` with a report address and not at all without (RFC 9989 §4.10.1).
  case policyMissing
  /// `p` does not follow `v` directly, as readers by RFC 7489 §6.4 want it.
  case policyNotSecond(offset: Int)
  /// `t=y`: a policy one level milder is applied (RFC 9989 §4.7), by readers of RFC 7489 the full.
  case testMode(declared: DMARCPolicy, applied: DMARCPolicy)
  /// `psd=y` on a domain that is no public suffix (RFC 9989 §4.7).
  case notPublicSuffix
  /// More addresses in a tag than the two that every reader must serve (RFC 7489 §6.2).
  case manyReports(tag: String, count: Int, limit: Int)
  /// A sample of a guide that was left in place; reports go to a stranger.
  case placeholder(tag: String, address: String)
  /// An address that is no `mailto:`, the only scheme that readers must know (RFC 9989 §4.7).
  case notMail(tag: String, address: String)
  /// `fo` without `ruf`, which has no effect (RFC 9989 §4.7).
  case optionsUnused
}

extension DMARCRecord {
  /// The addresses that every reader must serve (RFC 7489 §6.2).
  public static let mostReports = 2

  /// What deserves a word in a record at `domain`; `samples` are addresses of vendors' guides.
  public func cautions(at domain: DNSName, samples: [String] = []) -> [DMARCCaution] {
    var cautions: [DMARCCaution] = []
    if let spacedVersionOffset { cautions.append(.spacedVersion(offset: spacedVersionOffset)) }
    if let place = tagNames.firstIndex(of: "p") {
      if place != 1 { cautions.append(.policyNotSecond(offset: tagOffsets[place])) }
    } else {
      cautions.append(.policyMissing)
    }
    if isTest, let policy, policy != .none {
      cautions.append(.testMode(declared: policy, applied: policy.milder))
    }
    if publicSuffix == .yes, !PublicSuffixList.isPublicSuffix(domain) {
      cautions.append(.notPublicSuffix)
    }
    for (tag, addresses) in [("rua", aggregateReports), ("ruf", failureReports)] {
      if addresses.count > Self.mostReports {
        cautions.append(
          .manyReports(tag: tag, count: addresses.count, limit: Self.mostReports))
      }
      for address in addresses {
        if address.mailbox == nil {
          cautions.append(.notMail(tag: tag, address: address.text))
        } else if address.isPlaceholder(samples) {
          cautions.append(.placeholder(tag: tag, address: address.text))
        }
      }
    }
    if tagNames.contains("fo"), failureReports.isEmpty { cautions.append(.optionsUnused) }
    return cautions
  }

  /// The tag that an unknown one was probably meant to be.
  public static func suggestion(forTag name: String) -> String? {
    let known = ["p", "sp", "np", "adkim", "aspf", "fo", "rua", "ruf", "t", "psd"]
    // Short names are all near each other: one letter, and only of three and more.
    let word = name.lowercased()
    if word == "policy" { return "p" }
    return word.utf8.count < 3 ? nil : NearestWord.among(known, to: word, limit: 1)
  }

  /// The policy that a wrong word was probably meant to be.
  public static func suggestion(forPolicy value: String) -> DMARCPolicy? {
    NearestWord.among(DMARCPolicy.allCases.map(\.rawValue), to: value.lowercased(), limit: 2)
      .flatMap(DMARCPolicy.init(rawValue:))
  }
}

extension DMARCReportURI {
  /// Whether the mailbox is one of `samples`, only x's, or says that it is yours to fill in.
  func isPlaceholder(_ samples: [String]) -> Bool {
    guard let mailbox = mailbox?.lowercased() else { return false }
    if samples.contains(where: { $0.lowercased() == mailbox }) { return true }
    let parts = mailbox.split(separator: "@")
    guard let local = parts.first, let host = parts.last else { return false }
    let isCrossed = local.utf8.count >= 3 && local.allSatisfy { $0 == "x" }
    return isCrossed
      || [local, host].contains { part in
        ["yourdomain", "your-domain", "youremail", "your-email", "your_email", "yourname"]
          .contains { part.hasPrefix($0) }
      }
  }
}
