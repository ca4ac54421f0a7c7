import DNS

/// A duty to prove who the owner is, by top-level domain and registrar; words are found by its id.
///
/// The identity of an account with a cloud provider is a third thing, and no rule here is about it.
public struct IdentityRule: Hashable, Sendable, Codable {
  /// Names of the rules, as annai's JSON and tables use them.
  public enum ID: String, Hashable, Sendable, Codable, CaseIterable {
    /// The real name of the owner, at Chinese registrars and for .cn (域名实名认证).
    case chineseRealName = "chinese-real-name"
    /// The naming review of .top at Chinese registrars (命名审核).
    case topNameReview = "top-name-review"
    /// The owner confirms the e-mail address, for every generic domain (ICANN).
    case icannEmail = "icann-email"
    /// Documents for names under .id (PANDI).
    case idDocuments = "id-documents"
    /// A postal address in Korea for .kr (KISA).
    case koreanAddress = "korean-address"
    /// A postal address in Japan for .jp (JPRS).
    case japaneseAddress = "japanese-address"
  }

  /// What is verified.
  public enum Subject: String, Hashable, Sendable, Codable, CaseIterable {
    /// Who the owner is.
    case ownerIdentity = "owner-identity"
    /// Whether the owner reads mail at the address given.
    case ownerEmail = "owner-email"
    /// Whether the name itself may be used.
    case name
  }

  /// Which rule.
  public let id: ID
  /// What it is about.
  public let subject: Subject
  /// Where the owner does what is missing.
  public let settledWith: RegistrationParty
  /// Who lets the domain back into the DNS after that.
  public let liftedBy: RegistrationParty
  /// Days after registration within which it must be done; nil when no source says.
  public let deadlineDays: Int?
  /// From handing in to the decision.
  public let review: UsualTime?
  /// From the decision to the registry's change.
  public let lifting: UsualTime?
  /// The statuses by which a breach shows.
  public let symptoms: [EPPStatus]
  /// How well the rule itself is known.
  public let confidence: Confidence

  /// The rules that bind the owner of `domain`.
  ///
  /// `registrarCountry` has two letters (ISO 3166-1); nil means that it is not known. A rule of
  /// Chinese registrars is given for registrars known to be Chinese and for CNNIC's own domains
  /// only: a hold on a domain registered elsewhere has another cause.
  public static func rules(for domain: DNSName, registrarCountry: String?) -> [IdentityRule] {
    guard let top = domain.labels.last.map({ String(decoding: $0, as: UTF8.self).lowercased() })
    else { return [] }
    let isChinese = registrarCountry == "CN"
    return all.filter { rule in
      switch rule.id {
      case .chineseRealName:
        cnnic.contains(top) || (isChinese && chineseTops.contains(top))
      case .topNameReview: isChinese && top == "top"
      case .icannEmail: isGeneric(top)
      case .idDocuments: top == "id"
      case .koreanAddress: top == "kr" || top == "xn--3e0b707e"
      case .japaneseAddress: top == "jp"
      }
    }
  }

  /// The rule with this id.
  public static func rule(_ id: ID) -> IdentityRule? { all.first { $0.id == id } }

  /// Two letters are a country (RFC 1591 §2); of the names in other scripts only these are known to
  /// be generic.
  private static func isGeneric(_ top: String) -> Bool {
    top.hasPrefix("xn--") ? chineseGeneric.contains(top) : top.utf8.count > 2
  }

  /// 网址, 在线, 中文网.
  private static let chineseGeneric: Set<String> = [
    "xn--ses554g", "xn--3ds443g", "xn--fiq228c5hs",
  ]
  /// .cn, 中国, 公司, 网络.
  private static let cnnic: Set<String> = ["cn", "xn--fiqs8s", "xn--55qx5d", "xn--io0a7i"]
  /// Where Chinese registrars must check the real name; not .org.
  private static let chineseTops: Set<String> = chineseGeneric.union([
    "com", "net", "xyz", "club", "wang", "info", "vip", "beer", "work", "fashion", "luxe", "yoga",
    "top", "cc", "tv",
  ])
}

extension IdentityRule {
  /// Every rule, the likeliest first.
  public static let all: [IdentityRule] = [
    IdentityRule(
      id: .chineseRealName, subject: .ownerIdentity, settledWith: .registrar, liftedBy: .registry,
      deadlineDays: 5, review: .workingDays(1...5, .documented),
      lifting: .workingDays(1...2, .documented), symptoms: [.serverHold, .pendingVerification],
      confidence: .documented),
    IdentityRule(
      id: .topNameReview, subject: .name, settledWith: .registrar, liftedBy: .registry,
      deadlineDays: nil, review: .days(1...2, .seenInTheField), lifting: nil,
      symptoms: [.serverHold, .pendingCreate], confidence: .seenInTheField),
    IdentityRule(
      id: .icannEmail, subject: .ownerEmail, settledWith: .registrar, liftedBy: .registrar,
      deadlineDays: 15, review: nil, lifting: .minutes(30...30, .seenInTheField),
      symptoms: [.clientHold], confidence: .documented),
    IdentityRule(
      id: .idDocuments, subject: .ownerIdentity, settledWith: .registrar, liftedBy: .registry,
      deadlineDays: nil, review: .workingDays(1...3, .documented), lifting: nil,
      symptoms: [.inactive, .pendingCreate], confidence: .documented),
    IdentityRule(
      id: .koreanAddress, subject: .ownerIdentity, settledWith: .registrar, liftedBy: .registry,
      deadlineDays: nil, review: nil, lifting: nil, symptoms: [], confidence: .seenInTheField),
    IdentityRule(
      id: .japaneseAddress, subject: .ownerIdentity, settledWith: .registrar, liftedBy: .registry,
      deadlineDays: nil, review: nil, lifting: nil, symptoms: [], confidence: .documented),
  ]
}
