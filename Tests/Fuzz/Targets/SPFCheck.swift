import DNS
import MailAuth

extension FuzzTarget {
  /// `check_host()` and the tree of lookups over a zone of hostile records.
  ///
  /// The first line is the sender, each further one the text of a name: `a.ex`, `b.ex` and so on.
  static let spfCheck = FuzzTarget("spf-check") { octets in
    let lines = octets.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(9)
    guard lines.count > 1, let sender = lines.first else { return false }
    let names = try (0..<8).map { try DNSName(labels: [[97 + $0], Array("ex".utf8)]) }
    var source = FuzzedAnswers()
    for (name, line) in zip(names, lines.dropFirst()) { source.texts[name, default: []] += [line] }
    // A second text for the first name, now and then: several records.
    if lines.count == 9, let last = lines.last { source.texts[names[0]]?.append(last) }

    var isTaken = false
    for address in ["192.0.2.1", "2001:db8::1"].compactMap({ IPAddress($0) }) {
      let query = SPFQuery(
        domain: "a.ex", address: address, sender: String(decoding: sender, as: UTF8.self),
        time: 1_764_000_000)
      let evaluation = try source.outcome { query.evaluate(in: $0) }
      try hold(evaluation.lookups <= 11 && evaluation.voidLookups <= 3, "more lookups than allowed")
      let isDecided = [.pass, .fail, .softFail, .neutral].contains(evaluation.result)
      try hold(isDecided == (evaluation.problem == nil), "a problem without an error")
      if let explanation = evaluation.explanation {
        try hold(explanation.utf8.count <= 512, "a long explanation")
        try holdsPrintable(explanation, "explanation")
      }
      isTaken = isTaken || isDecided
    }
    let tree = try source.outcome { SPFTree.walk(from: names[0], in: $0) }
    try hold(tree.lookups <= SPFTree.highestCount, "a count beyond all counts")
    _ = try? SPFPlan(
      present: tree, adding: try DomainSpec("b.ex"),
      provider: try source.outcome { SPFTree.walk(from: names[1], in: $0) })
    return isTaken
  }
}
