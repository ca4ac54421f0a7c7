/// A status of a domain at its registry (RFC 5731 §2.3, RFC 3915 §3.1).
///
/// Statuses are equal when they mean the same, whatever form they came in; unknown ones are kept.
public struct EPPStatus: Sendable {
  /// The form of EPP, such as `serverHold`; an unknown status keeps its spelling.
  public let code: String

  /// A status from the form of EPP.
  public init(_ code: String) {
    let bounded = String(code.prefix(Self.longest))
    self.code = Self.known[bounded.lowercased()]?.code ?? bounded
  }

  /// A status as WHOIS prints it: the code, mostly followed by a space and a URL.
  ///
  /// Nil when the text holds no code.
  public init?(whois text: String) {
    guard let word = text.split(whereSeparator: \.isWhitespace).first else { return nil }
    self.init(String(word))
  }

  /// A status as RDAP prints it: words in small letters (RFC 8056 §2).
  ///
  /// Nil when the text holds no word.
  public init?(rdap text: String) {
    let words = text.prefix(Self.longest).split(whereSeparator: \.isWhitespace)
    guard let first = words.first else { return nil }
    let name = words.joined(separator: " ").lowercased()
    if let known = Self.byRDAP[name] {
      self = known
    } else {
      // As RFC 8056 §2 forms its names, so that an unknown status compares across the two services.
      let capitalised = words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
      self.init(first + capitalised.joined())
    }
  }

  /// The form of RDAP, such as `server hold` (RFC 8056 §2); words are told by capitals if unknown.
  public var rdap: String {
    if let name = Self.known[code.lowercased()]?.rdap { return name }
    var words = ""
    for letter in code {
      if letter.isUppercase, !words.isEmpty { words.append(" ") }
      words += letter.lowercased()
    }
    return words
  }

  /// No status is longer; what a server sends beyond is cut. Unit: characters.
  static let longest = 64
}

extension EPPStatus {
  private static let known = Dictionary(
    uniqueKeysWithValues: table.map { ($0.code.lowercased(), $0) })

  private static let byRDAP = Dictionary(
    uniqueKeysWithValues: table.map { ($0.rdap, EPPStatus($0.code)) })

  /// RFC 8056 §2.
  private static let table: [(code: String, rdap: String)] = [
    ("addPeriod", "add period"),
    ("autoRenewPeriod", "auto renew period"),
    ("clientDeleteProhibited", "client delete prohibited"),
    ("clientHold", "client hold"),
    ("clientRenewProhibited", "client renew prohibited"),
    ("clientTransferProhibited", "client transfer prohibited"),
    ("clientUpdateProhibited", "client update prohibited"),
    ("inactive", "inactive"),
    ("linked", "associated"),
    ("ok", "active"),
    ("pendingCreate", "pending create"),
    ("pendingDelete", "pending delete"),
    ("pendingRenew", "pending renew"),
    ("pendingRestore", "pending restore"),
    ("pendingTransfer", "pending transfer"),
    ("pendingUpdate", "pending update"),
    ("redemptionPeriod", "redemption period"),
    ("renewPeriod", "renew period"),
    ("serverDeleteProhibited", "server delete prohibited"),
    ("serverHold", "server hold"),
    ("serverRenewProhibited", "server renew prohibited"),
    ("serverTransferProhibited", "server transfer prohibited"),
    ("serverUpdateProhibited", "server update prohibited"),
    ("transferPeriod", "transfer period"),
  ]
}

extension EPPStatus {
  /// The registry has taken the domain out of its zone.
  public static let serverHold = EPPStatus("serverHold")
  /// The registrar has had the domain taken out of the zone.
  public static let clientHold = EPPStatus("clientHold")
  /// The domain has no name servers.
  public static let inactive = EPPStatus("inactive")
  /// Nothing restricts the domain.
  public static let ok = EPPStatus("ok")
  /// The domain is still being created.
  public static let pendingCreate = EPPStatus("pendingCreate")
  /// The domain is about to be deleted.
  public static let pendingDelete = EPPStatus("pendingDelete")
  /// The domain was restored, and the registry waits for the report (RFC 3915 §3.1).
  public static let pendingRestore = EPPStatus("pendingRestore")
  /// The domain was deleted and can be restored (RFC 3915 §3.1).
  public static let redemptionPeriod = EPPStatus("redemptionPeriod")
  /// The domain has expired and was renewed by the registry for now (RFC 3915 §3.1).
  public static let autoRenewPeriod = EPPStatus("autoRenewPeriod")
  /// The registrant's data are under review; used in China, in no RFC.
  public static let pendingVerification = EPPStatus("pendingVerification")

  /// Whether a domain with this status is missing from the DNS.
  ///
  /// `pendingVerification` and `pendingRestore` do not count: no source says that they always do.
  public var stopsResolution: Bool {
    [.serverHold, .clientHold, .inactive, .pendingCreate, .redemptionPeriod, .pendingDelete]
      .contains(self)
  }

  /// Who sets a status, and so who can lift it.
  public enum Setter: String, Hashable, Sendable, Codable, CaseIterable {
    /// The registry.
    case registry
    /// The registrar.
    case registrar
    /// Nobody in particular: it follows from the state of the domain.
    case none
  }

  /// Who sets this status: RFC 5731 §2.3 begins the registrar's with `client`, the registry's own
  /// with `server`.
  public var setBy: Setter {
    let name = code.lowercased()
    if name.hasPrefix("client") { return .registrar }
    return name.hasPrefix("server") ? .registry : .none
  }
}

extension EPPStatus: Hashable {
  /// Equal without regard to letter case.
  public static func == (left: EPPStatus, right: EPPStatus) -> Bool {
    left.code == right.code || left.code.lowercased() == right.code.lowercased()
  }

  /// Hashes the form in small letters.
  public func hash(into hasher: inout Hasher) { hasher.combine(code.lowercased()) }
}

extension EPPStatus: Codable, CustomStringConvertible {
  /// Decodes the form of EPP.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Encodes the form of EPP.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(code)
  }

  /// The form of EPP.
  public var description: String { code }
}
