import DNS

/// The lines `Label: value` of a WHOIS answer.
struct WHOISLines {
  private var pairs: [(label: String, value: String)] = []

  /// Reads lines with a colon behind the label, which may have spaces around it.
  init(_ lines: some Sequence<Substring>) {
    for line in lines.prefix(Self.most) {
      guard let colon = line.firstIndex(of: ":") else { continue }
      add(line[..<colon], line[line.index(after: colon)...])
    }
  }

  /// Lines that another syntax gave.
  init(pairs: [(label: Substring, value: Substring)]) {
    for pair in pairs.prefix(Self.most) { add(pair.label, pair.value) }
  }

  private mutating func add(_ label: Substring, _ value: Substring) {
    pairs.append((Self.trimmed(label).lowercased(), Self.trimmed(value)))
  }

  /// More lines than any answer has.
  private static let most = 4096

  /// The value of the first line with one of these labels, if it is not empty.
  func first(_ labels: String...) -> String? {
    pairs.first { labels.contains($0.label) && !$0.value.isEmpty }?.value
  }

  /// The values of all lines with one of these labels, empty ones left out.
  func all(_ labels: String...) -> [String] {
    pairs.filter { labels.contains($0.label) && !$0.value.isEmpty }.map(\.value)
  }

  /// Whether a line has one of these labels, with or without a value.
  func has(_ labels: String...) -> Bool { pairs.contains { labels.contains($0.label) } }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(start.prefix(start.reversed().drop(while: \.isWhitespace).count))
  }
}

extension RegistrationData {
  /// Adds a date when it is in a known form; `offset` is the registry's own zone.
  mutating func add(_ action: RegistrationEvent.Action, _ text: String?, offset: Int? = nil) {
    guard self[action] == nil, let text, let date = RegistrationDate(text, offset: offset) else {
      return
    }
    events.append(RegistrationEvent(action, date))
  }

  /// Adds statuses as WHOIS prints them.
  mutating func add(statuses texts: [String]) {
    for text in texts.prefix(Self.longestList) {
      if let status = EPPStatus(whois: text), !statuses.contains(status) { statuses.append(status) }
    }
  }

  /// Adds name servers; an address may follow the name.
  mutating func add(nameServers texts: [String]) {
    for text in texts.prefix(Self.longestList) {
      guard let word = text.split(whereSeparator: \.isWhitespace).first,
        let name = try? DNSName(internationalized: String(word)), name.labels.count > 1,
        !nameServers.contains(name)
      else { continue }
      nameServers.append(name)
    }
  }
}
