/// A zone of the lab: its records as a zone file writes them, the SOA made by the lab.
public struct LabZone: Sendable {
  /// The name without final dot; `.` for the root.
  public var name: String
  /// The servers that hold this version of the zone.
  public var place: LabPlace
  /// The serial of the SOA, which each change raises by one.
  public var serial: UInt32
  /// The TTL of all records that give none, the SOA included, in seconds.
  public var ttl: UInt32
  /// The SOA's bound for caching absence, in seconds (RFC 2308 §4).
  public var minimum: UInt32
  /// Lines of a zone file (RFC 1035 §5.1), NS records included, without the SOA.
  public var records: String
  /// How the zone is signed in a validating lab.
  public var signing: LabSigning

  /// A zone from its parts.
  public init(
    _ name: String, on place: LabPlace = .both, serial: UInt32 = 7, ttl: UInt32 = 60,
    minimum: UInt32 = 60, records: String, signing: LabSigning = .none
  ) {
    self.name = name
    self.place = place
    self.serial = serial
    self.ttl = ttl
    self.minimum = minimum
    self.records = records
    self.signing = signing
  }

  var isSigned: Bool {
    if case .none = signing { false } else { true }
  }

  var origin: String { name == "." ? "." : "\(name)." }

  /// How many labels the name has.
  var depth: Int { name == "." ? 0 : name.split(separator: ".").count }

  var file: String { name == "." ? "root.zone" : "\(name).zone" }

  var text: String {
    let primary =
      switch place {
      case .root: "a.root-servers.net."
      case .tld: "a.gtld-servers.net."
      case .first, .second, .both, .further: "f1g1ns1.dnspod.net."
      }
    return """
      $ORIGIN \(origin)
      $TTL \(ttl)
      @ SOA \(primary) hostmaster.lab. ( \(serial) 60 60 3600 \(minimum) )
      \(records)

      """
  }
}
