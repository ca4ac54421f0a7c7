public import DNS

extension Input {
  /// The longest text that is read as an answer, in octets.
  public static let longestAnswer = 16 * 1024

  /// Reads one typed text: the clean answer, the default for nothing, nil for nothing at all.
  ///
  /// An answer that was read is read again without change. `domain` is the sender domain, which
  /// tells a host's own labels from those of the domain; without it any domain is taken off.
  public func answer(
    _ typed: String, domain: DNSName? = nil
  ) throws(InputFault) -> String? {
    guard typed.utf8.count <= Self.longestAnswer else { throw .tooLong(limit: Self.longestAnswer) }
    let text = PastedText(typed)
    if text.isEmpty {
      if let answer = self.default { return answer }
      if isRequired { throw .empty }
      return nil
    }
    let answer = try read(text, typed: typed, domain: domain)
    // Most of all `xxx@163.com`: reports would go to a stranger.
    for sample in refused where answer.lowercased().contains(sample.lowercased()) {
      throw .exampleAddress(sample)
    }
    return answer
  }

  private func read(
    _ text: PastedText, typed: String, domain: DNSName?
  ) throws(InputFault) -> String {
    switch kind {
    // As typed: an invisible character is a fault of a domain, and joiners are letters in some.
    case .domain: try Self.senderDomain(typed).withoutFinalDot
    case .host: try text.host(below: domain, ending: ending)
    case .recordValue:
      if let keyTag {
        try text.tagList(keyTag: keyTag)
      } else {
        try text.recordValue(start: start)
      }
    case .mailServer: try text.mailServer()
    case .mailAddress: try text.mailAddress()
    case .label: try text.label(before: ending)
    case .target: try text.target()
    case .choice: try text.option(of: options)
    }
  }

  static func senderDomain(_ text: String) throws(InputFault) -> DNSName {
    do {
      return try SenderDomain(text).name
    } catch {
      throw .domain(error)
    }
  }
}
