import CLDNS

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Message {
  /// Reads a message: a bounded scan first, then libldns, then a copy into values.
  public init(decoding wire: [UInt8]) throws(MessageError) {
    let scan = try MessageScan.check(wire)
    var pointer: UnsafeMutablePointer<ldns_pkt>?
    let status = scan.wire.withUnsafeBufferPointer {
      ldns_wire2pkt(&pointer, $0.baseAddress, $0.count)
    }
    // On an error libldns has freed everything and leaves the pointer nil.
    guard status == LDNS_STATUS_OK, let packet = pointer else {
      throw .undecodable(status.rawValue)
    }
    defer { ldns_pkt_free(packet) }
    self.init(id: ldns_pkt_id(packet))
    isResponse = ldns_pkt_qr(packet)
    isAuthoritative = ldns_pkt_aa(packet)
    isTruncated = ldns_pkt_tc(packet)
    recursionDesired = ldns_pkt_rd(packet)
    recursionAvailable = ldns_pkt_ra(packet)
    isAuthenticData = ldns_pkt_ad(packet)
    checkingDisabled = ldns_pkt_cd(packet)
    var code = UInt16(ldns_pkt_get_rcode(packet).rawValue & 0x0F)
    if ldns_pkt_edns(packet) {
      udpPayloadSize = ldns_pkt_edns_udp_size(packet)
      code |= UInt16(ldns_pkt_edns_extended_rcode(packet)) << 4
      isDNSSECOK = ldns_pkt_edns_do(packet)
      ednsOptions = Self.options(ldns_pkt_edns_data(packet))
    }
    responseCode = ResponseCode(rawValue: code)
    question = Self.question(ldns_pkt_question(packet))
    answer = Self.records(ldns_pkt_answer(packet), scan.types[0])
    authority = Self.records(ldns_pkt_authority(packet), scan.types[1])
    additional = Self.records(ldns_pkt_additional(packet), scan.types[2])
  }

  /// The options out of the data of the OPT record; what does not fit ends the list.
  private static func options(_ field: UnsafeMutablePointer<ldns_rdf>?) -> [EDNSOption] {
    guard let data = field.map(octets) else { return [] }
    var options: [EDNSOption] = []
    var position = 0
    while position + 4 <= data.count {
      let code = UInt16(data[position]) << 8 | UInt16(data[position + 1])
      let end = position + 4 + (Int(data[position + 2]) << 8 | Int(data[position + 3]))
      guard end <= data.count else { break }
      options.append(EDNSOption(code: code, data: Array(data[(position + 4)..<end])))
      position = end
    }
    return options
  }

  private static func question(_ list: UnsafeMutablePointer<ldns_rr_list>?) -> Question? {
    guard let list, ldns_rr_list_rr_count(list) == 1, let record = ldns_rr_list_rr(list, 0),
      ldns_rr_get_class(record) == LDNS_RR_CLASS_IN, let name = name(ldns_rr_owner(record))
    else { return nil }
    return Question(name, type(of: record))
  }

  /// Copies every record of class IN whose data fit its type; the list stays with the packet.
  ///
  /// `types` are the true ones, in the order of the list, which libldns keeps.
  private static func records(
    _ list: UnsafeMutablePointer<ldns_rr_list>?, _ types: [RecordType]
  ) -> [ResourceRecord] {
    guard let list else { return [] }
    return zip(0..<ldns_rr_list_rr_count(list), types).compactMap { index, type in
      ldns_rr_list_rr(list, index).flatMap { ResourceRecord(copying: $0, type: type) }
    }
  }

  fileprivate static func type(of record: UnsafeMutablePointer<ldns_rr>) -> RecordType {
    RecordType(rawValue: UInt16(truncatingIfNeeded: ldns_rr_get_type(record).rawValue))
  }

  fileprivate static func name(_ field: UnsafeMutablePointer<ldns_rdf>?) -> DNSName? {
    field.flatMap { try? DNSName(uncompressed: octets($0)) }
  }

  fileprivate static func octets(_ field: UnsafeMutablePointer<ldns_rdf>) -> [UInt8] {
    guard let data = ldns_rdf_data(field) else { return [] }
    return Array(UnsafeRawBufferPointer(start: data, count: ldns_rdf_size(field)))
  }
}

extension ResourceRecord {
  /// Copies a record that libldns owns; nil when it is not of class IN or its data do not fit.
  fileprivate init?(copying record: UnsafeMutablePointer<ldns_rr>, type: RecordType) {
    guard ldns_rr_get_class(record) == LDNS_RR_CLASS_IN,
      let name = Message.name(ldns_rr_owner(record))
    else { return nil }
    let fields = (0..<ldns_rr_rd_count(record)).compactMap { index in
      ldns_rr_rdf(record, index).map(Message.octets)
    }
    guard let data = RecordData(type: type, fields: fields) else { return nil }
    self.init(name: name, type: type, ttl: ldns_rr_ttl(record), data: data)
  }

  /// Reads one line of zone text through libldns; nil when libldns refuses it.
  static func read(
    line: String, ttl: UInt32, origin: DNSName, previous: DNSName?
  ) -> ResourceRecord? {
    var originField: UnsafeMutablePointer<ldns_rdf>?
    guard ldns_str2rdf_dname(&originField, origin.description) == LDNS_STATUS_OK,
      let originField
    else { return nil }
    defer { ldns_rdf_deep_free(originField) }
    // libldns may replace the "previous" name with a clone of the new owner: it is ours to free.
    var previousField: UnsafeMutablePointer<ldns_rdf>?
    if let previous {
      guard ldns_str2rdf_dname(&previousField, previous.description) == LDNS_STATUS_OK
      else { return nil }
    }
    defer { ldns_rdf_deep_free(previousField) }
    var record: UnsafeMutablePointer<ldns_rr>?
    let status = ldns_rr_new_frm_str(&record, line, ttl, originField, &previousField)
    guard status == LDNS_STATUS_OK, let record else { return nil }
    defer { ldns_rr_free(record) }
    return ResourceRecord(copying: record, type: Message.type(of: record))
  }
}
