import DNS
import MailAuth

/// A domain that a DMARC record sends reports to.
struct ReportSight {
  let dmarc: DMARCSight
  let destination: DMARCReportDestination
}

extension Evidence {
  /// Looks for the domains that reports go to.
  func findReports(of dmarc: [DMARCSight], _ source: ObservedLookups) -> [ReportSight] {
    dmarc.flatMap { sight -> [ReportSight] in
      guard let record = sight.record,
        case .done(let destinations) = DMARCReportDestination.judge(
          record, at: sight.domain, in: source)
      else { return [] }
      return destinations.map { ReportSight(dmarc: sight, destination: $0) }
    }
  }
}
