extension Message {
  /// The message on the wire, names uncompressed.
  ///
  /// With a `limit` in octets, a longer message is sent as its header and question with TC set
  /// (RFC 2181 §9: the receiver must not use a cut-off record set anyway).
  public func encoded(limit: Int? = nil) -> [UInt8] {
    let whole = encoded(answer, authority, additional, truncated: isTruncated)
    guard let limit, whole.count > limit else { return whole }
    return encoded([], [], [], truncated: true)
  }

  private func encoded(
    _ answer: [ResourceRecord], _ authority: [ResourceRecord], _ additional: [ResourceRecord],
    truncated: Bool
  ) -> [UInt8] {
    var wire = id.octets
    wire.append(
      (isResponse ? 0x80 : 0) | (isAuthoritative ? 0x04 : 0) | (truncated ? 0x02 : 0)
        | (recursionDesired ? 0x01 : 0))
    wire.append(
      (recursionAvailable ? 0x80 : 0) | (isAuthenticData ? 0x20 : 0)
        | (checkingDisabled ? 0x10 : 0) | UInt8(responseCode.rawValue & 0x0F))
    wire += UInt16(question == nil ? 0 : 1).octets
    wire += UInt16(clamping: answer.count).octets
    wire += UInt16(clamping: authority.count).octets
    wire += UInt16(clamping: additional.count + (udpPayloadSize == nil ? 0 : 1)).octets
    if let question {
      wire += question.name.wire + question.type.rawValue.octets + UInt16(1).octets
    }
    for record in answer + authority + additional { wire += record.wire }
    if let udpPayloadSize {
      // RFC 6891 §6.1.2: root name, type OPT, size in the class, upper code bits in the TTL.
      wire += [0] + RecordType.opt.rawValue.octets + udpPayloadSize.octets
      let flags: UInt8 = isDNSSECOK ? 0x80 : 0
      wire += [UInt8(truncatingIfNeeded: responseCode.rawValue >> 4), 0, flags, 0]
      let options = ednsOptions.flatMap {
        $0.code.octets + UInt16(clamping: $0.data.count).octets + $0.data
      }
      wire += UInt16(clamping: options.count).octets + options
    }
    return wire
  }
}

extension ResourceRecord {
  var wire: [UInt8] {
    let data = data.wire
    return name.wire + type.rawValue.octets + UInt16(1).octets + ttl.octets
      + UInt16(clamping: data.count).octets + data
  }
}
