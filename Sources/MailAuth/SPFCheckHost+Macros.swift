import DNS

extension SPFCheckHost {
  /// The target of a `domain-spec`, macros expanded, the reverse name looked up where it is used.
  mutating func expand(_ spec: DomainSpec, of domain: [UInt8]) throws(SPFStop) -> [UInt8] {
    let reverse = spec.usesReverseName ? try validatedName(for: domain) : nil
    return spec.target { query.value(of: $0, domain: domain) ?? reverse } ?? []
  }

  /// What the macro `p` stands for (RFC 7208 §7.3).
  private mutating func validatedName(for domain: [UInt8]) throws(SPFStop) -> [UInt8] {
    let names = try validatedNames()
    let current = DNSName(target: domain)
    let best =
      names.first { $0 == current }
      ?? names.first { name in current.map { name.isSubdomain(of: $0) } ?? false } ?? names.first
    return best?.targetText ?? Array("unknown".utf8)
  }

  /// The explanation of a "fail", nil when there is none or anything is wrong (RFC 7208 §6.2).
  ///
  /// Neither its lookup nor those of its macros count (RFC 7208 §4.6.4).
  mutating func explanationText(for result: SPFResult) throws(SPFMissingAnswers) -> String? {
    guard result == .fail, let explanation else { return nil }
    do throws(SPFStop) {
      let target = try expand(explanation.spec, of: explanation.domain)
      guard let name = DNSName(target: target),
        let records = try lookUp(Question(name, .txt), countsVoid: false),
        records.count == 1, let text = records.first?.text
      else { return nil }
      return try explanationText(text, of: explanation.domain)
    } catch {
      guard case .missing(let questions) = error else { return nil }
      throw SPFMissingAnswers(questions: questions)
    }
  }

  private mutating func explanationText(
    _ text: [UInt8], of domain: [UInt8]
  ) throws(SPFStop) -> String? {
    guard (try? MacroString.literalEnd(of: text[...], explanation: true)) != nil else { return nil }
    let usesReverse = MacroString.uses(UInt8(ascii: "p"), in: text)
    let reverse = usesReverse ? try validatedName(for: domain) : nil
    var expanded: [UInt8] = []
    for piece in MacroString.pieces(of: text) where expanded.count < SPFLimits.explanation {
      let part = piece.expanded { query.value(of: $0, domain: domain) ?? reverse } ?? []
      expanded += part.prefix(SPFLimits.explanation - expanded.count)
    }
    // RFC 7208 §6.2: US-ASCII, and what a sender put in must not control a terminal.
    guard expanded.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
    return expanded.text
  }
}
