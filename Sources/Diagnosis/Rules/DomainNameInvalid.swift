import DNS

extension Rule {
  /// What was typed is no domain name that mail can be sent from.
  static let domainNameInvalid = Rule(
    "domain-name-invalid", layer: .name, severity: .error,
    references: ["RFC 1035 2.3.4", "RFC 5890 2.3.1"],
    arguments: ["typed", "reason", "offset", "position", "characters", "suggestion"],
    explains: .everything(after: .name),
    broken: Example(typed: "mail. example.com"), fixed: Example(typed: "example.com")
  ) { evidence in
    guard let typed = evidence.typed, let fault = evidence.typedFault, let reason = fault.reason
    else { return [] }
    let offset = fault.offset(in: typed)
    var characters: [PublishedCharacter] = []
    if case .character(let code) = fault {
      characters = [
        PublishedCharacter(
          codePoint: code, octet: UInt8(truncatingIfNeeded: code), offset: offset)
      ]
    }
    return [
      Draft(
        arguments: [
          "typed": .text(typed), "reason": .text(reason), "offset": .offset(offset),
          // People count characters, from 1.
          "position": .count(String(decoding: typed.utf8.prefix(offset), as: UTF8.self).count + 1),
          "characters": .characters(characters), "suggestion": .optional(fault.suggestion),
        ], evidence: [])
    ]
  }
}
