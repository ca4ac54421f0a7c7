public import DNS

/// A company or program with which people edit their DNS records.
public struct DNSHost: Sendable, Equatable {
  /// The id used in results and by `--host`.
  public let id: String
  /// Language to the name that it goes by there; English is always among them.
  public let names: [String: String]
  /// Patterns of the names of its servers; none when it cannot be recognised by them.
  public let patterns: [NameServerPattern]
  /// Servers that answer for every zone at this host.
  public let servers: [DNSName]
  /// How its form wants a record, as far as it is known.
  public let form: DNSHostForm
  /// What else there is to know about it, in the order of the file.
  public let notes: [Note]

  /// A remark about one host; its words stand in the tables under `dns-host.<host>.<note>`.
  public struct Note: Sendable, Equatable {
    /// The note's name within the host, such as `save-twice`.
    public let id: String
    /// The types of records that it is about; none for all.
    public let types: [RecordType]
    /// Whether no source confirms it.
    public let isUnverified: Bool

    /// Whether it matters to somebody who adds records of these types.
    public func concerns(_ added: some Sequence<RecordType>) -> Bool {
      types.isEmpty || added.contains { types.contains($0) }
    }
  }

  /// What the host calls itself in a language, in its base language, or in English.
  public func name(language: String) -> String {
    let base = String(language.prefix { $0 != "-" })
    return names[language] ?? names[base] ?? names["en"] ?? id
  }
}
