import DNS

extension Message {
  /// The answer with the letters of the name that somebody asked for, in place of random ones.
  ///
  /// Servers compress names by pointing into the question (RFC 1035 §4.1.4), so its letters come
  /// back in owner names and in data.
  func withLetterCase(of asked: DNSName) -> Message {
    var message = self
    message.question?.name = asked
    message.answer = answer.map { $0.withLetterCase(of: asked) }
    message.authority = authority.map { $0.withLetterCase(of: asked) }
    message.additional = additional.map { $0.withLetterCase(of: asked) }
    return message
  }
}

extension ResourceRecord {
  fileprivate func withLetterCase(of asked: DNSName) -> ResourceRecord {
    var record = self
    record.name = name.withLetterCase(of: asked)
    switch data {
    case .name(let target): record.data = .name(target.withLetterCase(of: asked))
    case .mx(let preference, let exchange):
      record.data = .mx(preference: preference, exchange: exchange.withLetterCase(of: asked))
    case .soa(var start):
      start.primary = start.primary.withLetterCase(of: asked)
      start.mailbox = start.mailbox.withLetterCase(of: asked)
      record.data = .soa(start)
    case .address, .txt, .other: break
    }
    return record
  }
}

extension DNSName {
  /// The name with the labels at its end that it shares with `other` written as there.
  func withLetterCase(of other: DNSName) -> DNSName {
    var shared = other
    while !isSubdomain(of: shared), let parent = shared.parent { shared = parent }
    let own = wire.prefix(wire.count - shared.wire.count)
    return (try? DNSName(uncompressed: Array(own + shared.wire))) ?? self
  }
}
