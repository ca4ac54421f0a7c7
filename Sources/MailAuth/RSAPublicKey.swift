/// An RSA public key (RFC 8017 §A.1.1).
public struct RSAPublicKey: Hashable, Sendable {
  /// The modulus, most significant octet first, without leading zeros.
  public let modulus: [UInt8]
  /// The public exponent in the same form.
  public let exponent: [UInt8]
  /// Whether the key is a bare RSAPublicKey, as RFC 6376 §3.6.1 says, instead of the
  /// SubjectPublicKeyInfo that is published nearly everywhere; verifiers read both.
  public let isBare: Bool

  /// Bits of the modulus: the size by which keys are called (RFC 8301 §3.2).
  public var bits: Int {
    modulus.first.map { modulus.count * 8 - $0.leadingZeroBitCount } ?? 0
  }
}
