import DNS
import MailAuth

extension Rule {
  /// Under this name others register domains: it is nobody's own to send mail from.
  static let domainIsPublicSuffix = Rule(
    "domain-is-public-suffix", layer: .name, severity: .error,
    references: ["RFC 9989 4.10.2"], arguments: ["domain", "suffix", "source"],
    explains: .everything(after: .name),
    broken: Example(typed: "co.id"), fixed: Example(typed: "example.com")
  ) { evidence in
    guard evidence.domain != .root else { return [] }
    func draft(_ source: String, _ observations: [Observation]) -> [Draft] {
      [
        Draft(
          arguments: [
            "domain": .name(evidence.domain), "suffix": .name(evidence.domain),
            "source": .text(source),
          ], evidence: observations)
      ]
    }
    if PublicSuffixList.isPublicSuffix(evidence.domain) { return draft("list", []) }
    // On a domain that nobody lists, the tag is a mistake (RFC 9989 §4.7).
    guard PublicSuffixList.isPrivateSuffix(evidence.domain) else { return [] }
    let saying = evidence.policiesOfSuffixes
    return saying.isEmpty ? [] : draft("dmarc", saying)
  }
}

extension Evidence {
  /// Answers of the zone's servers in which the domain's DMARC record says that it is a public
  /// suffix: `psd=y`.
  fileprivate var policiesOfSuffixes: [Observation] {
    guard let name = try? DNSName("_dmarc").appending(domain) else { return [] }
    return observations(.authoritative, Question(name, .txt)).filter { observation in
      DMARCRecord.select(from: observation.records?.texts ?? []).contains { text in
        (try? DMARCRecord(parsing: RecordText.plain(text)))?.publicSuffix == .yes
      }
    }
  }
}
