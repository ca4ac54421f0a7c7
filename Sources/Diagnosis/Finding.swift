import DNS
import Registration

/// Something that annai found out about a domain: an id with typed arguments, no words.
public struct Finding: Hashable, Sendable {
  /// Which finding of the catalogue it is.
  public let id: FindingID
  /// The layer in which it was found.
  public let layer: Layer
  /// How much it matters.
  public let severity: Severity
  /// Whether it says that something could not be checked.
  public let isUnknown: Bool
  /// The id of the expected record that it is about; nil when it is about the whole domain.
  public let record: String?
  /// What the text of the finding needs.
  public let arguments: [String: FindingArgument]
  /// What was seen.
  public let evidence: [Observation]
  /// What registration services said.
  public let answers: [RegistrationAnswer]
  /// Where it is written that this is so.
  public let references: [String]
  /// Findings that explain this one; with any, it is a consequence and carries no steps.
  public var causes: [FindingID] = []

  /// Whether other findings explain it.
  public var isConsequence: Bool { !causes.isEmpty }

  /// Seconds after which it goes away by itself, when it does.
  public var waitSeconds: Int? {
    if case .seconds(let seconds)? = arguments["waitSeconds"] { seconds } else { nil }
  }

  /// When that is, in seconds since 1970 UTC.
  public var visibleOn: Int? {
    if case .deadline(let end)? = arguments["visibleOn"] { end } else { nil }
  }
}

/// The id of a finding, `spf-multiple`; public and never reused.
public struct FindingID: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral {
  /// The id as everybody writes it.
  public let rawValue: String

  /// An id.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// An id in code.
  public init(stringLiteral value: String) { rawValue = value }
}

/// The layers of a domain's way to sent mail, in the order in which they are judged.
public enum Layer: String, CaseIterable, Hashable, Sendable, Codable {
  case name, registration, delegation, servers, records, content
  case mailAuth = "mail-auth"
  case caches, service
}

extension Layer: Comparable {
  /// Earlier layers come first.
  public static func < (left: Layer, right: Layer) -> Bool { left.rank < right.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// How much a finding matters.
public enum Severity: String, Hashable, Sendable, Codable {
  /// Verification or mail fails until it is corrected.
  case error
  /// Works, or is right at its source, but not for good or not everywhere yet.
  case warning
  /// Worth knowing.
  case info
}

/// A value that the text of a finding shows.
public enum FindingArgument: Hashable, Sendable {
  /// A domain name.
  case name(DNSName)
  /// Domain names.
  case names([DNSName])
  /// Servers.
  case servers([Server])
  /// Text or a record value as published; untrusted.
  case text(String)
  /// Texts or values; untrusted.
  case texts([String])
  /// A number of things.
  case count(Int)
  /// A duration in seconds.
  case seconds(Int)
  /// A text that may not be known; untrusted.
  case optional(String?)
  /// Yes or no.
  case flag(Bool)
  /// A moment, in seconds since 1970 UTC.
  case moment(Int)
  /// When something is over, in seconds since 1970 UTC.
  case deadline(Int)
  /// How long each resolver may go on with an old answer.
  case waits([ResolverWait])
  /// A place in a value, in octets from 0; people are told it counted from 1.
  case offset(Int)
  /// Places in a value, in octets from 0; people are told them counted from 1.
  case offsets([Int])
  /// Characters that are not seen or not what they look like, with their places.
  case characters([PublishedCharacter])
  /// Records by name and type.
  case records([Question])
  /// What terms of an SPF record cost, the dearest first.
  case costs([TermCost])
  /// A provider of mailboxes by its id, `google-workspace`; people are told its name.
  case mailboxProvider(id: String)
  /// Preferences of MX records and the like, in their order.
  case numbers([Int])
}

/// A server by its name, when it was found by name, and its address, when it was asked at one.
public struct Server: Hashable, Sendable, Codable {
  /// The name.
  public let name: DNSName?
  /// The address, with `#PORT` unless the port is 53.
  public let address: String?

  /// A server from its parts.
  public init(name: DNSName?, address: String? = nil) {
    self.name = name
    self.address = address
  }

  /// `ns1.example.com (192.0.2.1)`, or the one of the two that is known.
  public var description: String {
    switch (name?.withoutFinalDot, address) {
    case (let name?, let address?): "\(name) (\(address))"
    case (let name?, nil): name
    case (nil, let address): address ?? ""
    }
  }
}

extension Observation {
  /// The server that was asked.
  var serverAsked: Server { Server(name: server, address: address) }
}
