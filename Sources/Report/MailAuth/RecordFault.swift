import Diagnosis
import Localization

/// A fault in a record: what is wrong, at which place of the text, and which rule says so.
///
/// The message of a code is `record.fault.<kind>.<code>`: it says what is wrong and what to write
/// instead.
public struct RecordFault: Sendable, Equatable {
  /// What kind of record has the fault.
  public let kind: Kind
  /// Which fault it is, such as `unknownMechanism`.
  public let code: String
  /// What its message needs.
  public let arguments: [String: Argument]
  /// The text of the record around the fault; nil when no text is at fault.
  public let excerpt: Excerpt?
  /// The document and section that the record breaks, such as `RFC 7208 5.6`.
  public let rule: String?
  /// What was probably meant.
  public let suggestion: String?

  /// What kind of record a fault is in; `key` is the key inside a DKIM record.
  public enum Kind: String, Sendable {
    case spf, dkim, key, dmarc, mx
  }

  /// A text in three parts, the fault in the middle.
  public struct Excerpt: Hashable, Sendable {
    /// What stands before the fault.
    public let before: String
    /// The fault; empty when something is missing.
    public let place: String
    /// What stands behind it.
    public let after: String

    /// Cuts octets into three; bounds beyond the text mean its end.
    init(_ octets: [UInt8], from start: Int, to end: Int) {
      let start = min(max(start, 0), octets.count)
      let end = min(max(end, start), octets.count)
      before = RecordText.plain(Array(octets[..<start]))
      place = RecordText.plain(Array(octets[start..<end]))
      after = RecordText.plain(Array(octets[end...]))
    }

    /// The whole text.
    public var text: String { before + place + after }

    /// The number of the first character of the fault, from 1.
    var position: Int { before.count + 1 }
  }

  init(
    _ kind: Kind, code: String, _ arguments: [String: Argument] = [:], excerpt: Excerpt? = nil,
    rule: String?,
    suggestion: String? = nil
  ) {
    self.kind = kind
    self.code = code
    self.excerpt = excerpt
    self.rule = rule
    self.suggestion = suggestion
    self.arguments = arguments
  }

  /// What is wrong and what to write instead, in one paragraph.
  public func sentence(_ messages: Messages) -> String {
    messages(MessageKey("record.fault.\(kind.rawValue).\(code)"), arguments)
  }

  /// The fault for people: the place, what is wrong, what to write instead, the rule.
  public func blocks(_ messages: Messages, indent: Int = 2) -> [Block] {
    (excerpt?.blocks(messages, indent: indent) ?? [])
      + [.paragraph(sentence(messages), indent: indent)]
      + Self.notes(suggestion, rule, messages, indent: indent)
  }

  /// What was probably meant, and the rule that says so.
  static func notes(
    _ suggestion: String?, _ rule: String?, _ messages: Messages, indent: Int
  ) -> [Block] {
    var blocks: [Block] = []
    if let suggestion {
      blocks.append(
        .paragraph(
          messages("record.note.suggestion", ["suggestion": .text(suggestion)]), indent: indent))
    }
    if let rule {
      blocks.append(
        .paragraph(messages("record.note.rule", ["rule": .text(rule)]), indent: indent))
    }
    return blocks
  }
}

extension RecordFault.Excerpt {
  /// The text with the place marked, and where it begins.
  func blocks(_ messages: Messages, indent: Int) -> [Block] {
    [
      .paragraph(
        messages("record.note.position", ["position": .integer(position)]), indent: indent),
      .marked(self, indent: indent + 2),
    ]
  }
}
