import SwiftASN1

/// What a DER structure that begins with a SEQUENCE holds.
enum SubjectPublicKey {
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
    var announced: Int?
    do throws(DERHeader.Fault) {
      announced = try DERHeader(octets).total
    } catch {
      if error == .malformed { throw .corrupt(.nesting, offset: start) }
    }
    if announced != octets.count {
      // Only the outermost header proves a cut; an inner one that does not fit is corruption.
      guard start == 0 else { throw .corrupt(.nesting, offset: start) }
      if let announced, announced < octets.count {
        throw .overlong(announced: announced, observed: octets.count)
      }
      throw .truncated(announced: announced, observed: octets.count)
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
