import Diagnosis
import MailAuth

extension RecordFault {
  /// What is wrong in a DMARC record, for the findings that are about its text.
  init?(dmarc texts: [[UInt8]], _ finding: Finding) {
    guard
      let text = DMARCRecord.select(from: texts).first
        ?? texts.first(where: { DMARCRecord.isMeant(by: $0) })
    else { return nil }
    do throws(DMARCRecordError) {
      let record = try DMARCRecord(parsing: text)
      if let issue = record.issues.first(where: { $0.isMeant(by: finding) }) {
        self.init(issue, in: text)
      } else if let caution = Self.caution(of: finding, in: record) {
        self.init(caution, in: text)
      } else {
        return nil
      }
    } catch {
      guard finding.id == "dmarc-version-wrong" else { return nil }
      self.init(error, in: text)
    }
  }

  private static func caution(of finding: Finding, in record: DMARCRecord) -> DMARCCaution? {
    let (tag, observed) = (finding.text("tag") ?? "", finding.text("observed") ?? "")
    switch finding.id.rawValue {
    case "dmarc-version-wrong":
      return record.spacedVersionOffset.map { .spacedVersion(offset: $0) }
    case "dmarc-policy-missing": return .policyMissing
    case "dmarc-policy-not-second":
      guard case .offset(let offset)? = finding.arguments["offset"] else { return nil }
      return .policyNotSecond(offset: offset)
    case "dmarc-test-mode":
      guard let declared = record.policy,
        let applied = DMARCPolicy(rawValue: finding.text("effectivePolicy") ?? "")
      else { return nil }
      return .testMode(declared: declared, applied: applied)
    case "dmarc-psd-misused": return .notPublicSuffix
    case "dmarc-report-too-many":
      guard case .count(let count)? = finding.arguments["count"] else { return nil }
      return .manyReports(tag: tag, count: count, limit: DMARCRecord.mostReports)
    case "dmarc-report-placeholder": return .placeholder(tag: tag, address: observed)
    case "dmarc-report-address-malformed": return .notMail(tag: tag, address: observed)
    default: return nil
    }
  }
}

extension DMARCIssue {
  /// Whether a finding is about this very issue.
  fileprivate func isMeant(by finding: Finding) -> Bool {
    let isItsTag = finding.text("tag") == tag
    return switch finding.id.rawValue {
    case "dmarc-syntax":
      [.emptyTag, .missingEquals, .tagName, .character, .missingSemicolon].contains(reason)
    case "dmarc-policy-value-wrong": reason == .value && isItsTag
    case "dmarc-tag-obsolete": reason == .obsoleteTag || reason == .obsoleteSize
    case "dmarc-tag-unrecognised": reason == .unknownTag && isItsTag
    case "dmarc-tag-repeated": reason == .repeatedTag && isItsTag
    case "dmarc-report-address-malformed":
      reason == .reportAddress && isItsTag && finding.text("observed") == observed
    default: false
    }
  }
}

extension Finding {
  /// An argument that is a text.
  fileprivate func text(_ name: String) -> String? {
    if case .text(let text)? = arguments[name] { text } else { nil }
  }
}
