/// How the data of records are written: what the options of `dig` say about it.
public struct PresentationStyle: Hashable, Sendable {
  /// Over several lines, with brackets (`+multiline`).
  public var isMultiline = false
  /// Comments behind keys and the numbers of an SOA; nil has them over several lines only
  /// (`+rrcomments`).
  public var showsComments: Bool?
  /// Keys by their tag, and no digests and signatures (`+nocrypto`).
  public var hidesCryptography = false
  /// Everything as if its type were unknown, as RFC 3597 §5 says (`+unknownformat`).
  public var isGeneric = false
  /// IPv6 addresses with every digit (`+expandaaaa`).
  public var expandsIPv6 = false
  /// After how many characters hexadecimal and base64 are broken; nil leaves it to the layout, 0
  /// never breaks (`+split`).
  public var chunk: Int?
  /// Names with the letters that their A-labels stand for (`+idnout`).
  public var showsUnicode = false

  /// The way of `dig +short`.
  public init() {}

  var hasComments: Bool { showsComments ?? isMultiline }

  /// What BIND leaves room for: 56 characters in one line, 44 to the right of a margin.
  var chunkSize: Int { chunk ?? (isMultiline ? 44 : 56) }
}
