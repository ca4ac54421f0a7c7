import DNS
import MailAuth

extension Evidence {
  /// What the judgements of the mail records still have to ask, all at once.
  ///
  /// A look asks these and looks again until nothing is open: SPF leads to further records, MX to
  /// addresses, DMARC to the domains above and to those that get the reports.
  public var openMailQuestions: [Question] {
    guard delegation == .present else { return [] }
    let asked = Set(observations.map(\.question))
    let places = expected.filter { lacks($0) }.flatMap { furtherPlaces(of: $0) }
    return (mailQuestions(in: ObservedLookups(self)) + places.filter { !asked.contains($0) })
      .distinct
  }

  /// Where a record of mail may be instead of where it is expected: an SPF record at the domains
  /// above, up to the registered one, a key at selectors of other times.
  func furtherPlaces(of record: ExpectedRecord) -> [Question] {
    let names: [DNSName] =
      switch record.purpose {
      case .spf:
        sequence(first: record.name, next: \.parent).dropFirst()
          .prefix { $0.isSubdomain(of: registrableDomain) }.map { $0 }
      case .dkim where record.type == .txt:
        (record.otherNames ?? []).filter { zone(of: $0) != nil && $0 != record.name }
      default: []
      }
    return names.map { Question($0, record.type) }
  }

  /// Whether servers of the zone say that a record is not there, or another, and none has it right.
  func lacks(_ record: ExpectedRecord) -> Bool {
    let states = authoritativeStates(of: record).map(\.state)
    return !states.contains(.match) && states.contains { $0 != .unknown }
  }

  /// How the mail service's signature and return path stand to a sender domain under a record.
  ///
  /// The signing domain is that of the key's name, the return path's that of the SPF record.
  func alignment(
    of sender: DNSName, under record: DMARCRecord, _ source: some LookupSource
  ) -> Gathering<DMARCAlignmentVerdict> {
    let signers = expected.filter { $0.purpose == .dkim }.compactMap(\.signingDomain)
    let returnPaths = expected.filter { $0.purpose == .spf }.map(\.name)
    return DMARCAlignmentVerdict.judge(
      sender, dkim: signers.contains(sender) ? sender : signers.first,
      returnPath: returnPaths.contains(sender) ? sender : returnPaths.first, under: record,
      in: source)
  }

  /// The same, if every record is found as the mail service asks for it: what can be asked before
  /// any server of the domain has been heard.
  public var foreseenMailQuestions: [Question] {
    let planned = Dictionary(grouping: expected, by: \.question)
      .mapValues { LookupAnswer.records($0.compactMap(\.record)) }
    return mailQuestions(in: PlannedLookups(ObservedLookups(self), planned: planned))
  }

  private func mailQuestions(in source: some LookupSource) -> [Question] {
    var open: [Question] = []
    func collect<Outcome>(_ judgement: Gathering<Outcome>) {
      guard case .needs(let questions) = judgement else { return }
      open += questions.filter { !open.contains($0) }
    }
    for record in expected {
      switch record.purpose {
      case .spf: collect(SPFTree.walk(from: record.name, in: source))
      case .dkim: collect(DKIMKeyVerdict.judge(at: record.name, in: source))
      case .mx: collect(MXVerdict.judge(record.name, in: source))
      case .dmarc:
        guard let domain = record.policyDomain else { continue }
        collect(DMARCDiscovery.judge(domain, in: source))
        if let policy = Self.policy(at: record.question, in: source) {
          collect(DMARCReportDestination.judge(policy, at: domain, in: source))
          collect(alignment(of: domain, under: policy, source))
        }
      case .other: break
      }
    }
    return open
  }

  /// The one DMARC record at a name.
  static func policy(at question: Question, in source: some LookupSource) -> DMARCRecord? {
    guard case .records(let records, _) = source.resolve(question) else { return nil }
    let texts = DMARCRecord.select(from: records.texts)
    return texts.count == 1 ? try? DMARCRecord(parsing: texts[0]) : nil
  }

  /// What was seen of a name's records of one type, as evidence for a finding.
  func observations(of name: DNSName, _ type: RecordType) -> [Observation] {
    let question = Question(name, type)
    return observations.filter { $0.question == question }.filter {
      $0.role == .authoritative || $0.role == .undelegated || $0.role == .lookup
    }
  }
}

extension ExpectedRecord {
  /// The domain that a DMARC record speaks for: its name without `_dmarc`.
  var policyDomain: DNSName? {
    guard purpose == .dmarc, name.labels.first.map({ $0.elementsEqual("_dmarc".utf8) }) == true
    else { return nil }
    return name.parent
  }

  /// The domain that a key signs for (RFC 6376 §3.6.2.1).
  fileprivate var signingDomain: DNSName? {
    guard let place = name.labels.firstIndex(where: { $0.elementsEqual("_domainkey".utf8) }) else {
      return nil
    }
    return try? DNSName(labels: Array(name.labels[(place + 1)...]))
  }

  /// The record as it is once it has been published; nil when its value is not known.
  fileprivate var record: ResourceRecord? {
    if value.isEmpty { return nil }
    let data: RecordData? =
      switch type {
      case .txt: .txt([Array(value.utf8)])
      case .mx:
        (try? DNSName(value)).map { .mx(preference: priority ?? 10, exchange: $0) }
      case .cname: (try? DNSName(value)).map(RecordData.name)
      default: nil
      }
    return data.map { ResourceRecord(name: name, type: type, ttl: 0, data: $0) }
  }
}
