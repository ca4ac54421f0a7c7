import MailAuth
import Testing

@Suite("Public keys in DKIM records, RFC 6376 section 3.6.1, RFC 8463, RFC 8017 A.1.1")
struct DKIMPublicKeyTests {
  private func key(_ octets: [UInt8], _ type: String = "rsa") throws(DKIMPublicKeyFault)
    -> DKIMPublicKey
  {
    try DKIMPublicKey(octets, type: type)
  }

  private func fault(_ octets: [UInt8], _ type: String = "rsa") -> DKIMPublicKeyFault? {
    do throws(DKIMPublicKeyFault) {
      _ = try key(octets, type)
      return nil
    } catch {
      return error
    }
  }

  private func rsa(_ key: DKIMPublicKey) -> RSAPublicKey? {
    if case .rsa(let rsa) = key { rsa } else { nil }
  }

  @Test("RFC 6376 Appendix C") func readsTheKeyOfTheStandard() throws {
    let record = try DKIMKeyRecord(parsing: "v=DKIM1; p=" + SampleKey.appendixC)
    let key = try #require(rsa(try DKIMPublicKey(record)))
    #expect(key.bits == 1024 && key.exponent == [1, 0, 1] && !key.isBare)
    #expect(key.modulus.prefix(2) == [0xF0, 0x21] && key.modulus.last == 0xD9)
  }

  @Test("RFC 8463 Appendix A.2") func readsEd25519() throws {
    let record = try DKIMKeyRecord(parsing: "v=DKIM1; k=ed25519; p=" + SampleKey.football)
    let key = try DKIMPublicKey(record)
    guard case .ed25519(let octets) = key else {
      Issue.record("\(key)")
      return
    }
    #expect(octets.count == 32 && octets.prefix(3) == [0xD7, 0x5A, 0x98])
  }

  @Test(arguments: [512, 768, 1023, 1024, 1025, 2047, 2048, 4096])
  func readsBothForms(_ bits: Int) throws {
    let bare = try #require(rsa(try key(SampleKey.bare(bits: bits))))
    let wrapped = try #require(rsa(try key(SampleKey.wrapped(bits: bits))))
    #expect(bare.bits == bits && bare.isBare)
    #expect(wrapped.bits == bits && !wrapped.isBare && wrapped.modulus == bare.modulus)
  }

  @Test func provesTruncationAtEveryLength() throws {
    let sound = SampleKey.wrapped(bits: 2048)
    #expect(sound.count == 294)
    for count in 4..<sound.count {
      #expect(
        fault(Array(sound.prefix(count))) == .truncated(announced: 294, observed: count))
    }
    for count in 1..<4 {
      #expect(
        fault(Array(sound.prefix(count))) == .truncated(announced: nil, observed: count))
    }
    #expect(fault(sound + [0]) == .overlong(announced: 294, observed: 295))
    #expect(fault(sound) == nil)
  }

  @Test func namesTheOtherAlgorithm() throws {
    let raw = Array(SampleKey.bare(bits: 2048).suffix(32))
    #expect(fault(raw) == .type(declared: "rsa", actual: .ed25519))
    let info = SampleKey.info(SampleKey.ed25519Identifier, [], raw)
    #expect(info.count == 44)
    #expect(fault(info) == .type(declared: "rsa", actual: .ed25519))
    #expect(fault(info, "ed25519") == .wrapped(key: raw))
    #expect(
      fault(SampleKey.wrapped(bits: 2048), "ed25519") == .type(declared: "ed25519", actual: .rsa))
    // id-ecPublicKey, RFC 5480 §2.1.1.
    let curve = SampleKey.info([0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01], SampleKey.null, raw)
    #expect(
      fault(curve) == .type(declared: "rsa", actual: .other(objectIdentifier: "1.2.840.10045.2.1")))
    #expect(
      fault(SampleKey.bare(bits: 1024), "RSA") == .type(declared: "RSA", actual: .rsa))
    #expect(fault([1, 2, 3], "rsa2") == .type(declared: "rsa2", actual: nil))
  }

  @Test(arguments: [0, 1, 31, 33, 64])
  func wantsThirtyTwoOctets(_ count: Int) throws {
    let octets = [UInt8](repeating: 7, count: count)
    #expect(
      fault(octets, "ed25519")
        == (count == 0 ? .empty : .length(expected: 32, observed: count)))
    _ = try key([UInt8](repeating: 7, count: 32), "ed25519")
  }

  @Test func tellsWhereItIsCorrupt() {
    #expect(fault([0x04, 0x01, 0x00]) == .corrupt(.notSequence, offset: 0))
    #expect(fault([0x30, 0x80, 0, 0]) == .corrupt(.nesting, offset: 0))
    #expect(fault([0x30, 0x00]) == .corrupt(.fields, offset: 0))
    var sound = SampleKey.wrapped(bits: 2048)
    // The length of the modulus, so that it reaches beyond the key.
    sound[31] = 0xFF
    #expect(fault(sound) == .corrupt(.nesting, offset: 28))
    let zero = SampleKey.value(0x30, SampleKey.integer([0]) + SampleKey.integer([3]))
    #expect(fault(zero) == .corrupt(.modulus, offset: 2))
    let negative = SampleKey.value(0x30, SampleKey.value(2, [0x80, 1]) + SampleKey.integer([3]))
    #expect(fault(negative) == .corrupt(.modulus, offset: 2))
    for exponent: [UInt8] in [[1], [2], [1, 0, 0], [0]] {
      #expect(
        fault(SampleKey.bare(bits: 1024, exponent: exponent)) == .corrupt(.exponent, offset: 135))
    }
    #expect(fault(SampleKey.bare(bits: 1024, exponent: [3])) == nil)
  }

  @Test func survivesDamage() {
    var random = SeededGenerator(seed: 23)
    let sound = SampleKey.wrapped(bits: 1024)
    var faults = 0
    for _ in 0..<5000 {
      var octets = sound
      for _ in 0..<Int.random(in: 1..<4, using: &random) {
        octets[Int.random(in: 0..<40, using: &random)] = .random(in: 0...255, using: &random)
      }
      guard let fault = fault(octets) else { continue }
      faults += 1
      if case .corrupt(_, let offset) = fault { #expect(octets.indices.contains(offset)) }
      if case .truncated(let announced, let observed) = fault {
        #expect(observed == octets.count && announced.map { $0 > observed } ?? true)
      }
    }
    #expect(faults > 1000)
  }

  @Test func endsOnDeepNesting() {
    var octets: [UInt8] = []
    for _ in 0..<2000 { octets = SampleKey.value(0x30, octets) }
    #expect(fault(octets) != nil)
  }
}
