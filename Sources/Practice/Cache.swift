import DNS

/// A resolver's memory: record sets and absences, each for as long as its TTL (RFC 1034 §5.3.3).
///
/// Times are seconds of the world's own clock.
struct Cache: Sendable {
  /// What is known about a name and a type.
  enum Content: Sendable {
    case records([ResourceRecord])
    /// No such name, or no record of this type at it, with the SOA that says so.
    case absence(ResponseCode, soa: ResourceRecord)
  }

  private struct Key: Hashable {
    let name: DNSName
    /// Nil when the whole name does not exist (RFC 2308 §5).
    let type: RecordType?
  }

  private struct Entry {
    let content: Content
    let end: UInt64
  }

  /// Entries kept at most.
  static let mostEntries = 4096
  /// Records are kept for a day at most, absences for three hours (RFC 2308 §5), in seconds.
  static let longestPresence: UInt32 = 86400
  static let longestAbsence: UInt32 = 10800

  private var entries: [Key: Entry] = [:]

  /// What is remembered at `now`, its TTLs counted down.
  func content(_ question: Question, now: UInt64) -> Content? {
    for key in [Key(name: question.name, type: nil), Key(name: question.name, type: question.type)]
    {
      guard let entry = entries[key], entry.end > now else { continue }
      let rest = UInt32(clamping: entry.end - now)
      switch entry.content {
      case .records(let records):
        return .records(records.map { $0.with(ttl: rest) })
      case .absence(let code, let soa):
        // RFC 2308 §5: the SOA goes out with its TTL counted down, so that others can count too.
        return .absence(code, soa: soa.with(ttl: rest))
      }
    }
    return nil
  }

  /// Remembers what an authoritative server said; gives it back as it is now kept.
  mutating func keep(_ content: Content, for question: Question, now: UInt64) -> Content {
    let ttl: UInt32
    var type: RecordType? = question.type
    switch content {
    case .records(let records):
      // RFC 2181 §5.2: the TTLs of one set are equal; of unequal ones the least counts.
      ttl = min(records.map(\.ttl).min() ?? 0, Self.longestPresence)
    case .absence(let code, let soa):
      ttl = min(soa.ttl, Self.longestAbsence)
      if code == .nxDomain { type = nil }
    }
    let key = Key(name: question.name, type: type)
    entries[key] = nil
    if ttl > 0 {
      makeRoom(now: now)
      entries[key] = Entry(content: content, end: now + UInt64(ttl))
    }
    return self.content(question, now: now) ?? content
  }

  /// Forgets everything about a name.
  mutating func forget(_ name: DNSName) { entries = entries.filter { $0.key.name != name } }

  private mutating func makeRoom(now: UInt64) {
    guard entries.count >= Self.mostEntries else { return }
    entries = entries.filter { $0.value.end > now }
    guard entries.count >= Self.mostEntries else { return }
    // The half that would leave first leaves now.
    let ends = entries.values.map(\.end).sorted()
    let median = ends[ends.count / 2]
    entries = entries.filter { $0.value.end > median }
  }
}

extension ResourceRecord {
  func with(ttl: UInt32) -> ResourceRecord {
    var copy = self
    copy.ttl = ttl
    return copy
  }
}
