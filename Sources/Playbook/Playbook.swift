/// One mail service as data: what to ask, which records to publish, what to do in which order.
///
/// A playbook holds no sentences. Its texts stand in the tables under `playbook.<id>.`, at the keys
/// that `messageKeys` lists; what is the same for many services stands under `playbooks.`.
public struct Playbook: Sendable, Equatable {
  /// The name of the file without its ending, such as `tencent-ses`.
  public let id: String
  /// The table key of the product's name.
  public let service: String
  /// The document of the service that this playbook follows.
  public let document: Document
  /// What the person is asked for, in the order of the file.
  public let inputs: [Input]
  /// What must stand in the DNS, in the order in which it is shown.
  public let records: [RecordTemplate]
  /// Create, record, verify, submit.
  public let steps: [Step]
  /// Label id to language to the words that the console shows, byte by byte.
  public let labels: [String: [String: String]]
  /// Link id to web address.
  public let links: [String: String]
  /// What the service promises about time, and its statuses.
  public let limits: Limits

  /// The longest file that is read, in octets.
  public static let largestFile = 256 * 1024

  /// The document that a playbook follows.
  public struct Document: Sendable, Equatable {
    /// Where it is published.
    public let url: String
    /// Its version as the service states it, usually a date; nil when it states none.
    public let version: String?
    /// Language to the ids of the records that this language's page asks for, where pages differ.
    public let pages: [String: [String]]
  }

  /// What the service says about waiting.
  public struct Limits: Sendable, Equatable {
    /// Seconds from the change in the DNS until the service has verified it; nil when it promises
    /// nothing.
    public let verification: ClosedRange<Int>?
    /// The statuses that the service names; each has the table key `status.<status>`.
    public let statuses: [String]
  }

  /// The input with this id.
  public func input(_ id: String) -> Input? { inputs.first { $0.id == id } }

  /// The input that names the sender domain; every playbook has exactly one.
  public var domainInput: Input? { inputs.first { $0.kind == .domain } }

  /// The words of a console label in a language: `xx-yy`, then `xx`, then English.
  ///
  /// A console that was never translated shows English, so English is what the person will see.
  public func label(_ id: String, language: String) -> String? {
    guard let words = labels[id] else { return nil }
    let base = language.prefix { $0 != "-" }
    return words[language] ?? words[String(base)] ?? words["en"]
  }

  /// What the texts of this playbook may name: a label or link `x` fills the placeholder `{x}`.
  ///
  /// The caller adds the answers under their input ids, and `count`, `example`, `default`,
  /// `shortest` and `longest` (when the service promises a time) where a text declares them.
  public func arguments(language: String) -> [String: String] {
    var arguments = links
    for id in labels.keys { arguments[id] = label(id, language: language) }
    return arguments
  }

  /// What the text at a key may want filled in.
  public func placeholders(in key: String) -> Set<String> {
    var names = Set(labels.keys).union(links.keys).union(inputs.map(\.id))
    names.formUnion(["domain", "count"])
    if limits.verification != nil { names.formUnion(["shortest", "longest"]) }
    if key.hasPrefix("input.") { names.formUnion(["example", "default"]) }
    return names
  }

  /// The names of a text in the tables, the playbook's own before the one that all of them share.
  public func tableKeys(_ key: String) -> [String] {
    let keys = ["playbook.\(id).\(key)", "playbooks.\(key)"]
    // Examples are shown with the same words whatever is asked.
    let isExample = key.hasPrefix("input.") && key.hasSuffix(".example")
    return isExample ? keys + ["playbooks.input.example"] : keys
  }

  /// Every table key that this playbook needs, without the prefix of `tableKeys`.
  public var messageKeys: [String] {
    var keys = [service]
    for input in inputs { keys += input.messageKeys }
    keys += records.map(\.noteKey)
    for step in steps { keys += [step.titleKey] + step.parts.compactMap(\.key) }
    keys += limits.statuses.map { "status." + $0 }
    return keys
  }
}
