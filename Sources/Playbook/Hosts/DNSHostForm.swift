/// How the form of a DNS host wants a record to be typed, as far as it is known.
///
/// What is nil is not known: it is neither true nor false.
public struct DNSHostForm: Sendable, Equatable {
  /// A fact about a form, and whether any source confirms it.
  public struct Fact<Value: Sendable & Equatable>: Sendable, Equatable {
    /// What is said.
    public let value: Value
    /// Whether nothing confirms it, so that it must not be shown as certain.
    public let isUnverified: Bool

    /// A fact.
    public init(_ value: Value, isUnverified: Bool = false) {
      self.value = value
      self.isUnverified = isUnverified
    }
  }

  /// What is typed for one record.
  public enum Layout: String, Sendable, CaseIterable {
    /// A form with a field for each part.
    case fields
    /// A line in one text area for the whole zone.
    case lines
  }

  /// How a record's name is typed.
  public enum HostEntry: String, Sendable, CaseIterable {
    /// Only the part left of the zone's name; a full name would be doubled.
    case relative
    /// That part or the full name.
    case either
    /// The full name.
    case full
  }

  /// How the zone's own name is typed.
  public enum ApexEntry: String, Sendable, CaseIterable {
    /// `@`.
    case atSign = "at-sign"
    /// Nothing.
    case empty
    /// The name of the zone.
    case domain
  }

  /// Where the preference of an MX is typed.
  public enum PriorityPlace: String, Sendable, CaseIterable {
    /// In a field of its own.
    case ownField = "own-field"
    /// In front of the target: `10 mx.example.com.`.
    case inValue = "in-value"
  }

  /// Whether something belongs to a value.
  public enum Use: String, Sendable, CaseIterable {
    /// It must be there.
    case required
    /// It may be there.
    case optional
    /// It must not be there.
    case none
  }

  /// How a text over 255 octets is typed (RFC 1035 §3.3.14).
  public enum LongText: String, Sendable, CaseIterable {
    /// In one piece: the host cuts it itself.
    case whole
    /// In quoted strings of at most 255 octets.
    case strings
  }

  /// A part of a record that a form names.
  public enum Field: String, Sendable, CaseIterable {
    case host, type, value, priority, ttl
  }

  /// What is typed for one record.
  public internal(set) var layout = Fact(Layout.fields)
  /// How the name is typed.
  public internal(set) var host: Fact<HostEntry>?
  /// How the zone's own name is typed, what is to be tried first in front.
  public internal(set) var apex: Fact<[ApexEntry]>?
  /// Where the preference of an MX is typed.
  public internal(set) var priority: Fact<PriorityPlace>?
  /// The final dot of a target.
  public internal(set) var finalDot: Fact<Use>?
  /// Double quotes around the text of a TXT.
  public internal(set) var quotes: Fact<Use>?
  /// How a long text is typed.
  public internal(set) var longText: Fact<LongText>?
  /// The most octets that the text of a TXT may have.
  public internal(set) var longestText: Fact<Int>?
  /// The shortest time to live that is taken, in seconds.
  public internal(set) var shortestTTL: Fact<Int>?
  /// The time to live where it cannot be chosen, in seconds.
  public internal(set) var fixedTTL: Fact<Int>?
  /// Field to language to the label that the console shows, in the languages that it has.
  public internal(set) var labels: Fact<[Field: [String: String]]>?

  /// A form of which nothing is known.
  public init() {}

  /// The console's own label of a field: in a language, in English, or in the only one it has.
  ///
  /// `isForeign` says that the label is of another language than the one asked for.
  public func label(
    _ field: Field, language: String
  ) -> (text: String, isForeign: Bool)? {
    guard let words = labels?.value[field] else { return nil }
    let base = String(language.prefix { $0 != "-" })
    if let own = words[language] ?? words[base] { return (own, false) }
    return (words["en"] ?? words.min { $0.key < $1.key }?.value).map { ($0, true) }
  }
}
