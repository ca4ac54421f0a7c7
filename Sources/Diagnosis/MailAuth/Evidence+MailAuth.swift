import DNS
import MailAuth

extension Evidence {
  /// What the judgements of the mail records still have to ask, all at once.
  ///
  /// A look asks these and looks again until nothing is open: SPF leads to further records, MX to
  /// addresses, DMARC to the domains above and to those that get the reports.
  public var openMailQuestions: [Question] {
    guard delegation == .present else { return [] }
    let source = ObservedLookups(self)
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
}
