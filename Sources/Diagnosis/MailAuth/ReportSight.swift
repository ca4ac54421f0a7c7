import DNS
import MailAuth

/// A domain that a DMARC record sends reports to.
struct ReportSight {
  let dmarc: DMARCSight
  let destination: DMARCReportDestination
}

extension Evidence {
  /// The domains that reports go to, as far as they could be looked at.
  var reportSights: [ReportSight] {
    let source = ObservedLookups(self)
    return dmarcSights.flatMap { sight -> [ReportSight] in
      guard let record = sight.record,
        case .done(let destinations) = DMARCReportDestination.judge(
          record, at: sight.domain, in: source)
      else { return [] }
      return destinations.map { ReportSight(dmarc: sight, destination: $0) }
    }
  }
}
