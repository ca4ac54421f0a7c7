import DNS

/// What ties a DS record to the key that it stands for.
struct KeyTag: Hashable {
  /// The tag, not unique but rarely shared (RFC 4034 §5.1.1).
  let tag: UInt16
  /// The algorithm (RFC 4034 §5.1.2).
  let algorithm: UInt8

  /// Of a DS record (RFC 4034 §5.1).
  init?(ds record: ResourceRecord) {
    guard record.type == .ds, case .other(let data) = record.data, data.count > 4 else {
      return nil
    }
    tag = UInt16(data[0]) << 8 | UInt16(data[1])
    algorithm = data[2]
  }

  /// Of a DNSKEY record: the sum of its octets in pairs (RFC 4034 appendix B).
  ///
  /// Algorithm 1 had another way to compute it and is not in use (RFC 8624 §3.1).
  init?(dnskey record: ResourceRecord) {
    guard record.type == .dnskey, case .other(let data) = record.data, data.count > 4 else {
      return nil
    }
    var sum: UInt32 = 0
    for (index, octet) in data.enumerated() {
      sum += index.isMultiple(of: 2) ? UInt32(octet) << 8 : UInt32(octet)
    }
    sum += sum >> 16
    tag = UInt16(truncatingIfNeeded: sum)
    algorithm = data[3]
  }
}
