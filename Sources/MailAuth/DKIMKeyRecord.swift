/// A DKIM key record (RFC 6376 §3.6.1).
public struct DKIMKeyRecord: Hashable, Sendable {
  /// Whether `v=DKIM1` is written; without it the version is the same.
  public let hasVersion: Bool
  /// The key type of `k=`, `rsa` when not written; receivers ignore types unknown to them.
  public let keyType: String
  /// The hash algorithms that `h=` permits; nil permits all.
  public let hashes: [String]?
  /// The services of `s=`, `*` when not written; mail needs `*` or `email`.
  public let services: [String]
  /// The flags of `t=`: `y` for testing, `s` for signatures of the very domain only.
  public let flags: [String]
  /// The notes of `n=` for people, in quoted-printable.
  public let notes: String?
  /// The decoded public key of `p=`; empty when the key is revoked.
  public let key: [UInt8]

  /// Whether the owner has revoked the key (RFC 6376 §3.6.1: an empty `p=`).
  public var isRevoked: Bool { key.isEmpty }

  /// Reads a record; throws the first fault with its tag and place.
  public init(parsing text: String) throws(DKIMKeySyntaxError) {
    try self.init(parsing: Array(text.utf8))
  }

  /// Reads a record from the joined strings of a TXT, which need not be UTF-8.
  ///
  /// Tag names and values keep their case (RFC 6376 §3.2); unknown tags are ignored.
  public init(parsing octets: [UInt8]) throws(DKIMKeySyntaxError) {
    // RFC 1035 §3.2.1: RDLENGTH has 16 bits.
    if octets.count > 65_535 { throw DKIMKeySyntaxError(.tooLong, at: 65_535) }
    let list = TagList(octets)
    if let fault = list.faults.first {
      throw DKIMKeySyntaxError(Self.reason(fault.reason), tag: fault.tag, at: fault.offset)
    }
    var tags: [String: TagList.Tag] = [:]
    for (index, tag) in list.tags.enumerated() {
      if tag.name == "v", index > 0, tags["v"] == nil {
        throw DKIMKeySyntaxError(.versionNotFirst, tag: "v", at: tag.offset)
      }
      guard tags.updateValue(tag, forKey: tag.name) == nil else {
        throw DKIMKeySyntaxError(.repeatedTag, tag: tag.name, at: tag.offset)
      }
    }
    if let version = tags["v"], !version.value.elementsEqual("DKIM1".utf8) {
      throw DKIMKeySyntaxError(.version, tag: "v", at: version.value.startIndex)
    }
    guard let publicKey = tags["p"] else {
      throw DKIMKeySyntaxError(.missingKey, tag: "p", at: octets.count)
    }
    do throws(Base64Text.Fault) {
      key = try Base64Text.decode(publicKey.value)
    } catch {
      throw DKIMKeySyntaxError(.base64, tag: "p", at: error.offset)
    }
    hasVersion = tags["v"] != nil
    keyType = tags["k"]?.value.text ?? "rsa"
    hashes = tags["h"].map { Self.words($0.value) }
    services = tags["s"].map { Self.words($0.value) } ?? ["*"]
    flags = tags["t"].map { Self.words($0.value) } ?? []
    notes = tags["n"]?.value.text
  }

  /// The parts of a list with colons, such as `sha1:sha256`; white space around them is allowed.
  private static func words(_ value: ArraySlice<UInt8>) -> [String] {
    value.split(separator: UInt8(ascii: ":")).map(\.trimmed.text).filter { !$0.isEmpty }
  }

  private static func reason(_ fault: TagList.Fault.Reason) -> DKIMKeySyntaxError.Reason {
    switch fault {
    case .emptyTag: .emptyTag
    case .missingEquals: .missingEquals
    case .tagName: .tagName
    case .character: .character
    }
  }
}
