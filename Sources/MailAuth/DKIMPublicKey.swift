import SwiftASN1

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

/// What a DER structure that begins with a SEQUENCE holds.
private enum SubjectPublicKey {
  case rsa(RSAPublicKey)
  case ed25519([UInt8])
  case other(objectIdentifier: String)

  /// RFC 8410 §3.
  private static let ed25519Identifier: ASN1ObjectIdentifier = [1, 3, 101, 112]
  /// rsaEncryption, RFC 8017 §A.1.
  private static let rsaIdentifier: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 1, 1]

  init(_ octets: [UInt8]) throws(DKIMPublicKeyFault) {
    let root = try Self.parse(octets[...])
    let fields = try Self.fields(of: root)
    guard fields.count == 2 else { throw .corrupt(.fields, offset: Self.start(of: root)) }
    if fields[0].identifier == .integer {
      self = .rsa(try Self.rsa(fields, isBare: true))
      return
    }
    // SubjectPublicKeyInfo = SEQUENCE { algorithm, subjectPublicKey BIT STRING } (RFC 5280 §4.1).
    let algorithm = try Self.fields(of: fields[0])
    guard let first = algorithm.first,
      let identifier = try? ASN1ObjectIdentifier(derEncoded: first)
    else { throw .corrupt(.fields, offset: Self.start(of: fields[0])) }
    guard let bits = try? ASN1BitString(derEncoded: fields[1]), bits.paddingBits == 0 else {
      throw .corrupt(.fields, offset: Self.start(of: fields[1]))
    }
    switch identifier {
    case Self.ed25519Identifier: self = .ed25519(Array(bits.bytes))
    case Self.rsaIdentifier:
      let key = try Self.parse(bits.bytes)
      self = .rsa(try Self.rsa(try Self.fields(of: key), isBare: false))
    default: self = .other(objectIdentifier: identifier.description)
    }
  }

  /// RSAPublicKey = SEQUENCE { modulus INTEGER, publicExponent INTEGER }
  private static func rsa(
    _ fields: [ASN1Node], isBare: Bool
  ) throws(DKIMPublicKeyFault) -> RSAPublicKey {
    guard fields.count == 2 else {
      throw .corrupt(.fields, offset: fields.first.map(start(of:)) ?? 0)
    }
    let modulus = try magnitude(of: fields[0], or: .modulus)
    let exponent = try magnitude(of: fields[1], or: .exponent)
    guard let last = exponent.last, last & 1 == 1, exponent != [1] else {
      throw .corrupt(.exponent, offset: start(of: fields[1]))
    }
    return RSAPublicKey(modulus: modulus, exponent: exponent, isBare: isBare)
  }

  private static func magnitude(
    of node: ASN1Node, or reason: DKIMPublicKeyFault.Reason
  ) throws(DKIMPublicKeyFault) -> [UInt8] {
    guard node.identifier == .integer, case .primitive(let octets) = node.content else {
      throw .corrupt(.fields, offset: start(of: node))
    }
    let digits = octets.drop { $0 == 0 }
    guard let first = octets.first, first < 0x80, !digits.isEmpty else {
      throw .corrupt(reason, offset: start(of: node))
    }
    return Array(digits)
  }

  /// One whole value, judged first by what its header announces.
  private static func parse(_ octets: ArraySlice<UInt8>) throws(DKIMPublicKeyFault) -> ASN1Node {
    let start = octets.startIndex
    guard octets.first == 0x30 else { throw .corrupt(.notSequence, offset: start) }
    do throws(DERHeader.Fault) {
      let header = try DERHeader(octets)
      if header.total > octets.count {
        throw DERHeader.Fault.incomplete
      }
    } catch {
      // Only the outermost header proves a cut; an inner one that does not fit is corruption.
      guard case .incomplete = error, start == 0 else { throw .corrupt(.nesting, offset: start) }
      let announced = try? DERHeader(octets).total
      throw .truncated(announced: announced, observed: octets.count)
    }
    if let header = try? DERHeader(octets), header.total < octets.count {
      guard start == 0 else { throw .corrupt(.nesting, offset: start + header.total) }
      throw .overlong(announced: header.total, observed: octets.count)
    }
    if let misfit = DERHeader.firstMisfit(in: octets) { throw .corrupt(.nesting, offset: misfit) }
    guard let node = try? DER.parse(octets) else { throw .corrupt(.nesting, offset: start) }
    return node
  }

  private static func fields(of node: ASN1Node) throws(DKIMPublicKeyFault) -> [ASN1Node] {
    guard node.identifier == .sequence, case .constructed(let nodes) = node.content else {
      throw .corrupt(.fields, offset: start(of: node))
    }
    return Array(nodes)
  }

  private static func start(of node: ASN1Node) -> Int { node.encodedBytes.startIndex }
}
