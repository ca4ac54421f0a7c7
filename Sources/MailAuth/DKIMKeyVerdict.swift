import DNS

/// What is wrong with the key record of a selector.
public enum DKIMKeyFault: Hashable, Sendable {
  /// No answer that counts.
  case unknown
  /// Nothing at the name.
  case missing
  /// An alias stands at the name; `holdsKey` says whether a key record is at its end.
  case alias(target: DNSName, holdsKey: Bool)
  /// Several texts, of which verifiers take any one (RFC 6376 §3.6.2.2); `isSplit` says whether
  /// they are the expected record in parts.
  case several(count: Int, isSplit: Bool)
  /// No key record.
  case syntax(DKIMKeySyntaxError)
  /// An empty `p=` (RFC 6376 §3.6.1).
  case revoked
  /// The key cannot be read.
  case key(DKIMPublicKeyFault)
  /// An RSA key below 1024 bits, which verifiers must not accept (RFC 8301 §3.2).
  case weak(bits: Int)
  /// An RSA key below the 2048 bits that signers should use (RFC 8301 §3.2).
  case below2048(bits: Int)
  /// An RSA key above the 4096 bits that verifiers must be able to use (RFC 8301 §3.2).
  case above4096(bits: Int)
  /// `t=y` (RFC 6376 §3.6.1).
  case testing
  /// `t=s`: signatures with an `i=` in a subdomain do not count (RFC 6376 §3.6.1).
  case strictIdentity
  /// `h=` without sha256, the one hash that is left (RFC 8301 §3.1).
  case hash(permitted: [String])
  /// `s=` without `*` and `email` (RFC 6376 §3.6.1).
  case service([String])
  /// Not the key that was expected.
  case differs(DKIMKeyComparison)
}

/// What is published at a selector, judged.
public struct DKIMKeyVerdict: Hashable, Sendable {
  /// The name of the key record, such as `s1._domainkey.example.com.`.
  public let name: DNSName
  /// The texts, each record's strings joined.
  public let texts: [[UInt8]]
  /// The aliases that were followed.
  public let aliases: [DNSName]
  /// The record, when there is exactly one text and it is sound.
  public let record: DKIMKeyRecord?
  /// The key, when it can be read.
  public let key: DKIMPublicKey?
  /// What is wrong, what spoils the key first; empty when nothing is.
  public let faults: [DKIMKeyFault]

  /// Judges the selector at `name`; `expected` is the record that the mail service asks for.
  public static func judge(
    at name: DNSName, expected: [UInt8]? = nil, in source: some LookupSource
  ) -> Gathering<DKIMKeyVerdict> {
    switch source.resolve(Question(name, .txt)) {
    case .unknown(let question): .needs([question])
    case .failed(let aliases):
      .done(DKIMKeyVerdict(name, texts: [], aliases, expected, isUnknown: true))
    case .nxDomain(let aliases): .done(DKIMKeyVerdict(name, texts: [], aliases, expected))
    case .records(let records, let aliases):
      .done(DKIMKeyVerdict(name, texts: records.compactMap(\.text), aliases, expected))
    }
  }

  private init(
    _ name: DNSName, texts: [[UInt8]], _ aliases: [DNSName], _ expected: [UInt8]?,
    isUnknown: Bool = false
  ) {
    self.name = name
    self.texts = texts
    self.aliases = aliases
    var judged = DKIMKeyJudgement(expected: expected)
    if isUnknown {
      judged.faults.append(.unknown)
    } else if texts.isEmpty, aliases.isEmpty {
      judged.faults.append(.missing)
    } else if texts.count == 1 {
      judged.read(texts[0])
    } else if texts.count > 1 {
      judged.faults.append(
        .several(
          count: texts.count,
          isSplit: expected.map { DKIMKeyJudgement.isSplit($0, into: texts) } ?? false))
    }
    if let target = aliases.first {
      // Services that ask for a TXT look at the name itself and refuse an alias.
      judged.faults.insert(.alias(target: target, holdsKey: judged.record != nil), at: 0)
    }
    record = judged.record
    key = judged.key
    faults = judged.faults
  }
}
