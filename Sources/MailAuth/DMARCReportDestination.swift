import DNS

/// A domain that a DMARC record sends reports to, and whether reports arrive there.
public struct DMARCReportDestination: Hashable, Sendable {
  /// Whether readers may send reports to the domain (RFC 9990 §4, RFC 9991 §5).
  public enum Authorization: Hashable, Sendable {
    /// It belongs to the same organization.
    case notNeeded
    /// It says that it takes these reports.
    case granted
    /// It takes them at other addresses of its own.
    case redirected([DMARCReportURI])
    /// It names an address elsewhere, so that nothing is sent to either.
    case redirectedElsewhere(DNSName)
    /// Nothing at this name, nor at its wildcard `*._report._dmarc` below the destination.
    case missing(name: DNSName)
    /// The name to ask about would be too long for DNS.
    case nameTooLong
    /// No answer that counts.
    case unknown
  }

  /// Whether the domain takes mail (RFC 5321 §5.1).
  public enum Delivery: String, Hashable, Sendable, Codable, CaseIterable {
    /// It has mail servers.
    case exchangers
    /// It has no MX, but an address, which then stands in for one.
    case address
    /// A null MX: it takes no mail (RFC 7505 §3).
    case refused
    /// Neither MX nor address.
    case nowhere
    /// No answer that counts.
    case unknown
  }

  /// The domain.
  public let domain: DNSName
  /// The mailboxes there, in the order of the record.
  public let mailboxes: [String]
  /// The tags that name them: `rua`, `ruf` or both.
  public let tags: [String]
  /// Whether it is another organization's by the tree walk (RFC 9989 §4.10.2).
  public let isExternal: Bool
  /// Whether it is another organization's by the public suffix list (RFC 7489 §7.1).
  public let isExternalByList: Bool
  /// Whether reports may be sent there.
  public let authorization: Authorization
  /// Whether mail arrives there.
  public let delivery: Delivery

  /// More destinations than readers serve; the rest of a hostile record is not looked at.
  public static let mostDestinations = 16

  /// Judges the destinations of a record at `policyDomain`; everything is asked for at once.
  public static func judge(
    _ record: DMARCRecord, at policyDomain: DNSName, in source: some LookupSource
  ) -> Gathering<[DMARCReportDestination]> {
    var open = OpenQuestions()
    var destinations: [DMARCReportDestination] = []
    let own = open.take(DMARCTreeWalk.judge(from: policyDomain, in: source))
    for request in Request.all(in: record).prefix(mostDestinations) {
      let host = request.domain
      let walk = open.take(DMARCTreeWalk.judge(from: host, in: source))
      let authorization = Self.authorization(of: policyDomain, request, in: source, &open)
      let delivery = Self.delivery(to: host, in: source, &open)
      guard let own, let walk, let authorization, let delivery else { continue }
      let isExternal = own.organizationalDomain != walk.organizationalDomain
      let isExternalByList =
        PublicSuffixList.registrableDomain(of: policyDomain)
        != PublicSuffixList.registrableDomain(of: host)
      destinations.append(
        DMARCReportDestination(
          domain: host, mailboxes: request.mailboxes, tags: request.tags, isExternal: isExternal,
          isExternalByList: isExternalByList,
          authorization: isExternal || isExternalByList ? authorization : .notNeeded,
          delivery: delivery))
    }
    return open.questions.isEmpty ? .done(destinations) : .needs(open.questions)
  }

  /// The addresses of a record that share a domain.
  private struct Request {
    let domain: DNSName
    var mailboxes: [String] = []
    var tags: [String] = []

    static func all(in record: DMARCRecord) -> [Request] {
      var requests: [Request] = []
      for (tag, addresses) in [
        ("rua", record.aggregateReports), ("ruf", record.failureReports),
      ] {
        for address in addresses {
          guard let domain = address.domain, let mailbox = address.mailbox else { continue }
          let place = requests.firstIndex { $0.domain == domain }
          // One more than is looked at, so that a hostile record costs no more.
          if place == nil, requests.count > mostDestinations { continue }
          let index = place ?? requests.endIndex
          if place == nil { requests.append(Request(domain: domain)) }
          if !requests[index].mailboxes.contains(mailbox), requests[index].mailboxes.count < 64 {
            requests[index].mailboxes.append(mailbox)
          }
          if !requests[index].tags.contains(tag) { requests[index].tags.append(tag) }
        }
      }
      return requests
    }
  }

  /// RFC 9990 §4: `<policy domain>._report._dmarc.<destination>`; the DNS itself applies wildcards.
  private static func authorization(
    of policyDomain: DNSName, _ request: Request, in source: some LookupSource,
    _ open: inout OpenQuestions
  ) -> Authorization? {
    let prefix = policyDomain.labels + [Array("_report".utf8), Array("_dmarc".utf8)]
    guard let name = try? DNSName(labels: prefix + request.domain.labels) else {
      return .nameTooLong
    }
    guard let answer = open.resolve(Question(name, .txt), in: source) else { return nil }
    guard case .records(let answered, _) = answer else {
      if case .nxDomain = answer { return .missing(name: name) }
      return .unknown
    }
    let records = DMARCRecord.select(from: answered.compactMap(\.text))
      .compactMap { try? DMARCRecord(parsing: $0) }
    if records.isEmpty { return .missing(name: name) }
    let overrides = records.flatMap { record in
      (request.tags.contains("rua") ? record.aggregateReports : [])
        + (request.tags.contains("ruf") ? record.failureReports : [])
    }
    // Step 9: an override must keep the destination host.
    let elsewhere = overrides.lazy.compactMap(\.domain).first { $0 != request.domain }
    if let elsewhere { return .redirectedElsewhere(elsewhere) }
    return overrides.isEmpty ? .granted : .redirected(overrides)
  }

  private static func delivery(
    to domain: DNSName, in source: some LookupSource, _ open: inout OpenQuestions
  ) -> Delivery? {
    let answers = [RecordType.mx, .a, .aaaa].map {
      open.resolve(Question(domain, $0), in: source)
    }
    guard let exchangers = answers[0] else { return nil }
    switch exchangers {
    case .records(let records, _) where !records.isEmpty:
      return records.compactMap(MailExchanger.init).allSatisfy(\.isNull) ? .refused : .exchangers
    case .records, .nxDomain:
      var isUnknown = false
      for answer in answers.dropFirst() {
        switch answer {
        case nil: return nil
        case .records(let records, _)? where !records.isEmpty: return .address
        case .failed?, .unknown?: isUnknown = true
        default: break
        }
      }
      return isUnknown ? .unknown : .nowhere
    case .failed, .unknown: return .unknown
    }
  }
}
