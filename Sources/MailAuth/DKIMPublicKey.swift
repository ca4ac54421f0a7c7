/// The public key in the `p=` of a DKIM key record.
public enum DKIMPublicKey: Hashable, Sendable {
  /// An RSA key (RFC 6376 §3.6.1).
  case rsa(RSAPublicKey)
  /// The 32 octets of an Ed25519 key (RFC 8463 §4.2).
  case ed25519([UInt8])

  /// The key of a record.
  public init(_ record: DKIMKeyRecord) throws(DKIMPublicKeyFault) {
    try self.init(record.key, type: record.keyType)
  }

  /// A key from its octets and the value of `k=`.
  public init(_ octets: [UInt8], type: String) throws(DKIMPublicKeyFault) {
    if octets.isEmpty { throw .empty }
    switch type {
    case "rsa": self = .rsa(try Self.rsa(octets))
    case "ed25519": self = .ed25519(try Self.ed25519(octets))
    default: throw .type(declared: type, actual: Self.algorithm(of: octets))
    }
  }

  private static func rsa(_ octets: [UInt8]) throws(DKIMPublicKeyFault) -> RSAPublicKey {
    guard octets[0] == 0x30 else {
      if octets.count == 32 { throw .type(declared: "rsa", actual: .ed25519) }
      throw .corrupt(.notSequence, offset: 0)
    }
    switch try SubjectPublicKey(octets) {
    case .rsa(let key): return key
    case .ed25519: throw .type(declared: "rsa", actual: .ed25519)
    case .other(let identifier):
      throw .type(declared: "rsa", actual: .other(objectIdentifier: identifier))
    }
  }

  private static func ed25519(_ octets: [UInt8]) throws(DKIMPublicKeyFault) -> [UInt8] {
    if octets.count == 32 { return octets }
    switch try? SubjectPublicKey(octets) {
    case .ed25519(let key) where key.count == 32: throw .wrapped(key: key)
    case .rsa: throw .type(declared: "ed25519", actual: .rsa)
    case .other(let identifier):
      throw .type(declared: "ed25519", actual: .other(objectIdentifier: identifier))
    case .ed25519, nil: throw .length(expected: 32, observed: octets.count)
    }
  }

  private static func algorithm(of octets: [UInt8]) -> DKIMPublicKeyFault.Algorithm? {
    switch try? SubjectPublicKey(octets) {
    case .rsa: .rsa
    case .ed25519: .ed25519
    case .other(let identifier): .other(objectIdentifier: identifier)
    case nil: octets.count == 32 ? .ed25519 : nil
    }
  }
}
