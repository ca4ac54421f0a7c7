import DNS

extension FuzzTarget {
  /// A message from the network: the bounded scan, libldns, our values and all their texts.
  static let dnsMessage = FuzzTarget("dns-message") { octets in
    guard let message = try? Message(decoding: octets) else { return false }
    // What was taken can be written, and reads back as the same.
    try hold(try? Message(decoding: message.encoded()), is: message, "a message")
    let short = try? Message(decoding: message.encoded(limit: 512))
    try hold(short?.question == message.question, "the question is lost when cut to 512 octets")
    for record in message.answer + message.authority + message.additional {
      try holdsPrintable(record.presentation, "data of \(record.type)")
      try holdsPrintable(record.name.description, "owner")
    }
    let text = message.text()
    try hold(
      text.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || !Self.isControl($0) },
      "a control character in the message's text")
    for error in message.extendedErrors { _ = error.summary }
    _ = (message.serverIdentity, message.authoritySOA, message.hashValue)
    if let question = message.question {
      _ = message.answers(question)
      var chain = AliasChain(question)
      _ = chain.follow(message.answer)
      try hold(chain.names.count <= AliasChain.mostLinks + 1, "a chain without an end")
    }
    return true
  }

  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }
}
