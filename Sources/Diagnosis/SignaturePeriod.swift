import DNS

/// From when to when a signature is good (RFC 4034 §3.1.5).
struct SignaturePeriod: Hashable {
  /// The first moment, in seconds since 1970 UTC.
  let inception: Int
  /// The last moment, in seconds since 1970 UTC.
  let expiration: Int

  /// Of an RRSIG record that covers a type; nil for other records.
  ///
  /// The times are 32 bits that begin anew every 136 years; those nearest to `moment` are meant
  /// (RFC 1982 arithmetic).
  init?(rrsig record: ResourceRecord, covering type: RecordType, near moment: Int) {
    // Type covered 2, algorithm 1, labels 1, TTL 4, expiration 4, inception 4, key tag 2.
    guard record.type == .rrsig, case .other(let data) = record.data, data.count > 18,
      UInt16(data[0]) << 8 | UInt16(data[1]) == type.rawValue
    else { return nil }
    func time(_ octets: ArraySlice<UInt8>) -> Int {
      let value = octets.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      let now = UInt32(truncatingIfNeeded: moment)
      return moment + Int(Int32(bitPattern: value &- now))
    }
    expiration = time(data[8..<12])
    inception = time(data[12..<16])
  }

  /// Seconds from the period to a moment after it, negative for one before it, 0 within.
  func distance(to moment: Int) -> Int {
    if moment < inception { return moment - inception }
    return max(moment - max(inception, expiration), 0)
  }

  /// Whether the signature is good at a moment.
  func contains(_ moment: Int) -> Bool { (inception...max(inception, expiration)).contains(moment) }
}

extension Observation {
  /// From when to when the signatures of the type asked for are good.
  var signaturePeriods: [SignaturePeriod] {
    (answer?.records ?? []).filter { $0.name == question.name }.compactMap { record in
      SignaturePeriod(rrsig: record, covering: question.type, near: at)
    }
  }
}
