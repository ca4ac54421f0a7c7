import DNS
import MailAuth

extension Rule {
  /// The record does not begin with `v=DMARC1;`, or has spaces there that many receivers refuse.
  static let dmarcVersionWrong = Rule(
    "dmarc-version-wrong", layer: .mailAuth, severity: .error, references: ["RFC 9989 4.8"],
    arguments: ["name", "observed", "offset"], explains: .sameRecord(["dmarc-missing"]),
    broken: Example.dmarc("v=dmarc1; p=none"), fixed: Example()
  ) { evidence in
    evidence.dmarcSights.compactMap { sight in
      guard let (text, offset, severity) = sight.wrongVersion else { return nil }
      return Draft(
        record: sight.expected, severity: severity,
        arguments: [
          "name": sight.name, "observed": .text(RecordText.plain(text)),
          "offset": .offset(offset),
        ], evidence: sight.observations)
    }
  }
}

extension DMARCSight {
  /// The text whose version is wrong, where, and how much that matters.
  fileprivate var wrongVersion: (text: [UInt8], offset: Int, severity: Severity)? {
    if let text, let offset = record?.spacedVersionOffset { return (text, offset, .warning) }
    guard selected.isEmpty, let meant = texts.first(where: { DMARCRecord.isMeant(by: $0) }) else {
      return nil
    }
    do throws(DMARCRecordError) {
      _ = try DMARCRecord(parsing: meant)
      return nil
    } catch {
      guard case .version(let offset) = error else { return nil }
      return (meant, offset, .error)
    }
  }
}
