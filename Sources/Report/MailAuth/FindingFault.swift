import DNS
import Diagnosis
import Localization
import MailAuth

/// The place in a published record that a finding is about: the text with the place marked, which
/// rule it breaks and, for a fault of the text itself, what to write instead.
public struct FindingFault: Sendable, Equatable {
  /// The fault, with its sentence; nil when the finding's own words say all.
  public let fault: RecordFault?
  /// The text around the place; nil when no place of the text is at fault.
  public let excerpt: RecordFault.Excerpt?
  /// The document and section.
  public let rule: String?

  /// What a finding points at; nil for a finding about no record of mail that is there.
  public init?(_ finding: Finding) {
    guard finding.layer == .mailAuth else { return nil }
    let texts = finding.evidence.flatMap { $0.records ?? [] }.compactMap(\.text)
    fault = RecordFault(finding)
    excerpt = fault?.excerpt ?? RecordFault.Excerpt(finding, in: texts)
    rule = fault?.rule ?? finding.references.first
    if fault == nil, excerpt == nil { return nil }
  }

  /// The fault for people.
  public func blocks(_ messages: Messages, indent: Int = 2) -> [Block] {
    var blocks: [Block] = []
    if let excerpt { blocks += excerpt.blocks(messages, indent: indent) }
    if let fault { blocks.append(.paragraph(fault.sentence(messages), indent: indent)) }
    return blocks + RecordFault.notes(fault?.suggestion, rule, messages, indent: indent)
  }
}

extension RecordFault.Excerpt {
  /// The place of a finding, found again by its arguments.
  init?(_ finding: Finding, in texts: [[UInt8]]) {
    switch finding.id.rawValue.prefix(while: { $0 != "-" }) {
    case "spf": self.init(spf: finding, in: SPFRecord.select(from: texts))
    case "dkim", "dmarc": self.init(tags: finding, in: texts)
    case "mx": self.init(mx: finding)
    default: return nil
    }
  }

  private init?(spf finding: Finding, in texts: [[UInt8]]) {
    if case .offset(let offset)? = finding.arguments["offset"], let text = texts.first {
      let end = text[min(max(offset, 0), text.count)...].firstIndex(of: 0x20) ?? text.count
      // Behind `all` nothing counts, up to the end.
      self.init(text, from: offset, to: finding.id == "spf-term-after-all" ? text.count : end)
      return
    }
    let words = ["term", "include", "target"].compactMap { finding.arguments[$0]?.word }
    for text in texts {
      for start in SPFRecord.termOffsets(in: text) {
        let end = text[start...].firstIndex(of: 0x20) ?? text.count
        let term = RecordText.plain(Array(text[start..<end]))
        let isMeant = words.contains {
          term == $0 || term.hasSuffix(":\($0)") || term.hasSuffix("=\($0)")
        }
        guard isMeant else { continue }
        self.init(text, from: start, to: end)
        return
      }
    }
    return nil
  }

  /// The tags of DKIM and DMARC findings that name none themselves.
  private static let tags = [
    "dkim-revoked": "p", "dkim-key-short": "p", "dkim-key-other": "p", "dkim-key-split-wrong": "p",
    "dkim-testing": "t", "dkim-strict-identity": "t", "dkim-hash-unusable": "h",
    "dkim-service-other": "s", "dmarc-test-mode": "t", "dmarc-psd-misused": "psd",
  ]

  private init?(tags finding: Finding, in texts: [[UInt8]]) {
    guard let tag = finding.arguments["tag"]?.word ?? Self.tags[finding.id.rawValue] else {
      return nil
    }
    for text in texts {
      var start = 0
      for part in text.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
        let name = part.prefix { $0 != UInt8(ascii: "=") }.filter { $0 > 0x20 }
        if RecordText.plain(Array(name)).lowercased() == tag.lowercased(), name.count < part.count {
          let blanks = part.prefix { $0 <= 0x20 }.count
          self.init(text, from: start + blanks, to: start + part.count)
          return
        }
        start += part.count + 1
      }
    }
    return nil
  }

  /// An MX as it is written, its preference or its target marked.
  private init?(mx finding: Finding) {
    let exchangers = finding.evidence.flatMap { $0.records ?? [] }.compactMap(MailExchanger.init)
    let isAboutNull = finding.id.rawValue.hasPrefix("mx-null")
    let found = exchangers.first { exchanger in
      isAboutNull ? exchanger.isNull : finding.arguments["target"] == .name(exchanger.exchange)
    }
    guard let found else { return nil }
    let preference = Array("\(found.preference)".utf8)
    let text = preference + Array(" \(found.exchange)".utf8)
    let isPreference = ["mx-preference-wrong", "mx-null-preference-wrong"].contains(
      finding.id.rawValue)
    self.init(
      text, from: isPreference ? 0 : preference.count + 1,
      to: isPreference ? preference.count : text.count)
  }
}

extension FindingArgument {
  /// A text or a name as it stands in a record.
  fileprivate var word: String? {
    switch self {
    case .text(let text), .optional(let text?): text
    case .name(let name): name.withoutFinalDot
    default: nil
    }
  }
}
