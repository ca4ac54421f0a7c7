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
  /// Behind `-t` and `-c`, a word that looks like a type is a name.
  private var takesTypes = true
  private var file: String?

  /// More lookups than this in one call are a mistake.
  static let mostLookups = 1000

  /// What holds for the whole call, wherever it stands.
  private struct Common {
    var isShort = false
    var showsCommand = true
    var port: UInt16?
    var usesIPv6: Bool?
  }

  init(_ words: [String], _ surroundings: DigSurroundings) throws(Failure) {
    defaults = DigLookup(surroundings)
    do throws(DigFault) {
      try read(words)
      if file == nil, lookups.isEmpty {
        // Without a name, `dig` asks for the servers of the root, whatever type was named.
        lookups = [defaults]
        lookups[0].type = .ns
        lookups[0].greeting = greeting(words)
      }
      try finish()
    } catch {
      throw Failure(error)
    }
    if let file { try readFile(file) }
  }

  /// One line of a file: it begins with what held before.
  private init(_ words: [String], from whole: DigArguments) throws(DigFault) {
    defaults = whole.defaults
    common = whole.common
    try read(words)
    try finish()
    if !lookups.isEmpty {
      lookups[0].greeting = DigGreeting(
        words: words, isFirst: whole.lookups.isEmpty, hasServer: whole.defaults.server != nil)
    }
  }

  private mutating func read(_ words: [String]) throws(DigFault) {
    var rest = words[...]
    while let word = rest.popFirst() {
      let before = lookups.count
      switch word.first {
      case "@": try setServer(String(word.dropFirst()))
      case "+": try setOption(String(word.dropFirst()))
      case "-": try dash(word.dropFirst(), &rest)
      default: try self.word(word)
      }
      if before == 0, lookups.count == 1 { lookups[0].greeting = greeting(words) }
    }
  }

  private func greeting(_ words: [String]) -> DigGreeting {
    DigGreeting(words: words, isFirst: true, hasServer: defaults.server != nil)
  }

  /// The lookup that options behind a name change, or the defaults before the first name.
  private var current: DigLookup {
    get { lookups.last ?? defaults }
    set {
      if lookups.isEmpty { defaults = newValue } else { lookups[lookups.count - 1] = newValue }
    }
  }

  private mutating func finish() throws(DigFault) {
    for index in lookups.indices {
      lookups[index].display.isShort = common.isShort
      lookups[index].display.showsCommand = common.showsCommand
      lookups[index].port = common.port
      lookups[index].usesIPv6 = common.usesIPv6
      try lookups[index].finish()
    }
  }

  private mutating func setServer(_ text: String) throws(DigFault) {
    if text.isEmpty { throw .missing(option: "@", example: "@192.0.2.1") }
    guard ServerAddress(text) != nil || (try? DNSName(internationalized: text)) != nil else {
      throw .server(text)
    }
    current.server = text
  }

  private mutating func setOption(_ option: String) throws(DigFault) {
    let before = current.display
    try DigOption.apply(option, to: &current)
    let now = current.display
    if now.isShort != before.isShort { common.isShort = now.isShort }
    if now.showsCommand != before.showsCommand { common.showsCommand = now.showsCommand }
  }

  /// `-4`, `-p 5353`, `-p5353` and `-4p 5353` alike.
  private mutating func dash(
    _ letters: Substring, _ rest: inout ArraySlice<String>
  ) throws(DigFault) {
    var letters = letters
    while let letter = letters.first, "46inru".contains(letter) {
      switch letter {
      case "4", "6": try setFamily(isIPv6: letter == "6")
      case "u": current.display.hasMicroseconds = true
      // `-r` is about a file that annai does not read; `-i` and `-n` mean nothing any more.
      default: break
      }
      letters = letters.dropFirst()
      if letters.isEmpty { return }
    }
    guard let letter = letters.first else { throw .unknown("-") }
    if "bdkmvy".contains(letter) { throw .unsupported("-\(letter)") }
    guard let example = Self.example(letter) else { throw .unknown("-\(letters)") }
    guard let value = letters.count > 1 ? String(letters.dropFirst()) : rest.popFirst() else {
      throw .missing(option: "-\(letter)", example: "-\(letter) \(example)")
    }
    try setValue(letter, value)
  }

  /// A value for an option that takes one; nil for any other letter.
  private static func example(_ letter: Character) -> String? {
    switch letter {
    case "p": "53"
    case "t": "MX"
    case "q": "example.com"
    case "f": "names.txt"
    case "x": "192.0.2.1"
    case "c": "IN"
    default: nil
    }
  }

  private mutating func setFamily(isIPv6: Bool) throws(DigFault) {
    if let chosen = common.usesIPv6, chosen != isIPv6 { throw .bothFamilies }
    common.usesIPv6 = isIPv6
  }

  private mutating func setValue(_ letter: Character, _ value: String) throws(DigFault) {
    switch letter {
    case "p":
      guard let port = DigOption.number(value).flatMap(UInt16.init(exactly:)), port > 0 else {
        throw .number(value, option: "-p", 1...65_535)
      }
      common.port = port
    case "t":
      takesTypes = false
      guard let type = RecordType(name: value) else {
        throw value.uppercased().hasPrefix("IXFR=") ? .unsupported(value) : .type(value)
      }
      try setType(type)
    case "q": try add(value)
    case "f": file = value
    case "x":
      guard let name = DNSName(reverseOf: value) else { throw .address(value) }
      try add(name.description)
      if !current.isTypeSet { current.type = .ptr }
    default:
      takesTypes = false
      guard value.uppercased() == "IN" else { throw .unsupported("-c \(value)") }
    }
  }

  private mutating func setType(_ type: RecordType) throws(DigFault) {
    guard type.isQuestion else { throw .unsupported(type.name) }
    current.setType(type)
  }

  /// A mnemonic is always a type, as in `dig`; a name that looks like one needs `-q`.
  private mutating func word(_ word: String) throws(DigFault) {
    let upper = word.uppercased()
    if takesTypes {
      if let type = RecordType(name: word) { return try setType(type) }
      if upper == "IN" { return }
      let others = ["CH", "CHAOS", "HS", "HESIOD"]
      if others.contains(upper) || upper.hasPrefix("IXFR=") { throw .unsupported(word) }
    }
    try add(word)
  }

  private mutating func add(_ text: String) throws(DigFault) {
    var lookup = defaults
    lookup.text = text
    guard lookups.count < Self.mostLookups else { throw .tooMany(limit: Self.mostLookups) }
    lookups.append(lookup)
  }

  /// Each line of a file is a command line of its own; empty lines and comments are left out.
  private mutating func readFile(_ path: String) throws(Failure) {
    let text = try BoundedFile.text(at: path == "-" ? "/dev/stdin" : path)
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let first = words.first, !first.hasPrefix("#"), !first.hasPrefix(";") else { continue }
      do throws(DigFault) {
        let line = try DigArguments(words, from: self)
        if line.file != nil { throw .unsupported("-f") }
        common = line.common
        lookups += line.lookups
        if lookups.count > Self.mostLookups { throw .tooMany(limit: Self.mostLookups) }
      } catch {
        throw Failure(error)
      }
    }
  }
}
