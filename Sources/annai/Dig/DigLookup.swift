import DNS
import Resolution

/// One lookup of a `dig` command line.
struct DigLookup {
  /// What somebody typed; it becomes a name when the whole line is read.
  var text: String?
  var name = DNSName.root
  private(set) var isTypeSet = false
  var type = RecordType.a
  /// `@server`; nil asks the usual resolvers.
  var server: String?
  var port: UInt16?
  var options = QueryOptions(recursion: true)
  private(set) var isTransportSet = false
  /// `+edns`, and `+bufsize=`, which wants EDNS whatever else was said.
  var usesEDNS = true
  var bufferSize: UInt16?
  /// Whether a server that says SERVFAIL has the last word (`+fail`).
  var stopsAtFailure = true
  /// Whether letters outside ASCII in the name become A-labels.
  var isInternationalized = false
  var display = DigDisplay()
  /// `+trace`: from the root down.
  var traces = false
  /// `-4` or `-6`: only addresses of this family.
  var usesIPv6: Bool?
  /// The lines in front of the first lookup of a command line.
  var greeting: DigGreeting?

  /// Takes a type that somebody asked for.
  mutating func setType(_ type: RecordType) {
    self.type = type
    isTypeSet = true
  }

  mutating func setTCP(_ isOn: Bool) {
    options.overTCP = isOn
    isTransportSet = true
  }

  /// What is asked unless something else is said.
  init(_ surroundings: DigSurroundings) {
    isInternationalized = surroundings.convertsNames
    display.columns.style.showsUnicode = surroundings.convertsNames
    options.asksForAuthenticity = true
    options.patience = Self.patience
    // What is typed is what is asked, as with `dig`.
    options.randomisesCase = false
    options.dropsEDNSWhenSilent = false
    options.dropsEDNSWhenRefused = false
  }

  /// `dig` tries three times for five seconds; nobody waits that long for a server that is there.
  private static let patience: [Duration] = [.seconds(2), .seconds(3)]

  /// Makes the query out of all that was said about it.
  mutating func finish() throws(DigFault) {
    if let text {
      guard let name = try? isInternationalized ? DNSName(internationalized: text) : DNSName(text)
      else { throw .name(text) }
      self.name = name
    }
    // The DO bit travels in the pseudo-record of EDNS, whatever `+noedns` said.
    options.payloadSize =
      bufferSize ?? (usesEDNS || options.dnssec ? Message.safePayloadSize : nil)
    // RFC 8482 answers aside, everything at a name is too much for UDP.
    if type == .any, !isTransportSet { options.overTCP = true }
  }
}
