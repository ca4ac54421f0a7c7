import DNS

extension Rule {
  /// The domain was typed with letters that the DNS has another form for.
  static let domainNameNotASCII = Rule(
    "domain-name-not-ascii", layer: .name, severity: .info,
    references: ["RFC 5890 2.3.2.1", "RFC 5891 4"], arguments: ["typed", "domain", "display"],
    broken: Example(sender: "xn--bcher-kva", typed: "Bücher.example.com"),
    fixed: Example(sender: "xn--bcher-kva", typed: "xn--bcher-kva.example.com")
  ) { evidence in
    guard let typed = evidence.typed, evidence.typedFault == nil,
      !typed.unicodeScalars.allSatisfy(\.isASCII), let display = evidence.domain.inUnicode
    else { return [] }
    return [
      Draft(
        arguments: [
          "typed": .text(typed), "domain": .name(evidence.domain),
          // Without the final dot of an absolute name.
          "display": .text(String(display.dropLast())),
        ], evidence: [])
    ]
  }
}
