import CLDNS

extension MessageScan {
  /// Goes over the data of a record as libldns will, by libldns' own table of fields.
  ///
  /// Where its fields end before the data do, libldns would take the rest for the next record.
  mutating func skipData(of type: RecordType, upTo end: Int) throws(MessageError) {
    let descriptor = ldns_rr_descript(type.rawValue)
    let most = ldns_rr_descriptor_maximum(descriptor)
    // libldns numbers the fields in 8 bits.
    var number: UInt8 = 0
    var count = 0
    while position < end, Int(number) < most {
      try skipField(ldns_rr_descriptor_field_type(descriptor, Int(number)), upTo: end)
      number &+= 1
      count += 1
      guard count <= Self.mostFields else { throw .tooManyFields }
    }
    guard position <= end else { throw .tooShort }
    guard position == end else { throw .surplusData(type) }
  }

  private mutating func skipField(_ field: ldns_rdf_type, upTo end: Int) throws(MessageError) {
    switch field {
    case LDNS_RDF_TYPE_DNAME: try skipName()
    case LDNS_RDF_TYPE_INT8, LDNS_RDF_TYPE_CLASS, LDNS_RDF_TYPE_ALG,
      LDNS_RDF_TYPE_CERTIFICATE_USAGE, LDNS_RDF_TYPE_SELECTOR, LDNS_RDF_TYPE_MATCHING_TYPE:
      try skip(1)
    case LDNS_RDF_TYPE_INT16, LDNS_RDF_TYPE_TYPE, LDNS_RDF_TYPE_CERT_ALG: try skip(2)
    case LDNS_RDF_TYPE_INT32, LDNS_RDF_TYPE_TIME, LDNS_RDF_TYPE_PERIOD, LDNS_RDF_TYPE_A:
      try skip(4)
    case LDNS_RDF_TYPE_EUI48, LDNS_RDF_TYPE_TSIGTIME: try skip(6)
    case LDNS_RDF_TYPE_EUI64, LDNS_RDF_TYPE_ILNP64: try skip(8)
    case LDNS_RDF_TYPE_AAAA: try skip(16)
    case LDNS_RDF_TYPE_STR, LDNS_RDF_TYPE_TAG, LDNS_RDF_TYPE_B32_EXT, LDNS_RDF_TYPE_NSEC3_SALT,
      LDNS_RDF_TYPE_NSEC3_NEXT_OWNER:
      try skip(1 + Int(wire[position]))
    case LDNS_RDF_TYPE_INT16_DATA:
      try skip(2)
      try skip(Int(wire[position - 2]) << 8 | Int(wire[position - 1]))
    default:
      // Everything else is taken to the end of the data.
      position = end
    }
  }
}
