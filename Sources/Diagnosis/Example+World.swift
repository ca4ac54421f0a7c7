import DNS

/// What lies outside the domain of an example: other domains that its mail records lead to.
struct ExampleWorld: Sendable {
  /// Zone text with absolute names.
  var text = ""
  /// Names about which resolvers fail.
  var failing: [String] = []
  /// Whether the mail service's key is known, so that it can be compared.
  var knowsKey = true
  /// The label of the return path's domain, when that is not the sender domain.
  var returnPath: String?

  /// What every example finds outside: the mail service's SPF record and its mail server.
  static let healthy = """
    qcloudmail.com. TXT "v=spf1 ip4:198.51.100.0/24 -all"
    mxbiz1.qq.com. A 203.0.113.25

    """
}

extension Example {
  /// The same example with more outside, or with failures there.
  func inWorld(_ text: String = "", failing: [String] = []) -> Example {
    var example = self
    example.world.text = text
    example.world.failing = failing
    return example
  }

  /// The same example when nobody said which key the mail service wants.
  func withoutKnownKey() -> Example {
    var example = self
    example.world.knowsKey = false
    return example
  }

  /// The same example when the return path is at a label below the sender domain.
  func withReturnPath(_ label: String) -> Example {
    var example = self
    example.world.returnPath = label
    return example
  }

  /// What the mail service asks for, with what else is known of it.
  func adapt(_ expected: inout [ExpectedRecord]) throws {
    for index in expected.indices {
      let name = expected[index].name
      switch expected[index].purpose {
      case .mx: expected[index].refusedMailboxes = ["tencent-exmail"]
      case .spf:
        if let returnPath = world.returnPath {
          expected[index].name = try DNSName(returnPath).appending(name)
        }
      case .dkim:
        let domain = try DNSName(labels: Array(name.labels.dropFirst(2)))
        expected[index].otherNames = try ["mail", "qcloud", "qcloudgz2048"].map {
          try DNSName("\($0)._domainkey").appending(domain)
        }
      case .dmarc, .other: break
      }
    }
  }

  /// Asks what the mail records lead to, as a look does.
  func lookBehind(_ evidence: inout Evidence) throws {
    for index in evidence.expected.indices where !world.knowsKey {
      if evidence.expected[index].purpose == .dkim { evidence.expected[index].value = "" }
    }
    let own = try ZoneText.records(zone, origin: evidence.registrableDomain)
    let others = try ZoneText.records(ExampleWorld.healthy + world.text, origin: .root)
    let failing = try Set(world.failing.map { try DNSName($0) })
    while true {
      let open = evidence.openMailQuestions
      if open.isEmpty { return }
      evidence.observations += open.map { question in
        let isOwn = question.name.isSubdomain(of: evidence.registrableDomain)
        let records = isOwn ? own : others
        return Observation(
          question: question, server: nil, address: "192.0.2.153",
          role: isOwn ? .authoritative : .lookup, at: Self.moment,
          outcome: outcome(question, in: records, fails: failing.contains(question.name)))
      }
    }
  }

  private func outcome(
    _ question: Question, in records: [ResourceRecord], fails: Bool
  ) -> Observation.Outcome {
    if !serversAnswer { return .failed("outOfTime") }
    if fails {
      return .answered(
        Observation.Answer(code: .servFail, isAuthoritative: false, records: []))
    }
    let here = records.filter { $0.name == question.name }
    let asked = here.filter { $0.type == question.type }
    let found = asked.isEmpty ? here.filter { $0.type == .cname } : asked
    let exists = records.contains { $0.name.isSubdomain(of: question.name) }
    let denial = Observation.Denial(zone: question.name.parent ?? .root, ttl: 600, minimum: 600)
    return .answered(
      Observation.Answer(
        code: exists ? .noError : .nxDomain, isAuthoritative: true, records: found,
        denial: found.isEmpty ? denial : nil))
  }
}
