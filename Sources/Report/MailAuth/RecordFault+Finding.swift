import DNS
import Diagnosis
import MailAuth

extension RecordFault {
  /// The fault that a finding speaks of, found again in the records that prove it; nil for findings
  /// that are about no fault of a text.
  public init?(_ finding: Finding) {
    let texts = finding.evidence.flatMap { $0.records ?? [] }.compactMap(\.text)
    switch finding.id.rawValue {
    case "spf-syntax", "spf-term-misspelt", "spf-version-wrong": self.init(spf: texts, finding)
    case "dkim-syntax", "dkim-key-corrupt", "dkim-key-truncated", "dkim-key-missing",
      "dkim-key-type-wrong":
      self.init(dkim: texts)
    case let id where id.hasPrefix("dmarc-"): self.init(dmarc: texts, finding)
    case let id where id.hasPrefix("mx-"): self.init(mx: finding)
    default: return nil
    }
  }

  private init?(spf texts: [[UInt8]], _ finding: Finding) {
    let meant = SPFRecord.select(from: texts).first ?? texts.first { SPFRecord.isMeant(by: $0) }
    guard let text = meant else { return nil }
    if finding.id == "spf-term-misspelt" {
      let slip = SPFMisspelling.find(in: text).first {
        finding.arguments["offset"] == .offset($0.offset)
      }
      guard let slip else { return nil }
      self.init(slip, in: text)
      return
    }
    do throws(SPFSyntaxError) {
      _ = try SPFRecord(parsing: text)
      return nil
    } catch {
      self.init(error, in: text)
    }
  }

  private init?(dkim texts: [[UInt8]]) {
    guard let text = texts.first,
      let fault = DKIMKeyVerdict.faults(in: text).lazy
        .compactMap({ RecordFault($0, in: text) }).first
    else { return nil }
    self = fault
  }
}
