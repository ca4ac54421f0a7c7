import DNS
import Diagnosis
import MailAuth

extension RecordFault {
  /// The place of the fault that a finding speaks of, found again in the records that prove it; nil
  /// for findings that are about no place in a text.
  public init?(_ finding: Finding) {
    let texts = finding.evidence.flatMap { $0.records ?? [] }.compactMap(\.text)
    switch finding.id.rawValue {
    case "spf-syntax", "spf-term-misspelt": self.init(spf: texts, finding)
    case "dkim-syntax", "dkim-key-corrupt": self.init(dkim: texts)
    case "dmarc-version-wrong", "dmarc-syntax": self.init(dmarc: texts)
    default: return nil
    }
  }

  private init?(spf texts: [[UInt8]], _ finding: Finding) {
    guard let text = SPFRecord.select(from: texts).first else { return nil }
    if finding.id == "spf-term-misspelt" {
      let slip = SPFMisspelling.find(in: text).first {
        finding.arguments["offset"] == .count($0.offset)
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

  private init?(dmarc texts: [[UInt8]]) {
    guard
      let text = DMARCRecord.select(from: texts).first
        ?? texts.first(where: { DMARCRecord.isMeant(by: $0) })
    else { return nil }
    do throws(DMARCRecordError) {
      let record = try DMARCRecord(parsing: text)
      if let offset = record.spacedVersionOffset {
        self.init(.spacedVersion(offset: offset), in: text)
        return
      }
      let places: Set<DMARCIssue.Reason> = [
        .emptyTag, .missingEquals, .tagName, .character, .missingSemicolon,
      ]
      guard let issue = record.issues.first(where: { places.contains($0.reason) }) else {
        return nil
      }
      self.init(issue, in: text)
    } catch {
      self.init(error, in: text)
    }
  }
}
