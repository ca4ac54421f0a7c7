import DNS
import Localization

/// Reads a command line the way `dig` does: words in any order, several lookups in one call.
///
/// What stands before the first name holds for every lookup, what stands behind a name for that
/// lookup only.
struct DigArguments {
  private(set) var lookups: [DigLookup] = []
  private var defaults = DigLookup()
  private var isShort = false

  /// More lookups than this in one call are a mistake.
  static let mostLookups = 1000

  init(_ words: [String]) throws(Failure) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word.hasPrefix("@") {
        change { $0.server = String(word.dropFirst()) }
      } else if word == "+short" || word == "+noshort" {
        isShort = word == "+short"
      } else if word.hasPrefix("+") {
        let option = String(word.dropFirst())
        guard DigOption.apply(option, to: &current) else {
          throw Failure(.usage, "usage.unknown-option", ["option": .text(word)])
        }
      } else if word == "-4" || word == "-6" {
        change { $0.usesIPv6 = word == "-6" }
      } else if word.hasPrefix("-"), word.count > 1 {
        try self.option(word, &rest)
      } else {
        try self.word(word)
      }
    }
    if lookups.isEmpty {
      // Without a name, `dig` asks for the servers of the root.
      defaults.type = .ns
      lookups = [defaults]
    }
    // `+short` anywhere holds for the whole call.
    if isShort { for index in lookups.indices { lookups[index].isShort = true } }
  }

  /// The lookup that options behind a name change, or the defaults before the first name.
  private var current: DigLookup {
    get { lookups.last ?? defaults }
    set {
      if lookups.isEmpty { defaults = newValue } else { lookups[lookups.count - 1] = newValue }
    }
  }

  private mutating func change(_ change: (inout DigLookup) -> Void) { change(&current) }

  /// `-p 5353` and `-p5353` alike.
  private mutating func option(_ word: String, _ rest: inout ArraySlice<String>) throws(Failure) {
    let letter = word.prefix(2)
    guard let value = word.count > 2 ? String(word.dropFirst(2)) : rest.popFirst() else {
      throw Failure(.usage, "usage.missing-value", ["option": .text(word)])
    }
    let invalid = Failure(
      .usage, "usage.invalid-value", ["value": .text(value), "option": .text(String(letter))])
    switch letter {
    case "-p":
      guard let port = UInt16(value), port > 0 else { throw invalid }
      change { $0.port = port }
    case "-t":
      guard let type = RecordType(name: value) else { throw invalid }
      change { $0.setType(type) }
    case "-q": try addName(value)
    case "-c": guard value.uppercased() == "IN" else { throw invalid }
    case "-x":
      guard let address = IPAddress(value) else { throw invalid }
      try add(address.reverseName)
      change { if !$0.isTypeSet { $0.type = .ptr } }
    default: throw Failure(.usage, "usage.unknown-option", ["option": .text(word)])
    }
  }

  /// A mnemonic is always a type, as in `dig`; a name that looks like one needs `-q`.
  private mutating func word(_ word: String) throws(Failure) {
    if let type = RecordType(name: word) { return change { $0.setType(type) } }
    if word.uppercased() != "IN" { try addName(word) }
  }

  private mutating func addName(_ text: String) throws(Failure) {
    guard let name = try? DNSName(internationalized: text) else {
      throw Failure(.usage, "error.dig-name", ["name": .text(text)])
    }
    try add(name)
  }

  private mutating func add(_ name: DNSName) throws(Failure) {
    guard lookups.count < Self.mostLookups else {
      throw Failure(.usage, "usage.unexpected-argument", ["argument": .list([name.description])])
    }
    var lookup = defaults
    lookup.name = name
    lookups.append(lookup)
  }
}
