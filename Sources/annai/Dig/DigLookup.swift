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
  /// Whether letters outside ASCII in the name become A-labels.
  var isInternationalized = true
  var display = DigDisplay()
  /// `+trace`: from the root down.
  var traces = false
  /// `-4` or `-6`: only addresses of this family.
  var usesIPv6: Bool?

  /// Takes a type that somebody asked for.
  mutating func setType(_ type: RecordType) {
    self.type = type
    isTypeSet = true
  }

  mutating func setTCP(_ isOn: Bool) {
    options.overTCP = isOn
    isTransportSet = true
  }

  init() {
    options.asksForAuthenticity = true
    options.patience = Self.patience
    // What is typed is what is asked, as with `dig`.
    options.randomisesCase = false
    options.dropsEDNSWhenSilent = false
  }

  /// `dig` tries three times for five seconds; nobody waits that long for a server that is there.
  private static let patience: [Duration] = [.seconds(2), .seconds(3)]
}
