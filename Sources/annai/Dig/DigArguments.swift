import DNS
import Localization
import Resolution

/// Reads a command line the way `dig` does: words in any order, several lookups in one call.
///
/// What stands before the first name holds for every lookup, what stands behind a name for that
/// lookup only; but `-p`, `-4`, `-6`, `+short` and `+cmd` hold for the whole call.
struct DigArguments {
  private(set) var lookups: [DigLookup] = []
  private var defaults: DigLookup
  private var common = Common()

  /// More lookups than this in one call are a mistake.
  static let mostLookups = 1000

  /// What holds for the whole call, wherever it stands.
  private struct Common {
    var isShort = false
    var showsCommand = true
    var port: UInt16?
    var usesIPv6: Bool?
  }

  init(_ words: [String]) throws(Failure) {
    defaults = DigLookup()
    try read(words)
    if lookups.isEmpty {
      // Without a name, `dig` asks for the servers of the root.
      defaults.type = .ns
      lookups = [defaults]
    }
    for index in lookups.indices { try finish(&lookups[index]) }
  }

  /// One line of a file: it begins with what held before the file was named.
  private init(_ words: [String], from whole: DigArguments) throws(Failure) {
    defaults = whole.defaults
    common = whole.common
    try read(words)
  }

  private mutating func read(_ words: [String]) throws(Failure) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word.hasPrefix("@") {
        try setServer(String(word.dropFirst()))
      } else if word.hasPrefix("+") {
        let before = current.display
        guard DigOption.apply(String(word.dropFirst()), to: &current) else {
          throw Self.unknownOption(word)
        }
        let now = current.display
        if now.isShort != before.isShort { common.isShort = now.isShort }
        if now.showsCommand != before.showsCommand { common.showsCommand = now.showsCommand }
      } else if word == "-4" || word == "-6" {
        common.usesIPv6 = word == "-6"
      } else if word.hasPrefix("-"), word.count > 1 {
        try self.option(word, &rest)
      } else {
        try self.word(word)
      }
    }
  }

  /// The lookup that options behind a name change, or the defaults before the first name.
  private var current: DigLookup {
    get { lookups.last ?? defaults }
    set {
      if lookups.isEmpty { defaults = newValue } else { lookups[lookups.count - 1] = newValue }
    }
  }

  private func finish(_ lookup: inout DigLookup) throws(Failure) {
    if let text = lookup.text {
      guard
        let name = try? lookup.isInternationalized
          ? DNSName(internationalized: text) : DNSName(text)
      else { throw Failure(.usage, "error.dig-name", ["name": .text(Self.shown(text))]) }
      lookup.name = name
    }
    lookup.display.isShort = common.isShort
    lookup.display.showsCommand = common.showsCommand
    lookup.port = common.port
    lookup.usesIPv6 = common.usesIPv6
    // Both travel in the pseudo-record of EDNS, whatever `+noedns` said.
    if lookup.options.dnssec || lookup.options.serverIdentity {
      lookup.options.payloadSize = lookup.options.payloadSize ?? Message.safePayloadSize
    }
    // RFC 8482 answers aside, everything at a name is too much for UDP.
    if lookup.type == .any, !lookup.isTransportSet { lookup.options.overTCP = true }
  }

  private mutating func setServer(_ text: String) throws(Failure) {
    if text.isEmpty { throw Failure(.usage, "usage.missing-value", ["option": .text("@")]) }
    guard ServerAddress(text) != nil || (try? DNSName(internationalized: text)) != nil else {
      throw Self.invalid(text, "@")
    }
    current.server = text
  }

  /// `-p 5353` and `-p5353` alike.
  private mutating func option(_ word: String, _ rest: inout ArraySlice<String>) throws(Failure) {
    let letter = String(word.prefix(2))
    guard Self.lettersWithValue.contains(letter) else { throw Self.unknownOption(word) }
    guard let value = word.count > 2 ? String(word.dropFirst(2)) : rest.popFirst() else {
      throw Failure(.usage, "usage.missing-value", ["option": .text(word)])
    }
    let invalid = Self.invalid(value, letter)
    switch letter {
    case "-p":
      guard let port = UInt16(value), port > 0 else { throw invalid }
      common.port = port
    case "-t":
      guard let type = RecordType(name: value), type.isQuestion else { throw invalid }
      current.setType(type)
    case "-q": try add(value)
    case "-f": try readFile(value)
    case "-x":
      guard let address = IPAddress(value) else { throw invalid }
      try add(address.reverseName.description)
      if !current.isTypeSet { current.type = .ptr }
    default: guard value.uppercased() == "IN" else { throw invalid }
    }
  }

  private static let lettersWithValue = ["-p", "-t", "-q", "-f", "-x", "-c"]

  /// Each line of a file is a command line of its own; empty lines and comments are left out.
  private mutating func readFile(_ path: String) throws(Failure) {
    for line in try BoundedFile.text(at: path).split(whereSeparator: \.isNewline) {
      let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let first = words.first, !first.hasPrefix("#"), !first.hasPrefix(";") else { continue }
      if words.contains(where: { $0.hasPrefix("-f") }) { throw Self.unknownOption("-f") }
      let line = try DigArguments(words, from: self)
      common = line.common
      for lookup in line.lookups { try append(lookup) }
    }
  }

  /// A mnemonic is always a type, as in `dig`; a name that looks like one needs `-q`.
  private mutating func word(_ word: String) throws(Failure) {
    if let type = RecordType(name: word) {
      guard type.isQuestion else { throw Self.invalid(word, "-t") }
      current.setType(type)
      return
    }
    let upper = word.uppercased()
    if upper.hasPrefix("IXFR=") { throw Self.invalid(word, "-t") }
    if ["CH", "CHAOS", "HS", "HESIOD"].contains(upper) { throw Self.invalid(word, "-c") }
    if upper != "IN" { try add(word) }
  }

  private mutating func add(_ text: String) throws(Failure) {
    var lookup = defaults
    lookup.text = text
    try append(lookup)
  }

  private mutating func append(_ lookup: DigLookup) throws(Failure) {
    guard lookups.count < Self.mostLookups else {
      let argument = Self.shown(lookup.text ?? "")
      throw Failure(.usage, "usage.unexpected-argument", ["argument": .list([argument])])
    }
    lookups.append(lookup)
  }

  private static func unknownOption(_ word: String) -> Failure {
    Failure(.usage, "usage.unknown-option", ["option": .text(shown(word))])
  }

  private static func invalid(_ value: String, _ option: String) -> Failure {
    Failure(
      .usage, "usage.invalid-value", ["value": .text(shown(value)), "option": .text(option)])
  }

  /// No longer than a message that can still be read.
  private static func shown(_ word: String) -> String {
    word.unicodeScalars.count <= 260
      ? word : String(String.UnicodeScalarView(word.unicodeScalars.prefix(80))) + "..."
  }
}
