import DNS
import Registration

/// Everything that was seen of one domain at one time: what the rules judge.
///
/// Gathered by `Inspection` or read from a case file; judging it asks nobody anything.
public struct Evidence: Hashable, Sendable, Codable {
  /// The sender domain.
  public var domain: DNSName
  /// The domain as it was typed; nil when nobody typed it, or nothing but its name.
  public var typed: String?
  /// The domain that was registered: the sender domain or a name above it.
  public var registrableDomain: DNSName
  /// When the look was taken, in seconds since 1970 UTC.
  public var checkedAt: Int
  /// The records that the mail service asks for.
  public var expected: [ExpectedRecord] { didSet { index = Derived() } }
  /// The zone above the registered domain.
  public var parent: DNSName
  /// What the parent does with the registered domain.
  public var delegation: Delegation { didSet { index = Derived() } }
  /// The zone that the sender domain lives in.
  public var zone: DNSName
  /// The servers that are listed for that zone in the zone above it.
  public var nameServers: [NameServer]
  /// The other zones between the registered domain and the expected names: a zone above the one
  /// that the sender domain lives in, zones cut out below it.
  public var otherZones: [ServedZone] = []
  /// Every question that was put, with what came of it.
  public var observations: [Observation] { didSet { index = Derived() } }
  /// What registration services said of the registered domain; nil when none was asked.
  public var registration: [RegistrationAnswer]?
  /// The addresses of the resolvers that belong to this machine's network, with `#PORT` unless the
  /// port is 53; nil when that is not known.
  public var ownResolvers: [String]?
  /// What is known of the zone that the person edits.
  public var editedZone: EditedZone?
  /// What the rules look up again and again.
  var index = Derived<EvidenceIndex>()
  /// What the rules of mail look at again and again; never older than the rest, since only evidence
  /// that is about to be judged has it.
  var mail = Derived<MailSights>()

  /// How the parent's servers treat the registered domain.
  public enum Delegation: String, Hashable, Sendable, Codable {
    /// They name its servers.
    case present
    /// They deny it, with their SOA.
    case absent
    /// None gave a usable answer.
    case unknown
  }

  /// Evidence without observations yet.
  public init(
    domain: DNSName, registrableDomain: DNSName, checkedAt: Int, expected: [ExpectedRecord],
    parent: DNSName, delegation: Delegation, zone: DNSName, nameServers: [NameServer],
    observations: [Observation] = []
  ) {
    self.domain = domain
    self.registrableDomain = registrableDomain
    self.checkedAt = checkedAt
    self.expected = expected
    self.parent = parent
    self.delegation = delegation
    self.zone = zone
    self.nameServers = nameServers
    self.observations = observations
  }

  /// The zone that the sender domain lives in, then the others.
  public var zones: [ServedZone] { [ServedZone(zone, nameServers: nameServers)] + otherZones }

  /// The deepest zone that a name lies in.
  public func zone(of name: DNSName) -> ServedZone? {
    zones.filter { name.isSubdomain(of: $0.name) }.max {
      $0.name.labels.count < $1.name.labels.count
    }
  }

  /// What servers of one role said to a question, in the order in which they were asked.
  public func observations(_ role: Observation.Role, _ question: Question) -> [Observation] {
    indexedObservations(role, question)
      ?? observations.filter { $0.role == role && $0.question == question }
  }
}
