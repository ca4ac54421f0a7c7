/// Why the octets of a DKIM key record's `p=` are no key of the type that `k=` names.
public enum DKIMPublicKeyFault: Error, Hashable, Sendable {
  /// An algorithm, as far as the octets show it.
  public enum Algorithm: Hashable, Sendable {
    /// RSA (RFC 8017 §A.1).
    case rsa
    /// Ed25519 (RFC 8410 §3).
    case ed25519
    /// Another one, by its object identifier.
    case other(objectIdentifier: String)
  }

  /// What is wrong with the structure.
  public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
    /// The octets do not begin with a SEQUENCE of DER.
    case notSequence
    /// A value inside does not fit into the one around it, or is no DER.
    case nesting
    /// Sound DER, but not the fields of a public key (RFC 5280 §4.1, RFC 8017 §A.1.1).
    case fields
    /// The modulus is zero or negative.
    case modulus
    /// The public exponent is even, or less than 3 (RFC 8017 §3.1).
    case exponent
  }

  /// No octets: the key is revoked (RFC 6376 §3.6.1).
  case empty
  /// Fewer octets than the DER header at the beginning announces; nil when the header is cut too.
  case truncated(announced: Int?, observed: Int)
  /// More octets than the DER header at the beginning announces.
  case overlong(announced: Int, observed: Int)
  /// No public key, from the octet at `offset` on.
  case corrupt(Reason, offset: Int)
  /// A key type that no mail standard has, or not the one of the key; nil when it shows none.
  case type(declared: String, actual: Algorithm?)
  /// An Ed25519 key of other than 32 octets (RFC 8032 §5.1.5).
  case length(expected: Int, observed: Int)
  /// An Ed25519 key in a SubjectPublicKeyInfo, where RFC 8463 §4.2 wants the bare 32 octets.
  case wrapped(key: [UInt8])
}
