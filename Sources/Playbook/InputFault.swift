public import DNS

/// Why a typed text is no answer to an input.
public enum InputFault: Error, Equatable, Sendable {
  /// Nothing was typed.
  case empty
  /// More than this number of octets.
  case tooLong(limit: Int)
  /// Not a domain or host name, for the reason that is given.
  case domain(SenderDomainError)
  /// A character that cannot stand there; the offset counts Unicode scalars of the typed text.
  case character(String, offset: Int)
  /// Two dots in a row, a dot in front, or a label of more than 63 octets.
  case badLabel(String)
  /// A host without the label that it must hold, such as `_domainkey`.
  case missingEnding(String)
  /// A host with nothing in front of the label that it must hold.
  case missingSelector(ending: String)
  /// A host that is the sender domain itself.
  case onlyDomain
  /// A full name whose domain is not the sender domain.
  case otherDomain(String)
  /// A piece of a record value that is no `tag=value`; the offset counts Unicode scalars.
  case notATag(String, offset: Int)
  /// A record value without the tag that it must have.
  case missingTag(String)
  /// A tag that must have a value and has none.
  case emptyTag(String)
  /// A tag that stands there twice, as when two records were pasted.
  case repeatedTag(String)
  /// A mail server with its priority in front; the host alone.
  case priority(suggestion: String)
  /// No mail address.
  case notAnAddress
  /// The sample address of the service's guide.
  case exampleAddress(String)
  /// Several parts of a name where one is asked for.
  case notOneLabel(String)
  /// A record value that does not begin as it must, such as with `v=spf1`.
  case wrongStart(String)
  /// None of the words to choose from.
  case notAnOption(String, options: [String])

  /// A name for this reason that never changes and is the same in every language.
  public var code: String {
    switch self {
    case .empty: "empty"
    case .tooLong: "too-long"
    case .domain: "domain"
    case .character: "character"
    case .badLabel: "bad-label"
    case .missingEnding: "missing-ending"
    case .missingSelector: "missing-selector"
    case .onlyDomain: "only-domain"
    case .otherDomain: "other-domain"
    case .notATag: "not-a-tag"
    case .missingTag: "missing-tag"
    case .emptyTag: "empty-tag"
    case .repeatedTag: "repeated-tag"
    case .priority: "priority"
    case .notAnAddress: "not-an-address"
    case .exampleAddress: "example-address"
    case .notOneLabel: "not-one-label"
    case .wrongStart: "wrong-start"
    case .notAnOption: "not-an-option"
    }
  }
}
