import DNS

extension ResourceRecord {
  /// The name that the record points to.
  var target: DNSName? {
    if case .name(let target) = data { target } else { nil }
  }

  /// The address of an A or AAAA record.
  var address: IPAddress? {
    if case .address(let address) = data { address } else { nil }
  }
}
