import CLDNS

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A message made or read by libldns alone: the reference that our own code is compared with.
final class ReferencePacket {
  struct Refused: Error { let status: UInt32 }

  let packet: UnsafeMutablePointer<ldns_pkt>

  private init(_ packet: UnsafeMutablePointer<ldns_pkt>) { self.packet = packet }

  deinit { ldns_pkt_free(packet) }

  /// Reads octets.
  convenience init(decoding wire: [UInt8]) throws {
    var pointer: UnsafeMutablePointer<ldns_pkt>?
    let status = ldns_wire2pkt(&pointer, wire, wire.count)
    guard status == LDNS_STATUS_OK, let pointer else { throw Refused(status: status.rawValue) }
    self.init(pointer)
  }

  /// An authoritative answer of records in presentation form.
  convenience init(
    id: UInt16, question: String, _ type: UInt32, answer: [String], authority: [String] = [],
    additional: [String] = []
  ) throws {
    guard let packet = ldns_pkt_new() else { throw Refused(status: 0) }
    self.init(packet)
    ldns_pkt_set_id(packet, id)
    ldns_pkt_set_qr(packet, true)
    ldns_pkt_set_aa(packet, true)
    guard let asked = ldns_rr_new(), let name = ldns_dname_new_frm_str(question) else {
      throw Refused(status: 0)
    }
    ldns_rr_set_question(asked, true)
    ldns_rr_set_owner(asked, name)
    ldns_rr_set_type(asked, ldns_rr_type(rawValue: type))
    ldns_rr_set_class(asked, LDNS_RR_CLASS_IN)
    ldns_pkt_push_rr(packet, LDNS_SECTION_QUESTION, asked)
    for (section, lines) in [
      (LDNS_SECTION_ANSWER, answer), (LDNS_SECTION_AUTHORITY, authority),
      (LDNS_SECTION_ADDITIONAL, additional),
    ] {
      for line in lines { ldns_pkt_push_rr(packet, section, try Self.record(line)) }
    }
  }

  private static func record(_ line: String) throws -> UnsafeMutablePointer<ldns_rr> {
    var record: UnsafeMutablePointer<ldns_rr>?
    let status = ldns_rr_new_frm_str(&record, line, 0, nil, nil)
    guard status == LDNS_STATUS_OK, let record else { throw Refused(status: status.rawValue) }
    return record
  }

  /// The octets, names compressed.
  func wire() throws -> [UInt8] {
    var octets: UnsafeMutablePointer<UInt8>?
    var count = 0
    let status = ldns_pkt2wire(&octets, packet, &count)
    defer { free(octets) }
    guard status == LDNS_STATUS_OK, let octets else { throw Refused(status: status.rawValue) }
    return Array(UnsafeBufferPointer(start: octets, count: count))
  }

  enum Section { case question, answer, authority, additional }

  /// The records of a section in presentation form, as libldns writes them.
  func text(_ section: Section) -> [String] {
    let list =
      switch section {
      case .question: ldns_pkt_question(packet)
      case .answer: ldns_pkt_answer(packet)
      case .authority: ldns_pkt_authority(packet)
      case .additional: ldns_pkt_additional(packet)
      }
    guard let list else { return [] }
    return (0..<ldns_rr_list_rr_count(list)).compactMap { index in
      guard let record = ldns_rr_list_rr(list, index), let text = ldns_rr2str(record) else {
        return nil
      }
      defer { free(text) }
      return String(cString: text).trimmingSuffix { $0.isWhitespace }
    }
  }

  /// A line as libldns writes it after reading it.
  static func normalised(_ line: String) throws -> String {
    let record = try record(line)
    defer { ldns_rr_free(record) }
    guard let text = ldns_rr2str(record) else { throw Refused(status: 0) }
    defer { free(text) }
    return String(cString: text).trimmingSuffix { $0.isWhitespace }
  }
}

extension String {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, predicate(last) { text.removeLast() }
    return text
  }
}
